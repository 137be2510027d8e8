// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/web_address.h"

#include "common/text/ascii.h"

namespace notes {

bool is_web_address(std::string_view target) {
  const std::size_t sign = target.find("://");
  if (sign == target.npos || target.size() <= sign + 3) return false;
  const auto is_scheme = [&](std::string_view scheme) {
    return ascii::equals_ignoring_case(target.substr(0, sign), scheme);
  };
  return is_scheme("https") || is_scheme("http") || is_scheme("ftp");
}

std::string_view address_text(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

std::string host_of(std::string_view url) {
  std::string_view host = address_text(url);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host.remove_prefix(at + 1);
  host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return ascii::to_lower(host);
}

std::vector<std::string> host_and_parents(std::string_view host) {
  std::vector<std::string> hosts;
  while (host.find('.') != std::string_view::npos) {
    hosts.emplace_back(host);
    host.remove_prefix(host.find('.') + 1);
  }
  if (hosts.empty() && !host.empty()) hosts.emplace_back(host);
  return hosts;
}

}  // namespace notes
