// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/tags.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/label.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/own_fields.h"

namespace notes {
namespace {

constexpr std::size_t kMaxTags = 100;  // each section below inherits them
constexpr std::size_t kMaxTagBytes = 100;
constexpr std::ptrdiff_t kMaxLabelledBlanks = 4;  // in one tag; anything longer is a sentence
constexpr std::ptrdiff_t kMinLettersAfterDigit = 3;
constexpr std::string_view kDirectives =  // of preprocessors
    "include define undef if ifdef ifndef elif else endif pragma error import region endregion "
    "warning";

// Without what `page|shown` shows.
std::string_view page_in(std::string_view link) {
  return trimmed(link.substr(0, link.find('|')));
}

std::string_view without_marks(std::string_view tag) {
  tag = trimmed(tag);
  if (tag.find("[[") != kNone) tag = page_in(tag);
  tag.remove_prefix(std::min(tag.find_first_not_of("#[\""), tag.size()));
  return trimmed(tag.substr(0, tag.find_last_not_of("]\"/-.") + 1));
}

// Removes marks around the tag (#, quotes, [[ ]]). Ignores texts that are not tags, and everything
// after a hundred tags.
void add_tag(std::string_view tag, TagList& list) {
  tag = without_marks(tag);
  if (tag.empty() || tag.size() > kMaxTagBytes || list.tags.size() >= kMaxTags) return;
  const auto is_control = [](unsigned char c) { return c < ' ' || c == '\x7f'; };
  if (tag == "null" || tag == "~" || tag.find("[[") != kNone) return;
  if (std::ranges::any_of(tag, is_control)) return;
  std::string folded = fold_label(tag);
  if (folded.empty() || !list.folded.insert(std::move(folded)).second) return;
  list.tags.push_back(with_valid_utf8(tag));
}

bool is_tag_character(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_ascii(c)) return is_alphanumeric(c) || c == '_' || c == '-' || c == '/';
  return read_character(text, at).kind != char_kind::separator;
}

// A dot joins the words around it: #stage.seed, but "#seed. Next".
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  const auto joins = [&] {
    return text[at] == '.' && at + 1 < text.size() && is_of_word(text[at + 1]);
  };
  while (at < text.size() && (is_tag_character(text, at) || joins()))
    at += read_character(text, at).byte_count;
  return std::min(at, text.size());
}

// #fff, #c0ffee and #12345678 are colours and numbers, though some spell words.
bool is_hexadecimal(std::string_view word) {
  const bool may_be_colour = word.size() == 3 || word.size() == 6 || word.size() == 8;
  return (may_be_colour || is_digit(word[0])) &&
         word.find_first_not_of("0123456789abcdefABCDEF") == kNone;
}

// "{: .wide #anchor}", "{#anchor}" and "{/* #comment */}", whose stars the parser has removed.
bool is_in_attributes(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxAttributeBytes = 200;
  const std::size_t begin = at - std::min(at, kMaxAttributeBytes);
  const std::string_view above = text.substr(begin, at - begin);
  const std::size_t open = above.rfind('{');
  if (open == kNone || above.find_first_of("}\n", open) != kNone) return false;
  const std::string_view inner = trimmed(above.substr(open + 1));
  return inner.empty() || std::string_view(":#./").find(inner.front()) != kNone;
}

bool may_precede_tag(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  const std::string_view above = text.substr(0, at);
  if (is_blank(before)) return !is_in_attributes(text, at);
  return before == '(' || above.ends_with("（") || above.ends_with("「") ||
         above.ends_with("\u00A0") || above.ends_with("\u3000") ||
         (before == '[' && !above.ends_with("[[") && !above.ends_with("]["));
}

// `at` is where its `#` is.
bool is_tag(std::string_view word, std::string_view text, std::size_t at) {
  if (word.empty() || word.size() > kMaxTagBytes || is_hexadecimal(word)) return false;
  // #100DaysOfCode, but not #3c. A Chinese character counts as three letters.
  const auto letters = std::ranges::count_if(word, is_letter_of_any_script);
  if (is_digit(word[0]) && letters < kMinLettersAfterDigit) return false;
  if (!is_of_word(word[0])) return false;
  const bool begins_line = at == 0 || text[at - 1] == '\n';
  return !begins_line || !is_among(kDirectives, word);
}

// Finds #tags in running text, but not in wiki links or formulas.
void add_inline_tags(std::string_view text, TagList& tags) {
  const std::size_t last_close = text.rfind("]]") + 1;  // saves searches for unclosed brackets
  std::size_t next = 0;
  for (std::size_t at = 0; (at = text.find_first_of("#$[", next)) != kNone;) {
    next = at + 1;
    const std::string_view rest = text.substr(at);
    const bool is_sign = rest.starts_with('#');
    if (is_sign && !may_precede_tag(text, at)) continue;
    if (rest.starts_with('$')) {
      const std::size_t size = formula_at(text, at).size();
      next += size > 0 ? size + 1 : 0;
    } else if (rest.substr(is_sign ? 1 : 0).starts_with("[[")) {
      const std::size_t close = at < last_close ? rest.find("]]") : kNone;
      if (close == kNone) continue;
      if (is_sign) add_tag(rest.substr(3, close - 3), tags);
      next = at + close + 2;
    } else if (is_sign) {
      next = end_of_tag(text, at + 1);
      const std::string_view word = text.substr(at + 1, next - at - 1);
      if (is_tag(word, text, at)) add_tag(word, tags);
    }
  }
}

// The text after `opening`, up to `closing` and a separator; empty if the value does not start like
// that.
std::string_view take_enclosed(std::string_view& rest, std::string_view opening,
                               std::string_view closing) {
  const std::size_t close = rest.starts_with(opening) ? rest.find(closing, opening.size()) : kNone;
  if (close == kNone) return {};
  const std::string_view inner = rest.substr(opening.size(), close - opening.size());
  const std::string_view behind = rest.substr(close + closing.size());
  const bool is_whole = behind.empty() || is_blank(behind[0]) || behind[0] == ',';
  if (!is_whole || inner.empty() || inner != trimmed(inner)) return {};
  rest = trimmed(behind);
  if (rest.starts_with(',')) rest.remove_prefix(1);
  return inner;
}

// `a, b c`, `[[a]] [[b c]]`, and links with either mark between them; tags with # are found
// anywhere.
std::vector<std::string_view> labelled_values(std::string_view rest) {
  constexpr std::string_view kLinkEdge(&kPlaceholder, 1);
  std::vector<std::string_view> values;
  while (rest = trimmed(rest), !rest.empty()) {
    if (rest.starts_with('#'))
      rest.remove_prefix(std::min({rest.find(','), rest.find("[["), rest.size()}));
    std::string_view value = page_in(take_enclosed(rest, "[[", "]]"));
    if (value.empty()) value = take_enclosed(rest, kLinkEdge, kLinkEdge);
    if (value.empty()) value = trimmed(take_until(rest, ','));
    if (!value.empty() && value.find('#') == kNone) values.push_back(value);
  }
  return values;
}

// "A unique name", "what that is for": an article belongs to the word after it.
bool reads_like_sentence(std::string_view value) {
  constexpr std::string_view kWords = "a an is are was were that which your you we they";
  const auto blanks = std::ranges::count(value, ' ');
  const bool ends_clause = blanks > 0 && std::string_view(".!?:;").find(value.back()) != kNone;
  if (ends_clause || blanks > kMaxLabelledBlanks || value.find(kPlaceholder) != kNone ||
      value.starts_with("the "))
    return true;
  while (!value.empty()) {
    const std::string word = to_lower(take_until(value, ' '));
    if (!value.empty() && is_among(kWords, word)) return true;
  }
  return false;
}

// "(underscore)" and "`impl`" in a list of keywords are examples.
bool begins_like_tag(std::string_view value) {
  while (value.starts_with('[') || value.starts_with('"')) value.remove_prefix(1);
  return !value.empty() && is_tag_character(value, 0);
}

// Adds no tag and returns false if the text is a sentence. After a singular label, several tags of
// several words count as a sentence too.
bool add_labelled(std::string_view text, bool is_singular, TagList& tags) {
  const auto values = labelled_values(text);
  const bool has_words =
      std::ranges::any_of(values, [](std::string_view value) { return value.find(' ') != kNone; });
  if (is_singular && values.size() > 1 && has_words) return false;
  if (std::ranges::any_of(values, reads_like_sentence)) return false;
  for (const std::string_view value : values)
    if (begins_like_tag(value)) add_tag(value, tags);
  return true;
}

std::size_t indentation(std::string_view line) {
  std::size_t columns = 0;
  for (const char c : line.substr(0, line.find_first_not_of(" \t"))) columns += c == '\t' ? 4 : 1;
  return columns;
}

void add_value(const FrontMatterEntry& entry, std::string_view value, TagList& tags) {
  constexpr char kNowhere = '\xff';  // no UTF-8 has this byte
  const bool is_plural = entry.key == "tags" || entry.key == "categories";
  // A string of `tags` or `categories` without commas is read as Jekyll and Obsidian do.
  const bool is_divided_by_blanks =
      value.find(',') == kNone && !value.starts_with("[[") &&
      (value.starts_with('#') || (is_plural && !entry.is_list && !entry.is_property));
  if (entry.is_property && !is_divided_by_blanks) {
    for (const std::string_view tag : labelled_values(value)) add_tag(tag, tags);
    return;
  }
  const char divider = is_divided_by_blanks ? ' ' : entry.is_list ? kNowhere : ',';
  while (!value.empty()) add_tag(take_until(value, divider), tags);
}

// Adds what a line lists after `Tags:`, or, if it is indented or a list item, below such a line.
// `source` is the same line in the note.
void add_line(std::string_view line, std::string_view source, std::uint32_t number, TagList& tags) {
  const bool may_be_label = !line.empty() && std::string_view("tTkK").find(line[0]) != kNone;
  if (tags.label.line == 0 && !may_be_label) return;
  std::string_view values = line;
  const std::string_view label = trimmed(take_until(values, ':'));
  if (label.size() < line.size() && is_among("tags tag keywords", to_lower(label))) {
    if (values.starts_with(':')) values.remove_prefix(1);
    const bool is_list = add_labelled(values, to_lower(label.back()) != 's', tags);
    const bool goes_on = is_list && (trimmed(values).empty() || trimmed(values).ends_with(','));
    tags.label = {goes_on ? number : 0, indentation(source), is_list_item(source)};
    return;
  }
  const bool is_near = tags.label.line > 0 && number <= tags.label.line + 2;
  const bool is_below = is_near && (indentation(source) > tags.label.columns ||
                                    (is_list_item(source) && !tags.label.is_item));
  const bool is_tag = is_below && add_labelled(without_list_mark(line), false, tags);
  tags.label.line = is_tag ? number : 0;
}

}  // namespace

std::string_view formula_at(std::string_view text, std::size_t open) {
  constexpr std::size_t kMaxBytes = 500;
  const std::size_t close = text.find_first_of("$\n", open + 1);
  if (close == kNone || text[close] == '\n' || close - open - 1 > kMaxBytes) return {};
  const std::string_view math = text.substr(open + 1, close - open - 1);
  // "$5 and $6" is money: in a price, a digit follows the sign.
  const bool is_price = close + 1 < text.size() && is_digit(text[close + 1]);
  const bool is_tight = !math.empty() && !is_blank(math.front()) && !is_blank(math.back());
  return is_tight && !is_price ? math : std::string_view();
}

void add_front_matter_tags(const FrontMatter& front_matter, TagList& tags) {
  constexpr std::string_view kKeys = "tags tag keywords keyword topics topic categories category";
  for (const FrontMatterEntry& entry : front_matter.entries)
    if (is_among(kKeys, entry.key))
      for (const std::string& value : entry.values) add_value(entry, value, tags);
}

void add_text_tags(std::string_view run, std::string_view source, std::uint32_t first_line,
                   TagList& tags) {
  std::string_view sources = source;
  std::uint32_t number = first_line;
  for (std::string_view lines = run; !lines.empty(); ++number)
    add_line(take_until(lines, '\n'), take_until(sources, '\n'), number, tags);
  if (run.find('#') != kNone) add_inline_tags(run, tags);
}

}  // namespace notes
