// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/inline_scanner.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/html.h"
#include "common/text/joined.h"
#include "common/text/web_address.h"

namespace notes {
namespace {

constexpr ascii::ByteSet kInMarkdown = ascii::byte_set("\\`<[]*_~&:.\r\n\xC2\xE2");
constexpr ascii::ByteSet kInHtml = ascii::byte_set("<&:.\r\n\xC2\xE2");

std::size_t end_of_run(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size());
}

// Whether an outliner wrote the line for its own use: `id:: 62a0…`, `collapsed:: true`. `line` has
// no line end; blanks and a bullet may come before the key.
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

}  // namespace

void InlineScanner::scan(std::string_view block, BlockKind kind) {
  start(block, kind);
  for (std::size_t at = begin_block(); (at = next_special(at)) < text_.size();)
    at = scan_special(at);
  marks_.pair_from(0);
}

void InlineScanner::start(std::string_view block, BlockKind kind) {
  text_ = block;
  kind_ = kind;
  tokens_.clear();
  marks_.clear();
  links_.clear();
  asides_.clear();
  brackets_.clear();
  inside_link_ = taken_ = wiki_end_ = 0;
  escaped_ = kNone;
  has_properties_ = block.find("::") != kNone;
  is_never_closed_.fill(false);
  knows_all_backticks_ = false;
  last_backticks_.fill(0);
}

std::size_t InlineScanner::add(InlineTokenKind kind, std::size_t begin, std::size_t end,
                               PartKind part) {
  const ByteRange bytes = byte_range(begin, end);
  tokens_.push_back({kind, part, bytes.begin, bytes.end, 0});
  taken_ = std::max(taken_, end);
  return tokens_.size() - 1;
}

std::size_t InlineScanner::next_special(std::size_t at) const {
  const ascii::ByteSet& special = kind_ == BlockKind::html ? kInHtml : kInMarkdown;
  while (at < text_.size() && !special[static_cast<unsigned char>(text_[at])]) ++at;
  return at;
}

std::size_t InlineScanner::scan_special(std::size_t at) {
  switch (text_[at]) {
    case '\\':
      return scan_escape(at);
    case '`':
      return scan_code(at);
    case '<':
      return scan_angle_bracket(at);
    case '[':
      return open_bracket(at);
    case ']':
      return close_bracket(at);
    case '*':
    case '_':
    case '~':
      return scan_marks(at);
    case '&':
      return scan_entity(at);
    case ':':
      return scan_colon(at);
    case '.':
      return scan_dot(at);
    case '\r':
    case '\n':
      return break_line(at);
    default:
      return scan_wide_blank(at);
  }
}

// ------------------------------------------------------------------------------------------ lines

// Skips what comes before the text of a line. Within a paragraph, `>` can only belong to a quote.
std::size_t InlineScanner::begin_line(std::size_t at) {
  const std::string_view prefix = kind_ == BlockKind::html ? " \t" : " \t>";
  std::size_t begin = std::min(text_.find_first_not_of(prefix, at), text_.size());
  if (has_properties_ && is_machine_property(line_at(begin))) begin += line_at(begin).size();
  hide(at, begin);
  return begin;
}

std::size_t InlineScanner::break_line(std::size_t at) {
  std::size_t line_end = at;
  while (line_end > taken_ && (text_[line_end - 1] == ' ' || text_[line_end - 1] == '\t'))
    --line_end;
  if (text_.substr(at).starts_with("\r\n")) ++at;
  hide(line_end, at);
  add(InlineTokenKind::blank, at, at + 1);
  return begin_line(at + 1);
}

std::size_t InlineScanner::scan_wide_blank(std::size_t at) {
  constexpr std::array<std::string_view, 3> kBlanks{"\u00A0", "\u2007", "\u202F"};
  for (const std::string_view blank : kBlanks) {
    if (!text_.substr(at).starts_with(blank)) continue;
    add(InlineTokenKind::blank, at, at + blank.size());
    return at + blank.size();
  }
  return at + 1;
}

// ------------------------------------------------------------------------------------- characters

std::size_t InlineScanner::scan_escape(std::size_t at) {
  const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
  if (next == '\n' || next == '\r') {
    const bool is_last_line = text_.find_first_not_of(" \t\r\n", at + 1) == kNone;
    if (!is_last_line) hide(at, at + 1);
    return at + 1;
  }
  if (!ascii::is_punctuation(next)) return at + 1;
  hide(at, at + 1);
  escaped_ = at + 1;
  return at + 2;
}

std::size_t InlineScanner::scan_entity(std::size_t at) {
  const auto entity = entity_at(text_, at);
  if (!entity) return at + 1;
  add(InlineTokenKind::entity, at, at + entity->length);
  return at + entity->length;
}

std::size_t InlineScanner::scan_marks(std::size_t at) {
  const std::size_t end = end_of_run(text_, at);
  const std::size_t token = add(InlineTokenKind::emphasis, at, end);
  tokens_[token].number = static_cast<std::uint32_t>(marks_.add(text_, at, end));
  return end;
}

std::size_t InlineScanner::scan_code(std::size_t at) {
  const std::size_t opened = end_of_run(text_, at);
  const auto closing = find_code_end(opened, opened - at);
  if (!closing) return opened;
  std::size_t begin = opened;
  std::size_t end = *closing;
  const bool is_padded = ascii::is_blank(text_[begin]) && ascii::is_blank(text_[end - 1]);
  if (is_padded && !ascii::trimmed(text_.substr(begin, end - begin)).empty()) {
    ++begin;
    --end;
  }
  hide(at, begin);
  show_code(begin, end);
  hide(end, *closing + (opened - at));
  return *closing + (opened - at);
}

// Finds the next run of exactly this many backticks. Remembers the runs it passes, so that later
// searches are quick.
std::optional<std::size_t> InlineScanner::find_code_end(std::size_t from, std::size_t backticks) {
  if (backticks > kMaxBackticks) return std::nullopt;
  if (knows_all_backticks_ && last_backticks_[backticks] < from) return std::nullopt;
  for (std::size_t at = text_.find('`', from); at != kNone;) {
    const std::size_t end = end_of_run(text_, at);
    if (end - at <= kMaxBackticks) last_backticks_[end - at] = at;
    if (end - at == backticks) return at;
    at = text_.find('`', end);
  }
  knows_all_backticks_ = true;
  return std::nullopt;
}

// In a table, the backslash of an escaped pipe is removed even here.
void InlineScanner::show_code(std::size_t begin, std::size_t end) {
  const std::string_view code = text_.substr(0, end);
  const std::string_view stops = kind_ == BlockKind::table ? "\\\n\r" : "\n\r";
  while (begin < end) {
    const std::size_t stop = std::min(code.find_first_of(stops, begin), end);
    if (begin < stop) add(InlineTokenKind::shown, begin, stop, PartKind::code);
    begin = stop;
    if (stop == end) break;
    if (code[stop] == '\\') {
      const bool is_escape = code.substr(stop + 1).starts_with('|');
      add(is_escape ? InlineTokenKind::hidden : InlineTokenKind::shown, stop, stop + 1,
          PartKind::code);
      begin = stop + 1;
    } else {
      begin = std::min(break_line(stop), end);
    }
  }
}

// ------------------------------------------------------------------------------------------- HTML

std::size_t InlineScanner::scan_angle_bracket(std::size_t at) {
  if (const auto end = end_of_autolink(text_, at)) {
    hide(at, at + 1);
    take_address(at + 1, *end - 1);
    hide(*end - 1, *end);
    return *end;
  }
  if (const auto end = end_of_declaration(at)) {
    hide(at, *end);
    return *end;
  }
  const auto end = end_of_html_tag(text_, at);
  return end ? take_tag(at, *end) : at + 1;
}

// Where a comment, `<!doctype html>` or `<?xml ?>` ends.
std::optional<std::size_t> InlineScanner::end_of_declaration(std::size_t at) {
  constexpr std::array<std::array<std::string_view, 2>, kDeclarations> kForms{
      {{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}}};
  for (std::size_t form = 0; form < kForms.size(); ++form) {
    const auto [opening, closing] = kForms[form];
    if (!text_.substr(at).starts_with(opening)) continue;
    const char first = at + 2 < text_.size() ? text_[at + 2] : ' ';
    if (opening == "<!" && !ascii::is_letter(first)) break;
    if (is_never_closed_[form]) return std::nullopt;
    const std::size_t end = text_.find(closing, at + 2);  // `<!-->` is a complete comment
    is_never_closed_[form] = end == kNone;
    if (end != kNone) return end + closing.size();
    return std::nullopt;
  }
  return std::nullopt;
}

std::size_t InlineScanner::take_tag(std::size_t at, std::size_t end) {
  const std::string_view tag = text_.substr(at, end - at);
  const std::string_view element = element_of(tag);
  const bool is_image = ascii::equals_ignoring_case(element, "img");
  for (const std::string_view name : {"href", "src"})
    if (const auto target = attribute_of(tag, name))
      add_target(is_image ? LinkKind::html_image : LinkKind::html, *target);
  if (is_image) {
    take_image_tag(at, end);
    return end;
  }
  if (tag[1] != '/' && holds_no_text(element)) {
    const std::size_t close = find_closing_tag(text_, end, element);
    hide(at, close);
    return close;
  }
  add(stands_in_word(element) ? InlineTokenKind::hidden : InlineTokenKind::blank, at, end);
  return end;
}

void InlineScanner::take_image_tag(std::size_t at, std::size_t end) {
  const auto alt = attribute_of(text_.substr(at, end - at), "alt");
  if (!alt || alt->empty()) {
    add(InlineTokenKind::blank, at, end);
    return;
  }
  const std::size_t begin = offset_of(*alt);
  add(InlineTokenKind::image_begin, at, begin);
  for (std::size_t amp = text_.find('&', begin); amp < begin + alt->size();)
    amp = text_.find('&', scan_entity(amp));
  add(InlineTokenKind::image_end, begin + alt->size(), end);
}

}  // namespace notes
