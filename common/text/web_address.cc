// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/web_address.h"

#include <algorithm>
#include <array>
#include <regex>

#include "common/text/ascii.h"
#include "common/text/char_kind.h"
#include "common/text/joined.h"

namespace notes {
namespace {

// Where a site's addresses have the identifier of a paper.
struct PaperSite {
  std::string_view host;
  std::regex id;  // after the host
};

const std::array<PaperSite, 3>& paper_sites() {
  static const std::array<PaperSite, 3> kSites{
      {{"arxiv.org/",  // 2401.04088, math/0309136, cs.LG/0703041
        std::regex(R"(^(?:abs|pdf|html|format)/(\d{4}\.\d{4,5}(?!\d)|[A-Za-z.-]+/\d{7}(?!\d)))")},
       {"doi.org/", std::regex(R"(^(10\.\d{4,}/[^?#]+))")},
       {"openreview.net/", std::regex(R"([?&]id=([^&#]*))")}}};
  return kSites;
}

// Addresses may have letters of any script, but no other sign outside ASCII: "https://a.cn，然后".
bool is_sign_beyond_ascii(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= 0xC0 && read_character(text, at).kind == char_kind::separator;
}

bool ends_address(std::string_view text, std::size_t at) {
  const char c = text[at];
  const auto byte = static_cast<unsigned char>(c);
  constexpr std::string_view kStops = "<>\"`|[]{}^";
  return byte <= ' ' || byte == 0x7f || kStops.find(c) != kNone || is_sign_beyond_ascii(text, at);
}

std::size_t without_sentence_marks(std::string_view text, std::size_t from, std::size_t end) {
  constexpr std::string_view kMarks = "?!.,:;*_~'";
  while (end > from && kMarks.find(text[end - 1]) != kNone) --end;
  return end;
}

bool is_in_mime_type(char c) {
  return ascii::is_alphanumeric(c) || std::string_view(";=-/.+").find(c) != kNone;
}

bool is_in_base64(char c) {
  return ascii::is_alphanumeric(c) || std::string_view("+/=-_%").find(c) != kNone;
}

std::size_t skip_while(std::string_view text, std::size_t at, bool (*accepts)(char)) {
  while (at < text.size() && accepts(text[at])) ++at;
  return at;
}

}  // namespace

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
  if (address.size() > kMaxAddressBytes) return std::nullopt;
  for (const auto& [host, id] : paper_sites()) {
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

std::size_t end_of_address(std::string_view text, std::size_t from) {
  std::size_t open_parentheses = 0;
  std::size_t at = from;
  for (; at < text.size() && !ends_address(text, at); ++at) {
    if (text[at] == '(') ++open_parentheses;
    if (text[at] == ')' && open_parentheses-- == 0) break;
  }
  return without_sentence_marks(text, from, at);
}

std::optional<std::size_t> end_of_base64_address(std::string_view text, std::size_t begin) {
  constexpr std::string_view kScheme = "data:";
  constexpr std::string_view kEncoding = ";base64";
  constexpr std::size_t kMaxTypeBytes = 128;
  if (!ascii::equals_ignoring_case(text.substr(begin, kScheme.size()), kScheme)) return {};
  const std::size_t type = begin + kScheme.size();
  const std::string_view head = text.substr(0, std::min(text.size(), type + kMaxTypeBytes));
  const std::size_t comma = skip_while(head, type, is_in_mime_type);
  const bool is_base64 = head.substr(type, comma - type).ends_with(kEncoding);
  if (!is_base64 || comma >= head.size() || head[comma] != ',') return {};
  return skip_while(text, comma + 1, is_in_base64);
}

std::optional<std::size_t> end_of_autolink(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find_first_of("<> \t\r\n", begin + 1);
  if (end == kNone || text[end] != '>') return {};
  const std::string_view address = text.substr(begin + 1, end - begin - 1);
  const std::size_t colon = address.find(':');
  const bool has_scheme = colon != kNone && colon >= 2 && colon <= 32 &&
                          ascii::is_letter(address[0]) &&
                          std::ranges::all_of(address.substr(0, colon), [](char c) {
                            return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
                          });
  const std::size_t at = address.find('@');
  const bool is_mail = at != kNone && at > 0 && at + 1 < address.size() &&
                       address.find_first_of("@\\:,;()[]\"", at + 1) == kNone &&
                       address.substr(0, at).find_first_of("\\:,;()[]\"") == kNone;
  if (!has_scheme && !is_mail) return {};
  return end + 1;
}

std::optional<std::size_t> begin_of_scheme(std::string_view text, std::size_t floor,
                                           std::size_t colon) {
  constexpr std::size_t kMaxBytes = 32;
  constexpr std::size_t kMinBytes = 2;  // a single letter is a drive
  const std::size_t earliest = std::max(floor, colon - std::min(colon, kMaxBytes));
  std::size_t begin = colon;
  for (std::size_t at = colon; at > earliest; --at) {
    const char c = text[at - 1];
    const bool is_inside = ascii::is_alphanumeric(c) || c == '+' || c == '-';
    if (!is_inside) break;
    if (ascii::is_letter(c)) begin = at - 1;
  }
  if (colon - begin < kMinBytes) return std::nullopt;
  return begin;
}

}  // namespace notes
