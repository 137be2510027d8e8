// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/tags.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/char_kind.h"
#include "common/text/label.h"
#include "indexer/extract/ascii.h"
#include "indexer/scan/utf8_check.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMaxTags = 100;  // each section below inherits them
constexpr std::size_t kMaxTagBytes = 100;
constexpr std::size_t kMaxLabelledWords = 5;  // what is longer is a sentence

bool is_tag_character(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (!is_beyond_ascii(c)) return is_alphanumeric(c) || c == '_' || c == '-' || c == '/';
  return read_character(text, at).kind != char_kind::separator;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && is_tag_character(text, at)) at += read_character(text, at).byte_count;
  return std::min(at, text.size());
}

// #fff, #c0ffee and #12345678 are colours and numbers, though some spell words.
bool is_hexadecimal_colour(std::string_view word) {
  return (word.size() == 3 || word.size() == 6 || word.size() == 8) &&
         word.find_first_not_of("0123456789abcdefABCDEF") == kNone;
}

bool is_preprocessor_word(std::string_view word) {
  constexpr std::array<std::string_view, 15> kWords{
      "include", "define", "undef", "if",     "ifdef",  "ifndef",    "elif",   "else",
      "endif",   "pragma", "error", "import", "region", "endregion", "warning"};
  return std::ranges::find(kWords, word) != kWords.end();
}

bool may_precede_tag(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  const std::string_view above = text.substr(0, at);
  if (is_blank(before)) return !above.ends_with("{ ");  // an attribute: { #anchor }
  return before == '(' || above.ends_with("（") || above.ends_with("「") ||
         above.ends_with("\u00A0") || above.ends_with("\u3000") ||
         (before == '[' && !above.ends_with("[[") && !above.ends_with("]["));
}

bool is_at_line_start(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == '\n';
}

// Finds #tags in running text, skipping wikilinks and formulas.
class InlineTags {
 public:
  InlineTags(std::string_view text, std::string_view source, TagList& tags)
      : text_(text), tags_(tags), last_close_(text.rfind("]]")) {
    for (std::size_t at = source.find("\\#"); at != kNone; at = source.find("\\#", at + 2))
      escaped_.push_back(source.substr(at + 2, end_of_word(source, at + 2) - at - 2));
    std::ranges::sort(escaped_);
  }

  void find_all() {
    std::size_t at = text_.find_first_of("#$[");
    while (at != kNone) {
      at = text_.find_first_of("#$[", pass(at));
    }
  }

 private:
  // Behind whatever begins at the sign.
  std::size_t pass(std::size_t at) {
    if (text_[at] == '$') return pass_formula(at);
    if (text_[at] == '[') return pass_wikilink(at);
    if (!may_precede_tag(text_, at)) return at + 1;
    return text_.substr(at + 1).starts_with("[[") ? pass_bracketed_tag(at) : pass_tag(at);
  }

  std::size_t pass_formula(std::size_t at) const {
    const std::size_t close = text_.find_first_of("$\n", at + 1);
    const bool closed = close != kNone && text_[close] == '$';
    const bool tight =
        closed && close > at + 1 && !is_blank(text_[at + 1]) && !is_blank(text_[close - 1]);
    return tight ? close + 1 : at + 1;
  }

  std::size_t pass_wikilink(std::size_t at) const {
    const bool is_wikilink = text_.substr(at).starts_with("[[") && closes_after(at);
    return is_wikilink ? text_.find("]]", at) + 2 : at + 1;
  }

  std::size_t pass_bracketed_tag(std::size_t at) {
    if (!closes_after(at)) return at + 1;
    const std::size_t close = text_.find("]]", at);
    tags_.add(text_.substr(at + 3, close - at - 3));
    return close + 2;
  }

  std::size_t pass_tag(std::size_t at) {
    const std::size_t end = end_of_word(text_, at + 1);
    const std::string_view word = text_.substr(at + 1, end - at - 1);
    if (is_tag(word, at)) tags_.add(word);
    return std::max(end, at + 1);
  }

  bool is_tag(std::string_view word, std::size_t at) const {
    if (word.empty() || word.size() > kMaxTagBytes || is_hexadecimal_colour(word)) return false;
    if (!is_letter(word[0]) && !is_beyond_ascii(word[0])) return false;
    if (is_at_line_start(text_, at) && is_preprocessor_word(word)) return false;
    return !std::ranges::binary_search(escaped_, word);
  }

  bool closes_after(std::size_t at) const { return last_close_ != kNone && last_close_ > at; }

  std::string_view text_;
  TagList& tags_;
  std::vector<std::string_view> escaped_;  // words behind \#, sorted
  std::size_t last_close_;                 // so that unclosed brackets cost no search each
};

bool is_label(std::string_view label) {
  return ascii::equals_ignoring_case(label, "tags") || ascii::equals_ignoring_case(label, "tag") ||
         ascii::equals_ignoring_case(label, "keywords");
}

std::ptrdiff_t blanks_in(std::string_view text) {
  return std::ranges::count(text, ' ');
}

// "(underscore)" and "`impl`" in a list of keywords are examples.
bool begins_like_tag(std::string_view value) {
  while (value.starts_with('[') || value.starts_with('"')) value.remove_prefix(1);
  return !value.empty() && is_tag_character(value, 0);
}

// `Tags: a, b c` and `tags:: [[a]], b`. Tags with # are found wherever they stand.
void add_labelled_tags(std::string_view line, TagList& tags) {
  std::string_view values = line.substr(0, line.find('\n'));
  if (!is_label(trimmed(take_until(values, ':')))) return;
  if (values.starts_with(':')) values.remove_prefix(1);
  while (!values.empty()) {
    const std::string_view value = trimmed(take_until(values, ','));
    const bool short_enough = static_cast<std::size_t>(blanks_in(value)) < kMaxLabelledWords;
    if (short_enough && value.find('#') == kNone && begins_like_tag(value)) tags.add(value);
  }
}

void add_values_between(std::string_view text, char divider, TagList& tags) {
  while (!text.empty()) tags.add(take_until(text, divider));
}

void add_value(const FrontMatterEntry& entry, std::string_view value, TagList& tags) {
  if (value.starts_with('#') && value.find(',') == kNone) {
    add_values_between(value, ' ', tags);
  } else if (entry.is_list) {
    tags.add(value);
  } else {
    add_values_between(value, ',', tags);
  }
}

std::string_view without_marks(std::string_view tag) {
  tag = trimmed(tag);
  while (!tag.empty() && (tag.front() == '#' || tag.front() == '[' || tag.front() == '"'))
    tag.remove_prefix(1);
  while (!tag.empty() && (tag.back() == ']' || tag.back() == '"' || tag.back() == '/' ||
                          tag.back() == '-' || tag.back() == '.'))
    tag.remove_suffix(1);
  return trimmed(tag);
}

}  // namespace

void TagList::add(std::string_view tag) {
  tag = without_marks(tag);
  if (tag.empty() || tag.size() > kMaxTagBytes || tags_.size() >= kMaxTags) return;
  if (tag == "null" || tag == "~") return;
  std::string folded = fold_label(tag);
  if (folded.empty()) return;
  const auto place = std::ranges::lower_bound(folded_, folded);
  if (place != folded_.end() && *place == folded) return;
  folded_.insert(place, std::move(folded));
  tags_.push_back(with_valid_utf8(tag));
}

void add_front_matter_tags(const FrontMatter& front_matter, TagList& tags) {
  constexpr std::array<std::string_view, 8> kKeys{"tags",   "tag",   "keywords",   "keyword",
                                                  "topics", "topic", "categories", "category"};
  for (const FrontMatterEntry& entry : front_matter.entries)
    if (std::ranges::find(kKeys, entry.key) != kKeys.end())
      for (const std::string& value : entry.values) add_value(entry, value, tags);
}

void add_text_tags(std::string_view run, std::string_view source, TagList& tags) {
  for (std::size_t begin = 0; begin < run.size();) {
    const char first = to_lower(run[begin]);
    if (first == 't' || first == 'k') add_labelled_tags(run.substr(begin), tags);
    const std::size_t end = run.find('\n', begin);
    begin = end == kNone ? run.size() : end + 1;
  }
  if (run.find('#') != kNone) InlineTags(run, source, tags).find_all();
}

}  // namespace notes
