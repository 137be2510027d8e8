// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/titles.h"

#include <algorithm>
#include <array>

#include "indexer/extract/ascii.h"
#include "indexer/extract/date_pattern.h"
#include "indexer/scan/utf8_check.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// "[[page|shown]]" becomes "shown", "[[page]]" becomes "page".
std::string without_wikilinks(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const std::size_t open = text.find("[[");
    const std::size_t close = open == kNone ? kNone : text.find("]]", open);
    if (close == kNone) break;
    shown += text.substr(0, open);
    std::string_view inner = text.substr(open + 2, close - open - 2);
    const std::size_t bar = inner.rfind('|');
    shown += bar == kNone ? inner : inner.substr(bar + 1);
    text.remove_prefix(close + 2);
  }
  return shown.append(text);
}

void remove_pairs(std::string& text, std::string_view mark) {
  for (std::size_t open = text.find(mark); open != std::string::npos;
       open = text.find(mark, open)) {
    const std::size_t close = text.find(mark, open + mark.size());
    if (close == std::string::npos) return;
    text.erase(close, mark.size()).erase(open, mark.size());
  }
}

std::string with_single_blanks(std::string_view text) {
  std::string single;
  for (const char c : trimmed(text)) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank)
      single.push_back(c);
    else if (!single.empty() && single.back() != ' ')
      single.push_back(' ');
  }
  while (single.ends_with(' ')) single.pop_back();
  return single;
}

// "Setup {#setup .wide}": what stands in the braces is for a program.
std::string_view without_attributes(std::string_view title) {
  const std::size_t open = title.rfind('{');
  if (!title.ends_with('}') || open == kNone || open == 0) return title;
  const std::string_view inner = trimmed(title.substr(open + 1, title.size() - open - 2));
  const bool is_attribute = inner.size() > 1 && (inner[0] == '#' || inner[0] == '.') &&
                            (is_letter(inner[1]) || is_beyond_ascii(inner[1]));
  return is_attribute ? trimmed(title.substr(0, open)) : title;
}

std::string_view cut_at_character(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

std::string_view stem_of(std::string_view rel_path) {
  constexpr std::array<std::string_view, 8> kExtensions{"md",  "markdown", "mdown", "mkd",
                                                        "mdx", "qmd",      "rmd",   "txt"};
  const std::string_view name = rel_path.substr(rel_path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == kNone || dot == 0) return name;
  const std::string_view extension = name.substr(dot + 1);
  const bool known = std::ranges::any_of(kExtensions, [&](std::string_view listed) {
    return ascii::equals_ignoring_case(extension, listed);
  });
  return known ? name.substr(0, dot) : name;
}

// "2024-02-13-title" is called "title"; but "Feb 2024 notes" is a name.
std::string_view without_date_prefix(std::string_view stem) {
  const auto date = find_date(stem);
  if (!date || date->begin != 0 || !is_digit(stem.front())) return stem;
  const std::size_t rest = stem.find_first_not_of("-_. ", date->end);
  return rest == kNone ? stem : stem.substr(rest);
}

// Outside of a date, which keeps the marks it is written with.
std::string with_blanks_for(std::string_view marks, std::string_view name) {
  std::string words(name);
  const auto date = find_date(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool dated = date && i >= date->begin && i < date->end;
    if (!dated && marks.find(words[i]) != kNone) words[i] = ' ';
  }
  return words;
}

// In a name with blanks a dash belongs to its word: "TensorRT-LLM notes".
std::string as_words(std::string_view name) {
  return name.find(' ') == kNone ? with_blanks_for("-_", name) : std::string(name);
}

bool is_hierarchy(std::string_view stem) {
  return std::ranges::count(stem, '.') >= 2 && stem.find(' ') == kNone && stem.find("..") == kNone;
}

}  // namespace

std::string clean_title(std::string_view text) {
  // Twice the limit is read, so that what markup takes away is made up for.
  std::string title = without_wikilinks(text.substr(0, 2 * kMaxTitleBytes));
  remove_pairs(title, "~~");
  remove_pairs(title, "==");
  title = with_single_blanks(with_valid_utf8(title));
  return std::string(trimmed(cut_at_character(without_attributes(title), kMaxTitleBytes)));
}

std::string title_of_file_name(std::string_view rel_path) {
  const std::string_view stem = without_date_prefix(stem_of(rel_path));
  const std::string_view last = stem.substr(stem.rfind('.') + 1);
  const bool named = std::ranges::any_of(last, [](char c) { return !is_digit(c); });
  if (is_hierarchy(stem) && !last.empty() && named) return clean_title(as_words(last));
  return is_hierarchy(stem) ? words_of_file_name(rel_path) : clean_title(as_words(stem));
}

std::string words_of_file_name(std::string_view rel_path) {
  const std::string_view stem = without_date_prefix(stem_of(rel_path));
  if (!is_hierarchy(stem)) return clean_title(as_words(stem));
  return clean_title(with_blanks_for("-_.", stem));
}

bool is_question(std::string_view title) {
  constexpr std::array<std::string_view, 16> kClosing{")", "]",  "\"", "'",  "*",  "_", "”",  "’",
                                                      "»", "）", "」", "』", "】", "!", "！", " "};
  bool shortened = true;
  while (shortened) {
    shortened = false;
    for (const std::string_view mark : kClosing) {
      if (!title.ends_with(mark)) continue;
      title.remove_suffix(mark.size());
      shortened = true;
    }
  }
  constexpr std::array<std::string_view, 4> kQuestionMarks{"?", "？", "؟", "⁇"};
  return std::ranges::any_of(kQuestionMarks,
                             [&](std::string_view mark) { return title.ends_with(mark); });
}

}  // namespace notes
