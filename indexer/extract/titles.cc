// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/titles.h"

#include <algorithm>

#include "common/date_reader.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/label.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

// "[[page|shown]]" becomes "shown", "[[page]]" becomes "page".
std::string without_wikilinks(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const std::size_t open = text.find("[[");
    const std::size_t close = open == kNone ? kNone : text.find("]]", open);
    if (close == kNone) break;
    shown += text.substr(0, open);
    const std::string_view inner = text.substr(open + 2, close - open - 2);
    shown += inner.substr(inner.rfind('|') + 1);
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

std::string with_single_blanks(std::string text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  const auto are_blanks = [](char a, char b) { return a == ' ' && b == ' '; };
  std::ranges::replace_if(text, is_control, ' ');
  text.erase(std::unique(text.begin(), text.end(), are_blanks), text.end());
  return std::string(trimmed(text));
}

// "Setup {#setup .wide}", "Setup {: .wide}" and "Setup {/*setup*/}", whose stars the parser has
// removed: the text in braces is for programs.
std::string_view without_attributes(std::string_view title) {
  if (const std::size_t close = title.find("/}"); title.starts_with("{/") && close != kNone)
    return without_attributes(trimmed(title.substr(close + 2)));
  const std::size_t open = title.rfind('{');
  if (!title.ends_with('}') || open == kNone || open == 0) return title;
  const std::string_view inner = trimmed(title.substr(open + 1, title.size() - open - 2));
  if (inner.size() < 2) return title;
  const bool is_comment = inner.front() == '/' && inner.back() == '/';
  const bool is_attribute =
      (inner[0] == '#' || inner[0] == '.') && is_letter_of_any_script(inner[1]);
  if (!is_comment && !is_attribute && inner.front() != ':') return title;
  return without_attributes(trimmed(title.substr(0, open)));
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view stem_of(std::string_view rel_path) {
  return without_note_extension(name_of(rel_path));
}

// "2024-02-13-title" becomes "title", but "Feb 2024 notes" is a name.
std::string_view without_date_prefix(std::string_view stem) {
  const auto date = find_date(stem);
  if (!date || date->begin != 0 || !is_digit(stem.front())) return stem;
  const std::size_t rest = stem.find_first_not_of("-_. ", date->end);
  return rest == kNone ? stem : stem.substr(rest);
}

// Whether the dot belongs to a number like 1.1.7 or 2.0-rc.1; not in "2021.notes".
bool is_point_of_number(std::string_view name, std::size_t at) {
  if (name[at] != '.' || at + 1 >= name.size() || !is_digit(name[at + 1])) return false;
  std::size_t end = at;
  while (end > 0 && is_letter(name[end - 1])) --end;
  if (end < at && (end == 0 || name[--end] != '-')) return false;
  return end > 0 && is_digit(name[end - 1]);
}

std::size_t last_divider(std::string_view stem) {
  std::size_t at = stem.rfind('.');
  while (at != kNone && at > 0 && is_point_of_number(stem, at)) at = stem.rfind('.', at - 1);
  return at;
}

// Not in dates, which keep their separators, nor in numbers such as 1.1.7.
std::string with_blanks_for(std::string_view marks, std::string_view name) {
  std::string words(name);
  const auto date = find_date(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool dated = date && i >= date->begin && i < date->end;
    if (!dated && !is_point_of_number(name, i) && marks.find(words[i]) != kNone) words[i] = ' ';
  }
  return words;
}

// Without date and extension. Logseq has the file "AI___Is it%3F" for the page "AI/Is it?".
std::string page_name(std::string_view rel_path) {
  return with_replaced(percent_decoded(without_date_prefix(stem_of(rel_path))), "___", "/");
}

// In a name with blanks, a dash belongs to its word: "TensorRT-LLM notes". A page below another
// keeps its full name.
std::string as_words(std::string_view name) {
  const bool is_written_out = name.find_first_of(" /") != kNone;
  return is_written_out ? std::string(name) : with_blanks_for("-_", name);
}

// "cli.cmd.diff", but not "v1.1.7" or "Dr. No".
bool is_hierarchy(std::string_view stem) {
  return std::ranges::count(stem, '.') >= 2 && stem.find(' ') == kNone &&
         stem.find("..") == kNone && last_divider(stem) != kNone;
}

}  // namespace

std::string clean_title(std::string_view text) {
  // Reads twice the limit, since removing markup shortens the text.
  std::string title = without_wikilinks(text.substr(0, 2 * kMaxTitleBytes));
  remove_pairs(title, "~~");
  remove_pairs(title, "==");
  title = with_single_blanks(with_valid_utf8(title));
  const std::string_view shown = without_attributes(title);
  const bool is_long = shown.size() > kMaxTitleBytes;
  return std::string(
      trimmed(is_long ? shown.substr(0, begin_of_character(shown, kMaxTitleBytes)) : shown));
}

std::string title_of_heading(const TextReading& reading, std::size_t block) {
  const ByteRange text = reading.text_of(block);
  std::string shown;
  std::string of_images;
  const auto runs = reading.runs();
  for (std::size_t run = reading.run_at(text.begin); run < runs.size(); ++run) {
    const ByteRange part = runs[run].text;
    if (part.begin >= text.end || runs[run].kind == PartKind::aside) break;
    (runs[run].kind == PartKind::image ? of_images : shown) += part.in(reading.text());
  }
  return clean_title(shown.find_first_not_of(' ') == shown.npos ? of_images : shown);
}

std::string words_of_file_name(std::string_view rel_path) {
  const std::string name = page_name(rel_path);
  return clean_title(is_hierarchy(name) ? with_blanks_for("-_.", name) : as_words(name));
}

std::string title_of_path(std::string_view root_path, std::string_view rel_path) {
  const bool stands_for_folder = is_among("readme index _index", to_lower(stem_of(rel_path)));
  const std::size_t slash = rel_path.rfind('/');
  std::string_view folder = slash == kNone ? root_path : rel_path.substr(0, slash);
  if (name_of(folder) == rel_path) folder.remove_suffix(rel_path.size() + 1);  // the root is a file
  if (stands_for_folder && !name_of(folder).empty()) return clean_title(as_words(name_of(folder)));
  const std::string name = page_name(rel_path);
  const std::string_view last = std::string_view(name).substr(last_divider(name) + 1);
  if (is_hierarchy(name) && has_letter(last)) return clean_title(as_words(last));
  return words_of_file_name(rel_path);
}

bool is_question(std::string_view title) {
  while (!title.empty()) {
    const std::string_view last = title.substr(begin_of_character(title, title.size() - 1));
    const bool is_closing = last == " " || is_among(") ] \" ' * _ ” ’ » ） 」 』 】 ! ！", last);
    if (!is_closing) return is_among("? ？ ؟ ⁇", last);
    title.remove_suffix(last.size());
  }
  return false;
}

}  // namespace notes
