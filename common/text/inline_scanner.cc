// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/inline_scanner.h"

#include <algorithm>

#include "common/text/address_words.h"
#include "common/text/ascii.h"
#include "common/text/entity.h"
#include "common/text/html_tag.h"
#include "common/text/machine_property.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

using SpecialBytes = std::array<bool, 256>;

constexpr SpecialBytes special_bytes(std::string_view bytes) {
  SpecialBytes special{};
  for (const char c : bytes) special[static_cast<unsigned char>(c)] = true;
  return special;
}

constexpr SpecialBytes kInMarkdown = special_bytes("\\`<[]*_~&:.\r\n\xC2\xE2");
constexpr SpecialBytes kInHtml = special_bytes("<&:.\r\n\xC2\xE2");

ByteRange bytes_from(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::size_t end_of_run(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size());
}

// `[^label]` from its bracket on; nothing for others.
std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^")) return std::nullopt;
  const std::size_t end = text.find_first_of("[] \t\r\n", at + 2);
  if (end == kNone || text[end] != ']' || end == at + 2) return std::nullopt;
  return end + 1;
}

// The label in brackets at `at`, which refers to a definition somewhere in the note. Without
// looking for it: two pairs of brackets side by side are hardly ever anything else in prose.
std::optional<std::size_t> end_of_reference(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  const std::size_t end = text.find_first_of("[]", at + 1);
  if (end == kNone || text[end] != ']') return std::nullopt;
  const std::string_view label = text.substr(at + 1, end - at - 1);
  if (label.starts_with('^') || (!label.empty() && ascii::trimmed(label).empty()))
    return std::nullopt;
  return end + 1;
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
  literals_.clear();
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

std::size_t InlineScanner::add(TokenKind kind, std::size_t begin, std::size_t end, PartKind part) {
  const ByteRange bytes = bytes_from(begin, end);
  tokens_.push_back({kind, part, bytes.begin, bytes.end, 0});
  taken_ = std::max(taken_, end);
  return tokens_.size() - 1;
}

std::size_t InlineScanner::next_special(std::size_t at) const {
  const SpecialBytes& special = kind_ == BlockKind::html ? kInHtml : kInMarkdown;
  while (at < text_.size() && !special[static_cast<unsigned char>(text_[at])]) ++at;
  return at;
}

// Takes what begins, or announces itself, at `at`; returns where to go on.
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

// Definitions of link targets and footnotes begin a paragraph.
std::size_t InlineScanner::begin_block() {
  std::size_t at = begin_line(0);
  if (kind_ != BlockKind::prose) return at;
  while (at < text_.size()) {
    const std::string_view line = text_.substr(0, at + line_at(at).size());
    const auto definition = read_definition(line, at);
    if (!definition) break;
    add_target(LinkKind::definition, definition->address);
    hide(offset_of(definition->address), line.size());
    if (line.size() == text_.size()) return line.size();
    at = break_line(line.size());
  }
  const auto footnote = end_of_footnote_mark(text_, at);
  if (!footnote || *footnote == text_.size() || text_[*footnote] != ':') return at;
  hide(at, *footnote + 1);
  return begin_line(*footnote + 1);
}

// Skips what stands before the text of a line. Within a paragraph `>` can only be a quote's.
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
  add(TokenKind::blank, at, at + 1);
  return begin_line(at + 1);
}

std::size_t InlineScanner::scan_wide_blank(std::size_t at) {
  constexpr std::array<std::string_view, 3> kBlanks{"\u00A0", "\u2007", "\u202F"};
  for (const std::string_view blank : kBlanks) {
    if (!text_.substr(at).starts_with(blank)) continue;
    add(TokenKind::blank, at, at + blank.size());
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
  auto entity = entity_at(text_, at);
  if (!entity) return at + 1;
  const std::size_t token = add(TokenKind::literal, at, at + entity->length);
  tokens_[token].number = static_cast<std::uint32_t>(literals_.size());
  literals_.push_back(std::move(entity->text));
  return at + entity->length;
}

std::size_t InlineScanner::scan_marks(std::size_t at) {
  const std::size_t end = end_of_run(text_, at);
  const std::size_t token = add(TokenKind::emphasis, at, end);
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

// A run of as many backticks. What was seen on the way tells later searches to save theirs.
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

// In a table the backslash of an escaped pipe is gone even here.
void InlineScanner::show_code(std::size_t begin, std::size_t end) {
  const std::string_view code = text_.substr(0, end);
  const std::string_view stops = kind_ == BlockKind::table ? "\\\n\r" : "\n\r";
  while (begin < end) {
    const std::size_t stop = std::min(code.find_first_of(stops, begin), end);
    if (begin < stop) add(TokenKind::shown, begin, stop, PartKind::code);
    begin = stop;
    if (stop == end) break;
    if (code[stop] == '\\') {
      const bool is_escape = code.substr(stop + 1).starts_with('|');
      add(is_escape ? TokenKind::hidden : TokenKind::shown, stop, stop + 1, PartKind::code);
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

// Of a comment, `<!doctype html>` or `<?xml ?>`.
std::optional<std::size_t> InlineScanner::end_of_declaration(std::size_t at) {
  constexpr std::array<std::array<std::string_view, 2>, kDeclarations> kForms{
      {{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}}};
  for (std::size_t form = 0; form < kForms.size(); ++form) {
    const auto [opening, closing] = kForms[form];
    if (!text_.substr(at).starts_with(opening)) continue;
    const char first = at + 2 < text_.size() ? text_[at + 2] : ' ';
    if (opening == "<!" && !ascii::is_letter(first)) break;
    if (is_never_closed_[form]) return std::nullopt;
    const std::size_t end = text_.find(closing, at + 2);  // `<!-->` is a whole comment
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
  add(stands_in_word(element) ? TokenKind::hidden : TokenKind::blank, at, end);
  return end;
}

void InlineScanner::take_image_tag(std::size_t at, std::size_t end) {
  const auto alt = attribute_of(text_.substr(at, end - at), "alt");
  if (!alt || alt->empty()) {
    add(TokenKind::blank, at, end);
    return;
  }
  const std::size_t begin = offset_of(*alt);
  add(TokenKind::image_begin, at, begin);
  for (std::size_t amp = text_.find('&', begin); amp < begin + alt->size();)
    amp = text_.find('&', scan_entity(amp));
  add(TokenKind::image_end, begin + alt->size(), end);
}

// -------------------------------------------------------------------------------------- addresses

std::size_t InlineScanner::scan_colon(std::size_t at) {
  constexpr std::size_t kDataLength = 4;
  if (at >= taken_ + kDataLength) {
    const std::size_t begin = at - kDataLength;
    if (const auto end = end_of_base64_address(text_, begin)) {
      hide(begin, *end);
      return *end;
    }
  }
  if (text_.substr(at + 1, 2) != "//") return at + 1;
  const auto begin = begin_of_scheme(text_, taken_, at);
  if (!begin) return at + 3;
  const std::size_t end = end_of_address(text_, at + 3);
  return end > at + 3 ? take_address(*begin, end) : end;
}

// `www.` where a word begins.
std::size_t InlineScanner::scan_dot(std::size_t at) {
  constexpr std::size_t kLabelLength = 3;
  if (at < taken_ + kLabelLength) return at + 1;
  const std::size_t begin = at - kLabelLength;
  if (!ascii::equals_ignoring_case(text_.substr(begin, kLabelLength), "www")) return at + 1;
  if (begin > 0 && ascii::is_alphanumeric(text_[begin - 1])) return at + 1;
  const std::size_t end = end_of_address(text_, at + 1);
  return end > at + 1 ? take_address(begin, end) : end;
}

std::size_t InlineScanner::take_address(std::size_t begin, std::size_t end) {
  const std::size_t token = add(TokenKind::shown, begin, end, PartKind::address);
  const std::size_t behind = add(TokenKind::hidden, end, end);
  links_.push_back({LinkKind::address, bytes_from(begin, end), token, behind});
  return end;
}

// ------------------------------------------------------------------------------------------ links

std::size_t InlineScanner::open_bracket(std::size_t at) {
  const bool is_image = at > taken_ && text_[at - 1] == '!' && escaped_ != at - 1;
  if (const auto end = take_wiki_link(at, is_image)) return *end;
  if (const auto end = end_of_footnote_mark(text_, at)) {
    hide(at, *end);
    return *end;
  }
  const std::size_t begin = is_image ? at - 1 : at;
  brackets_.push_back(
      {at, add(TokenKind::hidden, begin, begin), marks_.size(), links_.size(), is_image});
  return at + 1;
}

// `[[page]]`, `[[page|shown]]`, `![[picture.png|300]]`.
std::optional<std::size_t> InlineScanner::take_wiki_link(std::size_t at, bool is_image) {
  if (!text_.substr(at).starts_with("[[")) return std::nullopt;
  if (wiki_end_ < at + 2) wiki_end_ = text_.find("]]", at + 2);
  if (wiki_end_ == kNone || text_.substr(wiki_end_ + 2).starts_with('(')) return std::nullopt;
  const std::string_view inside = text_.substr(at + 2, wiki_end_ - at - 2);
  if (inside.empty() || inside.find_first_of("[]\r\n") != kNone) return std::nullopt;
  const std::size_t bar = is_image ? inside.find('|') : inside.rfind('|');
  const std::string_view target = inside.substr(0, inside.find('|'));
  const std::string_view shown = is_image || bar == kNone ? target : inside.substr(bar + 1);
  const std::size_t begin = is_image ? at - 1 : at;
  const std::size_t token = add(TokenKind::hidden, begin, offset_of(shown));
  add(TokenKind::shown, offset_of(shown), offset_of(shown) + shown.size(),
      is_image ? PartKind::image : PartKind::text);
  const std::size_t behind = add(TokenKind::hidden, offset_of(shown) + shown.size(), wiki_end_ + 2);
  links_.push_back({LinkKind::wiki, bytes_from(at + 2, at + 2 + target.size()), token, behind});
  return wiki_end_ + 2;
}

std::size_t InlineScanner::close_bracket(std::size_t at) {
  if (brackets_.empty()) return at + 1;
  const Bracket bracket = brackets_.back();
  brackets_.pop_back();
  const bool is_outside_link = brackets_.size() < inside_link_ && !bracket.is_image;
  inside_link_ = std::min(inside_link_, brackets_.size());
  if (is_outside_link) return at + 1;
  if (text_.substr(at + 1).starts_with('('))
    if (const auto target = read_inline_target(text_, at + 1))
      return take_link(bracket, at, *target);
  // `row[i][j]` refers to nothing.
  const bool is_index =
      !bracket.is_image && bracket.at > 0 && ascii::is_alphanumeric(text_[bracket.at - 1]);
  const auto end = is_index ? std::nullopt : end_of_reference(text_, at + 1);
  return end ? take_link(bracket, at, {text_.substr(at, 0), *end}) : at + 1;
}

std::size_t InlineScanner::take_link(const Bracket& bracket, std::size_t at,
                                     const LinkTarget& target) {
  marks_.pair_from(bracket.marks);
  Token& opening = tokens_[bracket.token];
  opening.end = static_cast<std::uint32_t>(bracket.at + 1);
  if (bracket.is_image) opening.kind = TokenKind::image_begin;
  const std::size_t closing =
      add(bracket.is_image ? TokenKind::image_end : TokenKind::hidden, at, target.end);
  // An address that is the text of a link is no link of its own.
  const auto inner = links_.begin() + static_cast<std::ptrdiff_t>(bracket.links);
  links_.erase(std::remove_if(inner, links_.end(),
                              [](const auto& link) { return link.kind == LinkKind::address; }),
               links_.end());
  add_target(bracket.is_image ? LinkKind::image : LinkKind::link, target.address);
  links_.back().first_token = bracket.token;
  links_.back().last_token = closing;
  if (bracket.is_image)
    add_image_name(target.address);
  else
    inside_link_ = brackets_.size();
  return target.end;
}

void InlineScanner::add_target(LinkKind kind, std::string_view address) {
  const std::size_t begin = offset_of(address);
  links_.push_back({kind, bytes_from(begin, begin + address.size()), 0, 0});
  if (kind == LinkKind::html || kind == LinkKind::html_image) return;
  if (const auto id = paper_id_in(address)) add_aside(*id);
}

// The words of a file name may be separated by percent-encoded blanks.
void InlineScanner::add_image_name(std::string_view address) {
  if (address.starts_with("data:") || paper_id_in(address)) return;
  for (std::string_view name = file_stem_in(address); !name.empty();) {
    const std::string_view words = name.substr(0, name.find('%'));
    add_aside(words);
    name.remove_prefix(std::min(name.size(), words.size() + 3));
  }
}

void InlineScanner::add_aside(std::string_view part) {
  if (!part.empty()) asides_.push_back(bytes_from(offset_of(part), offset_of(part) + part.size()));
}

}  // namespace notes
