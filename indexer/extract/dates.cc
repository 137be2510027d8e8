// SPDX-License-Identifier: GPL-2.0-or-later
// The dates of single lines, values and names. section_dates.cc chooses among them.
#include "indexer/extract/dates.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "common/date_reader.h"
#include "common/date_words.h"
#include "common/text/char_kind.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxLineBytes = 120;  // no line that is little more than a date is longer

bool is_word_character(const Character& character) {
  return character.kind & (char_kind::alphanumeric | char_kind::ideograph);
}

// Takes the next word off a text, without the signs around it, as in "[v1.10.0]". Ignores remarks
// in parentheses. Empty if no word is left.
std::string_view take_token(std::string_view& text) {
  while (!text.empty() && !is_word_character(read_character(text, 0))) {
    const std::size_t closing = text.front() == '(' ? text.find(')') : text.npos;
    text.remove_prefix(closing == text.npos ? read_character(text, 0).byte_count : closing + 1);
  }
  std::size_t end = 0;
  std::size_t at = 0;
  while (at < text.size() && !is_blank(text[at])) {
    const Character next = read_character(text, at);
    at += next.byte_count;
    if (is_word_character(next)) end = at;
  }
  const std::string_view token = text.substr(0, end);
  text.remove_prefix(at);
  return token;
}

// Numbers count versions, days and meetings.
bool is_negligible(std::string_view token) {
  const bool is_version = token.size() > 1 && (token[0] == 'v' || token[0] == 'V');
  if (read_character(token, is_version ? 1 : 0).kind & char_kind::digit) return true;
  constexpr unsigned kNegligible = date_role::weekday | date_role::negligible;
  return (find_date_word(token).roles & kNegligible) || date_label(token);
}

// In scripts without blanks, four characters are about a word.
std::size_t count_words(std::string_view text) {
  constexpr std::size_t kBytesOfFourIdeographs = 12;
  std::size_t count = 0;
  for (auto token = take_token(text); !token.empty(); token = take_token(text)) {
    if (is_negligible(token)) continue;
    const bool has_no_blanks = read_character(token, 0).kind & char_kind::ideograph;
    count += has_no_blanks ? 1 + (token.size() - 1) / kBytesOfFourIdeographs : 1;
  }
  return count;
}

// Whether the date after this text is a deadline, a birth or the like.
bool is_of_another(std::string_view before) {
  unsigned last = 0;
  for (auto token = take_token(before); !token.empty(); token = take_token(before)) {
    last = find_date_word(token).roles;
    if (last & date_role::of_another) return true;
  }
  return last & date_role::up_to;
}

bool is_in_parentheses(std::string_view before, std::string_view after) {
  const std::size_t open = before.rfind('(');
  const std::size_t close = after.find(')');
  return open != before.npos && close != after.npos && count_words(before.substr(open + 1)) == 0 &&
         count_words(after.substr(0, close)) == 0;
}

std::string with_plain_parentheses(std::string_view text) {
  std::string plain(text);
  for (const auto& [wide, sign] :
       {std::pair<std::string_view, const char*>{"（", "("}, {"）", ")"}})
    for (std::size_t at = plain.find(wide); at != plain.npos; at = plain.find(wide, at))
      plain.replace(at, wide.size(), sign);
  return plain;
}

// The date that begins or ends a text, or is alone in parentheses.
std::optional<DateSpan> date_at_an_end(std::string_view text, const Around& around) {
  const std::string plain = with_plain_parentheses(text);
  const std::string_view view = plain;
  for (auto date = find_date(view, 0, around); date; date = find_date(view, date->end, around)) {
    const std::string_view before = view.substr(0, date->begin);
    const std::string_view after = view.substr(date->end);
    if (is_of_another(before)) return std::nullopt;
    if (count_words(before) == 0 || count_words(after) == 0 || is_in_parentheses(before, after))
      return date->span;
  }
  return std::nullopt;
}

std::optional<DateSpan> read_date_of_notes(std::string_view text, const Around& around) {
  const auto date = read_date(text, around);
  return date && is_of_notes(*date) ? date : std::nullopt;
}

// The name of a file or folder is a date, as `05-May` is in `2024`, or holds one.
std::optional<DateSpan> date_of_name(std::string_view name, const Around& around) {
  if (const auto date = read_date_of_notes(name, around)) return date;
  const auto date = find_date(name, 0, around);
  return date ? std::optional(date->span) : std::nullopt;
}

}  // namespace

std::optional<DateLabel> date_label(std::string_view label) {
  const unsigned roles = roles_of_label(label);
  if (roles & date_role::published) return DateLabel::published;
  if (roles & date_role::created) return DateLabel::created;
  return roles & date_role::date ? std::optional(DateLabel::date) : std::nullopt;
}

std::optional<DateSpan> date_of_heading(std::string_view title, const Around& around) {
  if (const auto date = date_at_an_end(title, around)) return date;
  // "March" below a year, "Tuesday 13" below a month.
  const bool may_be_part = has_letter(title) && around && is_whole_months(*around);
  return may_be_part ? read_date_of_notes(title, around) : std::nullopt;
}

std::optional<DateSpan> date_of_line(std::string_view line, const Around& around,
                                     std::size_t most_other_words) {
  const auto date = line.size() > kMaxLineBytes ? std::nullopt : find_date(line, 0, around);
  if (!date) return std::nullopt;
  const std::string_view before = line.substr(0, date->begin);
  const std::size_t words = count_words(before);
  const bool has_other_label = words > 0 && before.find(':') != before.npos;
  if (words > 1 || has_other_label || is_of_another(before)) return std::nullopt;
  const bool is_short = words + count_words(line.substr(date->end)) <= most_other_words;
  return is_short || date_label(before) ? std::optional(date->span) : std::nullopt;
}

std::optional<LabelledDate> date_of_labelled_line(std::string_view line, const Around& around) {
  constexpr std::size_t kLongestLabel = 48;  // bytes
  line = trimmed(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  const std::size_t end = std::min(line.find_first_of(":|"), line.find("："));
  if (end > kLongestLabel) return std::nullopt;
  const std::string_view value = line.substr(end + 1, kMaxLineBytes);
  if (std::ranges::none_of(value, [](char c) { return is_digit(c) || is_beyond_ascii(c); }))
    return std::nullopt;  // few labels are about a date
  const auto label = date_label(trimmed(line.substr(0, end)));
  const auto date = label ? date_at_an_end(value, around) : std::nullopt;
  return date ? std::optional(LabelledDate{*label, *date}) : std::nullopt;
}

std::optional<DateSpan> date_of_value(std::string_view value) {
  value = trimmed(value);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  if (is_number && value.size() == 4) return read_date_of_notes(value, {});
  if (!is_number || (value.size() != 10 && value.size() != 13))
    return date_at_an_end(value.substr(0, kMaxLineBytes), {});
  const Minute minute = (value.size() == 13 ? number / 1000 : number) / 60;
  return DateSpan{minute, minute, DatePrecision::minute};
}

PathDates dates_of_path(std::string_view rel_path) {
  PathDates dates;
  const auto read = [&](std::string_view name, std::optional<DateSpan>& found) {
    const auto date = date_of_name(name, dates.around);
    if (date) dates.around = date;
    if (date && !is_year(*date)) found = date;
  };
  std::string_view name = rel_path;
  while (name.find('/') != name.npos) read(take_until(name, '/'), dates.folder);
  const std::size_t dot = name.rfind('.');
  read(dot == 0 ? name : name.substr(0, dot), dates.file_name);
  return dates;
}

}  // namespace notes
