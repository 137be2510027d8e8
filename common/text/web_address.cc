// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/web_address.h"

#include <regex>

#include "common/text/ascii.h"
#include "common/text/joined.h"

namespace notes {
bool is_web_address(std::string_view target) {
  const std::size_t sign = target.find("://");
  return sign != kNone && target.size() > sign + 3 &&
         is_among("https http ftp", ascii::to_lower(target.substr(0, sign)));
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

std::optional<std::string_view> paper_id_in(std::string_view address) {
  struct Site {
    std::string_view host;
    std::regex id;  // after the host
  };
  static const Site kSites[] = {
      {"arxiv.org/",  // 2401.04088, math/0309136, cs.LG/0703041
       std::regex(R"(^(?:abs|pdf|html|format)/(\d{4}\.\d{4,5}(?!\d)|[A-Za-z.-]+/\d{7}(?!\d)))")},
      {"doi.org/", std::regex(R"(^(10\.\d{4,}/[^?#]+))")},
      {"openreview.net/", std::regex(R"([?&]id=([^&#]*))")}};
  if (address.size() > kMaxAddressBytes) return std::nullopt;
  for (const auto& [host, id] : kSites) {
    const std::size_t at = address.find(host);
    const bool is_host =
        at != kNone && (at == 0 || address[at - 1] == '/' || address[at - 1] == '.');
    if (!is_host) continue;
    std::cmatch found;
    const char* const rest = address.data() + at + host.size();
    if (std::regex_search(rest, address.data() + address.size(), found, id))
      return std::string_view(found[1].first, static_cast<std::size_t>(found[1].length()));
  }
  return std::nullopt;
}

}  // namespace notes
