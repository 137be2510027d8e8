// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/address_words.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/char_kind.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t digits_at(std::string_view text) {
  const auto* const past = std::find_if_not(text.begin(), text.end(), ascii::is_digit);
  return static_cast<std::size_t>(past - text.begin());
}

// What follows `site` where it is the host of the address or a domain above it.
std::optional<std::string_view> rest_behind(std::string_view address, std::string_view site) {
  const std::size_t at = address.find(site);
  if (at == kNone) return std::nullopt;
  const bool is_whole = at == 0 || address[at - 1] == '/' || address[at - 1] == '.';
  if (!is_whole) return std::nullopt;
  return address.substr(at + site.size());
}

// 2401.04088
std::size_t new_arxiv_id_length(std::string_view text) {
  if (digits_at(text) != 4 || !text.substr(4).starts_with('.')) return 0;
  const std::size_t number = digits_at(text.substr(5));
  return number == 4 || number == 5 ? 5 + number : 0;
}

// math/0309136, cs.LG/0703041
std::size_t old_arxiv_id_length(std::string_view text) {
  constexpr std::size_t kDigits = 7;
  const auto* const slash = std::find_if_not(
      text.begin(), text.end(), [](char c) { return ascii::is_letter(c) || c == '-' || c == '.'; });
  const auto archive = static_cast<std::size_t>(slash - text.begin());
  if (archive == 0 || archive == text.size() || *slash != '/') return 0;
  return digits_at(text.substr(archive + 1)) == kDigits ? archive + 1 + kDigits : 0;
}

std::optional<std::string_view> arxiv_id_in(std::string_view address) {
  const auto rest = rest_behind(address, "arxiv.org/");
  if (!rest) return std::nullopt;
  for (const std::string_view form : {"abs/", "pdf/", "html/", "format/"}) {
    if (!rest->starts_with(form)) continue;
    const std::string_view id = rest->substr(form.size());
    const std::size_t length = std::max(new_arxiv_id_length(id), old_arxiv_id_length(id));
    if (length > 0) return id.substr(0, length);
  }
  return std::nullopt;
}

std::optional<std::string_view> doi_in(std::string_view address) {
  const auto rest = rest_behind(address, "doi.org/");
  if (!rest || !rest->starts_with("10.")) return std::nullopt;
  const std::string_view doi = rest->substr(0, rest->find_first_of("?#"));
  const std::size_t registrant = digits_at(doi.substr(3));
  const bool has_suffix = doi.size() > registrant + 4 && doi[registrant + 3] == '/';
  if (registrant < 4 || !has_suffix) return std::nullopt;
  return doi;
}

std::optional<std::string_view> openreview_id_in(std::string_view address) {
  const auto rest = rest_behind(address, "openreview.net/");
  if (!rest) return std::nullopt;
  for (const std::string_view key : {"?id=", "&id="}) {
    const std::size_t at = rest->find(key);
    if (at == kNone) continue;
    const std::string_view id = rest->substr(at + key.size());
    return id.substr(0, id.find_first_of("&#"));
  }
  return std::nullopt;
}

// Addresses hold letters of any script, but no other sign beyond ASCII: "https://a.cn，然后".
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

std::optional<std::string_view> paper_id_in(std::string_view address) {
  if (const auto id = arxiv_id_in(address)) return id;
  if (const auto id = doi_in(address)) return id;
  return openreview_id_in(address);
}

std::string_view file_stem_in(std::string_view address) {
  std::string_view name = address.substr(0, address.find_first_of("?#"));
  name.remove_prefix(name.find_last_of("/\\") + 1);
  return name.substr(0, name.rfind('.'));
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
  constexpr std::size_t kMinBytes = 2;  // one letter is a drive
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
