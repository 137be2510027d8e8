// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/inline_syntax.h"

#include <algorithm>
#include <array>
#include <vector>

#include <utf8proc.h>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"

namespace notes {
namespace {

enum class Neighbour : std::uint8_t { other, blank, punctuation };

Neighbour neighbour_of(char32_t character) {
  if (character < 0x80) {
    const char c = static_cast<char>(character);
    if (ascii::is_blank(c)) return Neighbour::blank;
    return ascii::is_punctuation(c) ? Neighbour::punctuation : Neighbour::other;
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
  if (category == UTF8PROC_CATEGORY_ZS) return Neighbour::blank;
  const bool is_punctuation = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
  return is_punctuation ? Neighbour::punctuation : Neighbour::other;
}

Neighbour neighbour_before(std::string_view text, std::size_t at) {
  if (at == 0) return Neighbour::blank;
  return neighbour_of(code_point_at(text, begin_of_character(text, at - 1)).value);
}

Neighbour neighbour_after(std::string_view text, std::size_t at) {
  return at == text.size() ? Neighbour::blank : neighbour_of(code_point_at(text, at).value);
}

bool are_pair(const MarkRun& opener, const MarkRun& closer) {
  if (opener.mark != closer.mark) return false;
  if (closer.mark == '~') return opener.length == closer.length;
  const bool is_ambiguous = closer.can_open || opener.can_close;
  return !is_ambiguous || closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0;
}

// Pairs marks of `closer` with the nearest opener from `floor` on, if there is one. Those between
// them are text.
bool pair_with_nearest(MarkRun& closer, std::span<MarkRun> runs, std::vector<std::size_t>& openers,
                       std::size_t floor) {
  const auto nearest = std::find_if(openers.rbegin(), openers.rend(), [&](std::size_t opener) {
    return opener < floor || are_pair(runs[opener], closer);
  });
  if (nearest == openers.rend() || *nearest < floor) return false;
  openers.erase(nearest.base(), openers.end());
  MarkRun& opener = runs[openers.back()];
  const std::uint32_t marks = opener.left() >= 2 && closer.left() >= 2 ? 2 : 1;
  opener.opening += marks;
  closer.closing += marks;
  if (opener.left() == 0) openers.pop_back();
  return true;
}

constexpr std::size_t kMinSchemeBytes = 2;  // a single letter is a drive
constexpr std::size_t kMaxSchemeBytes = 32;

bool is_in_scheme(char c) {
  return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
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

// Addresses may have letters of any script, but no other sign outside ASCII: "https://a.cn，然后".
bool ends_address(std::string_view text, std::size_t at) {
  constexpr std::string_view kStops = "<>\"`|[]{}^";
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0xC0) return read_character(text, at).kind == char_kind::separator;
  return byte <= ' ' || byte == 0x7f || kStops.find(text[at]) != kNone;
}

// The end of the address that continues at `from`, without punctuation that belongs to the
// sentence.
std::size_t end_of_address(std::string_view text, std::size_t from) {
  constexpr std::string_view kSentenceMarks = "?!.,:;*_~'";
  std::size_t open_parentheses = 0;
  std::size_t end = from;
  for (; end < text.size() && !ends_address(text, end); ++end) {
    if (text[end] == '(') ++open_parentheses;
    if (text[end] == ')' && open_parentheses-- == 0) break;
  }
  while (end > from && kSentenceMarks.find(text[end - 1]) != kNone) --end;
  return end;
}

// Where the scheme before the colon at `colon` starts, not before `floor`.
std::optional<std::size_t> begin_of_scheme(std::string_view text, std::size_t floor,
                                           std::size_t colon) {
  const std::size_t earliest = std::max(floor, colon - std::min(colon, kMaxSchemeBytes));
  std::size_t begin = colon;
  for (std::size_t at = colon; at > earliest; --at) {
    const char c = text[at - 1];
    if (!is_in_scheme(c) || c == '.') break;  // a dot ends the sentence before
    if (ascii::is_letter(c)) begin = at - 1;
  }
  return colon - begin < kMinSchemeBytes ? std::nullopt : std::optional(begin);
}

// Where the `www` before the dot at `dot` starts, if a word starts with it.
std::optional<std::size_t> begin_of_www(std::string_view text, std::size_t floor, std::size_t dot) {
  if (dot < floor + 3) return std::nullopt;
  const std::size_t begin = dot - 3;
  const bool is_start = begin == 0 || !ascii::is_alphanumeric(text[begin - 1]);
  const bool is_www = is_start && ascii::equals_ignoring_case(text.substr(begin, 3), "www");
  return is_www ? std::optional(begin) : std::nullopt;
}

// The target of a link. Ends after the closing angle bracket, or at a blank or a closing
// parenthesis that was not opened inside it.
std::optional<LinkTarget> read_address(std::string_view text, std::size_t begin) {
  constexpr int kMaxNesting = 8;
  if (text.substr(begin).starts_with('<')) {
    const std::size_t end = text.find_first_of("<>", begin + 1);
    if (end == kNone || text[end] == '<') return std::nullopt;
    return LinkTarget{text.substr(begin + 1, end - begin - 1), end + 1};
  }
  int nesting = 0;
  std::size_t at = begin;
  for (; at < text.size() && !ascii::is_blank(text[at]); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && !ascii::is_blank(text[at + 1])) {
      ++at;
    } else if (text[at] == '(') {
      if (++nesting > kMaxNesting) return std::nullopt;
    } else if (text[at] == ')' && --nesting < 0) {
      break;
    }
  }
  if (nesting > 0) return std::nullopt;
  return LinkTarget{text.substr(begin, at - begin), at};
}

// Skips blanks and a complete title.
std::size_t skip_title(std::string_view text, std::size_t address_end) {
  const std::size_t begin = skip_while(text, address_end, ascii::is_blank);
  const char open = begin < text.size() ? text[begin] : ' ';
  const bool is_title = begin > address_end && (open == '"' || open == '\'' || open == '(');
  const char close = open == '(' ? ')' : open;
  for (std::size_t at = begin + 1; is_title && at < text.size(); ++at) {
    if (text[at] == close) return skip_while(text, at + 1, ascii::is_blank);
    if (text[at] == open) break;
    if (text[at] == '\\') ++at;
  }
  return begin;
}

}  // namespace

bool is_machine_property(std::string_view line) {
  constexpr std::string_view kKeys = "id collapsed occlusion created-at updated-at ls-type";
  line = ascii::trimmed(line);
  if (line.starts_with("- ")) line = ascii::trimmed(line.substr(2));
  const std::string_view key =
      line.substr(0, line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"));
  const std::string_view rest = line.substr(key.size());
  return rest.starts_with("::") && (rest.size() == 2 || ascii::is_blank(rest[2])) &&
         (key.starts_with("hl-") || is_among(kKeys, key));
}

MarkRun read_marks(std::string_view text, std::size_t begin, std::size_t end) {
  const Neighbour before = neighbour_before(text, begin);
  const Neighbour after = neighbour_after(text, end);
  const bool opens =
      after == Neighbour::other || (after == Neighbour::punctuation && before != Neighbour::other);
  const bool closes =
      before == Neighbour::other || (before == Neighbour::punctuation && after != Neighbour::other);
  MarkRun run{text[begin], opens, closes, static_cast<std::uint32_t>(end - begin)};
  if (run.mark == '_') {
    run.can_open = opens && (!closes || before == Neighbour::punctuation);
    run.can_close = closes && (!opens || after == Neighbour::punctuation);
  }
  if (run.mark == '~' && run.length > 2) run.can_open = run.can_close = false;
  return run;
}

// `floors` keep the search linear: for such a closer, no opener comes before its floor.
void pair_marks(std::span<MarkRun> runs) {
  constexpr std::string_view kMarks = "*_~";
  std::array<std::array<std::size_t, 3>, kMarks.size()> floors{};
  std::vector<std::size_t> openers;
  for (std::size_t number = 0; number < runs.size(); ++number) {
    MarkRun& run = runs[number];
    std::size_t& floor = floors[kMarks.find(run.mark)][run.length % 3];
    bool is_paired = run.can_close;
    while (is_paired && run.left() > 0) is_paired = pair_with_nearest(run, runs, openers, floor);
    if (run.can_close && !is_paired) floor = number;
    if (run.can_open && run.left() > 0) openers.push_back(number);
  }
}

std::optional<ByteRange> address_around(std::string_view text, std::size_t floor,
                                        std::size_t sign) {
  const bool has_scheme = text[sign] == ':';
  if (has_scheme && text.substr(sign + 1, 2) != "//") return std::nullopt;
  const auto begin =
      has_scheme ? begin_of_scheme(text, floor, sign) : begin_of_www(text, floor, sign);
  if (!begin) return std::nullopt;
  const std::size_t name = sign + (has_scheme ? 3 : 1);
  const std::size_t end = end_of_address(text, name);
  return end > name ? std::optional(byte_range(*begin, end)) : std::nullopt;
}

std::optional<ByteRange> base64_address_around(std::string_view text, std::size_t floor,
                                               std::size_t colon) {
  constexpr std::string_view kScheme = "data";
  constexpr std::size_t kMaxTypeBytes = 128;
  if (colon < floor + kScheme.size()) return std::nullopt;
  const std::size_t begin = colon - kScheme.size();
  if (!ascii::equals_ignoring_case(text.substr(begin, kScheme.size()), kScheme)) return {};
  const std::string_view head = text.substr(0, std::min(text.size(), colon + 1 + kMaxTypeBytes));
  const std::size_t comma = skip_while(head, colon + 1, is_in_mime_type);
  const bool is_base64 = head.substr(0, comma).ends_with(";base64");
  if (!is_base64 || !head.substr(comma).starts_with(',')) return {};
  return byte_range(begin, skip_while(text, comma + 1, is_in_base64));
}

std::optional<std::size_t> end_of_autolink(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find_first_of("<> \t\r\n", begin + 1);
  if (end == kNone || text[end] != '>') return {};
  const std::string_view address = text.substr(begin + 1, end - begin - 1);
  const std::size_t scheme = skip_while(address, 0, is_in_scheme);
  const bool has_scheme = address.substr(scheme).starts_with(':') && scheme >= kMinSchemeBytes &&
                          scheme <= kMaxSchemeBytes && ascii::is_letter(address[0]);
  const std::size_t at = address.find('@');
  const bool is_mail = at != kNone && at > 0 && at + 1 < address.size() &&
                       at == address.rfind('@') && address.find_first_of("\\:,;()[]\"") == kNone;
  return has_scheme || is_mail ? std::optional(end + 1) : std::nullopt;
}

std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^")) return std::nullopt;
  const std::size_t end = text.find_first_of("[] \t\r\n", at + 2);
  if (end == kNone || text[end] != ']' || end == at + 2) return std::nullopt;
  return end + 1;
}

std::optional<std::size_t> end_of_reference(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with('[')) return std::nullopt;
  const std::size_t end = text.find_first_of("[]", at + 1);
  if (end == kNone || text[end] != ']') return std::nullopt;
  const std::string_view label = text.substr(at + 1, end - at - 1);
  if (label.starts_with('^') || (!label.empty() && ascii::trimmed(label).empty()))
    return std::nullopt;
  return end + 1;
}

std::optional<LinkTarget> read_inline_target(std::string_view text, std::size_t at) {
  const auto target = read_address(text, skip_while(text, at + 1, ascii::is_blank));
  if (!target) return std::nullopt;
  const std::size_t end = skip_title(text, target->end);
  if (!text.substr(end).starts_with(')')) return std::nullopt;
  return LinkTarget{target->address, end + 1};
}

std::optional<std::string_view> read_definition(std::string_view line, std::size_t at) {
  const std::size_t close = line.find_first_of("[]", at + 1);
  const bool is_label = close != kNone && close > at + 1 && line[at + 1] != '^' &&
                        line.substr(close).starts_with("]:");
  if (!is_label) return std::nullopt;
  const auto target = read_address(line, skip_while(line, close + 2, ascii::is_blank));
  const bool fills_line = target && skip_title(line, target->end) == line.size();
  return fills_line && !target->address.empty() ? std::optional(target->address) : std::nullopt;
}

}  // namespace notes
