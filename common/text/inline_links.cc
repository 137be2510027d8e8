// SPDX-License-Identifier: GPL-2.0-or-later
// The addresses and links in a block: the other half of inline_scanner.cc.
#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/inline_scanner.h"
#include "common/text/web_address.h"

namespace notes {
namespace {

constexpr int kMaxNesting = 8;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_blank(text[at])) ++at;
  return at;
}

// These end where the text after the address begins.
std::optional<LinkTarget> read_bracketed_address(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("<>", at + 1);
  if (end == kNone || text[end] == '<') return std::nullopt;
  return LinkTarget{text.substr(at + 1, end - at - 1), end + 1};
}

// Ends at a blank, or at a closing parenthesis that was not opened inside it.
std::optional<LinkTarget> read_open_address(std::string_view text, std::size_t begin) {
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

std::optional<LinkTarget> read_address(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') return read_bracketed_address(text, at);
  return read_open_address(text, at);
}

// The end of the title at `at`; nothing if there is no complete title.
std::optional<std::size_t> end_of_title(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return std::nullopt;
  const char close = open == '(' ? ')' : open;
  for (++at; at < text.size(); ++at) {
    if (text[at] == close) return at + 1;
    if (text[at] == open) return std::nullopt;
    if (text[at] == '\\') ++at;
  }
  return std::nullopt;
}

std::size_t skip_title(std::string_view text, std::size_t address_end) {
  const std::size_t at = skip_blanks(text, address_end);
  if (at == address_end) return at;
  return skip_blanks(text, end_of_title(text, at).value_or(at));
}

// The target `(address "title")` whose parenthesis is at `at`; `text` ends with the line. Nothing
// if it is not closed on the line, or has more than eight nested parentheses.
std::optional<LinkTarget> read_inline_target(std::string_view text, std::size_t at) {
  const auto target = read_address(text, skip_blanks(text, at + 1));
  if (!target) return std::nullopt;
  const std::size_t end = skip_title(text, target->end);
  if (end >= text.size() || text[end] != ')') return std::nullopt;
  return LinkTarget{target->address, end + 1};
}

// The address in the definition `[label]: address "title"` that fills the line [at, end of text),
// whose bracket is at `at`. Nothing for any other line, footnotes included.
std::optional<std::string_view> read_definition(std::string_view text, std::size_t at) {
  const std::size_t close = text.find_first_of("[]", at + 1);
  const bool is_label = close != kNone && close > at + 1 && text[at + 1] != '^' &&
                        text.substr(close).starts_with("]:");
  if (!is_label) return std::nullopt;
  const auto target = read_address(text, skip_blanks(text, close + 2));
  const bool fills_line = target && skip_title(text, target->end) == text.size();
  return fills_line && !target->address.empty() ? std::optional(target->address) : std::nullopt;
}

// The end of the footnote mark `[^label]` that starts at `at`; nothing for anything else.
std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^")) return std::nullopt;
  const std::size_t end = text.find_first_of("[] \t\r\n", at + 2);
  if (end == kNone || text[end] != ']' || end == at + 2) return std::nullopt;
  return end + 1;
}

// The label in brackets at `at`, which refers to a definition somewhere in the note. Does not look
// for the definition: in prose, two adjacent pairs of brackets are almost never anything else.
std::optional<std::size_t> end_of_reference(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  const std::size_t end = text.find_first_of("[]", at + 1);
  if (end == kNone || text[end] != ']') return std::nullopt;
  const std::string_view label = text.substr(at + 1, end - at - 1);
  if (label.starts_with('^') || (!label.empty() && ascii::trimmed(label).empty()))
    return std::nullopt;
  return end + 1;
}

// `next-level` for `imgs/next-level.png?raw=true`. Part of `address`.
std::string_view file_stem_in(std::string_view address) {
  std::string_view name = address.substr(0, address.find_first_of("?#"));
  name.remove_prefix(name.find_last_of("/\\") + 1);
  return name.substr(0, name.rfind('.'));
}

}  // namespace

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

// `www.` at the start of a word.
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
  const std::size_t token = add(InlineTokenKind::shown, begin, end, PartKind::address);
  const std::size_t behind = add(InlineTokenKind::hidden, end, end);
  links_.push_back({LinkKind::address, byte_range(begin, end), token, behind});
  return end;
}

// ------------------------------------------------------------------------------------------ links

// Definitions of link targets and footnotes begin a paragraph.
std::size_t InlineScanner::begin_block() {
  std::size_t at = begin_line(0);
  if (kind_ != BlockKind::prose) return at;
  while (at < text_.size() && text_[at] == '[') {
    const std::string_view line = text_.substr(0, at + line_at(at).size());
    const auto address = read_definition(line, at);
    if (!address) break;
    add_target(LinkKind::definition, *address);
    hide(offset_of(*address), line.size());
    if (line.size() == text_.size()) return line.size();
    at = break_line(line.size());
  }
  const auto footnote = end_of_footnote_mark(text_, at);
  if (!footnote || *footnote == text_.size() || text_[*footnote] != ':') return at;
  hide(at, *footnote + 1);
  return begin_line(*footnote + 1);
}

std::size_t InlineScanner::open_bracket(std::size_t at) {
  const bool is_image = at > taken_ && text_[at - 1] == '!' && escaped_ != at - 1;
  if (const auto end = take_wiki_link(at, is_image)) return *end;
  if (const auto end = end_of_footnote_mark(text_, at)) {
    hide(at, *end);
    return *end;
  }
  const std::size_t begin = is_image ? at - 1 : at;
  brackets_.push_back(
      {at, add(InlineTokenKind::hidden, begin, begin), marks_.size(), links_.size(), is_image});
  return at + 1;
}

// `[[page]]`, `[[page|shown]]`, `[[page\|shown]]` in a table, `![[picture.png|300]]`.
std::optional<std::size_t> InlineScanner::take_wiki_link(std::size_t at, bool is_image) {
  if (!text_.substr(at).starts_with("[[")) return std::nullopt;
  if (wiki_end_ < at + 2) wiki_end_ = text_.find("]]", at + 2);
  if (wiki_end_ == kNone || text_.substr(wiki_end_ + 2).starts_with('(')) return std::nullopt;
  const std::string_view inside = text_.substr(at + 2, wiki_end_ - at - 2);
  if (inside.empty() || inside.find_first_of("[]\r\n") != kNone) return std::nullopt;
  const std::size_t bar = is_image ? inside.find('|') : inside.rfind('|');
  std::string_view target = inside.substr(0, inside.find('|'));
  if (target.size() < inside.size() && target.ends_with('\\')) target.remove_suffix(1);
  const std::string_view shown = is_image || bar == kNone ? target : inside.substr(bar + 1);
  const std::size_t begin = is_image ? at - 1 : at;
  const std::size_t token = add(InlineTokenKind::hidden, begin, offset_of(shown));
  add(InlineTokenKind::shown, offset_of(shown), offset_of(shown) + shown.size(),
      is_image ? PartKind::image : PartKind::text);
  const std::size_t behind =
      add(InlineTokenKind::hidden, offset_of(shown) + shown.size(), wiki_end_ + 2);
  links_.push_back({LinkKind::wiki, byte_range(at + 2, at + 2 + target.size()), token, behind});
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
  // `row[i][j]` is not a reference.
  const bool is_index =
      !bracket.is_image && bracket.at > 0 && ascii::is_alphanumeric(text_[bracket.at - 1]);
  const auto end = is_index ? std::nullopt : end_of_reference(text_, at + 1);
  return end ? take_link(bracket, at, {text_.substr(at, 0), *end}) : at + 1;
}

std::size_t InlineScanner::take_link(const Bracket& bracket, std::size_t at,
                                     const LinkTarget& target) {
  marks_.pair_from(bracket.marks);
  InlineToken& opening = tokens_[bracket.token];
  opening.end = static_cast<std::uint32_t>(bracket.at + 1);
  if (bracket.is_image) opening.kind = InlineTokenKind::image_begin;
  const std::size_t closing =
      add(bracket.is_image ? InlineTokenKind::image_end : InlineTokenKind::hidden, at, target.end);
  // An address that is the text of a link is not a link of its own.
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
  links_.push_back({kind, byte_range(begin, begin + address.size()), 0, 0});
  if (kind == LinkKind::html || kind == LinkKind::html_image) return;
  if (const auto id = paper_id_in(address)) add_aside(*id);
}

// Percent-encoded blanks may separate the words of a file name.
void InlineScanner::add_image_name(std::string_view address) {
  if (address.starts_with("data:") || paper_id_in(address)) return;
  for (std::string_view name = file_stem_in(address); !name.empty();) {
    const std::string_view words = name.substr(0, name.find('%'));
    add_aside(words);
    name.remove_prefix(std::min(name.size(), words.size() + 3));
  }
}

void InlineScanner::add_aside(std::string_view part) {
  if (!part.empty()) asides_.push_back(byte_range(offset_of(part), offset_of(part) + part.size()));
}

}  // namespace notes
