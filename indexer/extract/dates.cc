// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/dates.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

#include "common/date_reader.h"
#include "common/text/code_point.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

using Around = std::optional<DateSpan>;  // completes dates that lack their year

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

struct WordCount {
  std::size_t count = 0;       // without those that mean nothing beside a date
  bool is_of_another = false;  // a date after them is a deadline, a birth or the like
};

// Numbers count versions, days and meetings.
bool is_negligible(std::string_view token, const DateWord& word) {
  const bool is_version = token.size() > 1 && (token[0] == 'v' || token[0] == 'V');
  return (read_character(token, is_version ? 1 : 0).kind & char_kind::digit) || word.weekday > 0 ||
         (word.roles & date_role::negligible) || (roles_of_label(token) & date_role::any_date);
}

// In scripts without blanks, four characters are about a word.
WordCount count_words(std::string_view text) {
  constexpr std::size_t kBytesOfFourIdeographs = 12;
  WordCount words;
  bool is_limit = false;
  for (auto token = take_token(text); !token.empty(); token = take_token(text)) {
    const DateWord word = find_date_word(token);
    is_limit = word.roles & date_role::up_to;
    words.is_of_another = words.is_of_another || (word.roles & date_role::of_another);
    if (is_negligible(token, word)) continue;
    const bool has_no_blanks = read_character(token, 0).kind & char_kind::ideograph;
    words.count += has_no_blanks ? 1 + (token.size() - 1) / kBytesOfFourIdeographs : 1;
  }
  words.is_of_another = words.is_of_another || is_limit;
  return words;
}

bool is_in_parentheses(std::string_view before, std::string_view after) {
  const std::size_t open = before.rfind('(');
  const std::size_t close = after.find(')');
  return open != before.npos && close != after.npos &&
         count_words(before.substr(open + 1)).count + count_words(after.substr(0, close)).count ==
             0;
}

// The date that begins or ends a text, or is alone in parentheses.
std::optional<DateSpan> date_at_an_end(std::string_view text, const Around& around) {
  const std::string plain = with_replaced(with_replaced(std::string(text), "（", "("), "）", ")");
  const std::string_view view = plain;
  for (auto date = find_date(view, 0, around); date; date = find_date(view, date->end, around)) {
    const std::string_view before = view.substr(0, date->begin);
    const std::string_view after = view.substr(date->end);
    const WordCount words = count_words(before);
    if (words.is_of_another) return std::nullopt;
    if (words.count == 0 || count_words(after).count == 0 || is_in_parentheses(before, after))
      return date->span;
  }
  return std::nullopt;
}

// The name of a file or folder is a date, as `05-May` is in `2024`, or holds one.
std::optional<DateSpan> date_of_name(std::string_view name, const Around& around) {
  if (const auto date = read_date(name, around)) return date;
  const auto date = find_date(name, 0, around);
  return date ? std::optional(date->span) : std::nullopt;
}

// "Tuesday", "Tue 13".
std::optional<DateSpan> day_of_week(std::string_view title, const DateSpan& week) {
  if (count_words(title).count > 0) return std::nullopt;
  const int weekday = find_date_word(take_token(title)).weekday;
  if (weekday < 1 || weekday > 7) return std::nullopt;
  return span_of_day(std::chrono::sys_days(day_of(week.begin)) + std::chrono::days(weekday - 1));
}

// A date at the start or the end of a heading, or alone in parentheses; or a part of a date that
// completes `around`: "March" below a year, "Tuesday 13" below a month, "Tuesday" below a week.
std::optional<DateSpan> date_of_heading(std::string_view title, const Around& around) {
  if (const auto date = date_at_an_end(title, around)) return date;
  if (around && *around == span_of_week(day_of(around->begin))) return day_of_week(title, *around);
  const bool may_be_part = has_letter(title) && around && is_whole_months(*around);
  return may_be_part ? read_date(title, around) : std::nullopt;
}

// Without a word before it: links to the days before and after, not "(updated 2024-02-14)".
bool begins_with_date(std::string_view text, const Around& around) {
  const auto date = find_date(text, 0, around);
  std::string_view before = date ? text.substr(0, date->begin) : text;
  return date && take_token(before).empty();
}

// Where the dates of a section are, the most reliable place first.
enum class Place : std::uint8_t { front_matter, line, heading, file, folder, created, published };

// A label `date` counts at the place where it is.
std::optional<Place> place_of_label(std::string_view label, Place of_date) {
  const int roles = roles_of_label(label);
  if (roles & date_role::published) return Place::published;
  if (roles & date_role::created) return Place::created;
  return roles & date_role::date ? std::optional(of_date) : std::nullopt;
}

struct SourcedDate {
  DateSpan span;
  DateSource source = DateSource::line;
};

using FoundDates = std::map<Place, SourcedDate>;  // the own dates of one section

// The first date of a place counts.
void add_date(Place place, DateSource source, const std::optional<DateSpan>& date,
              FoundDates& found) {
  if (date) found.try_emplace(place, SourcedDate{*date, source});
}

std::optional<SourcedDate> best_of(const FoundDates& found) {
  std::optional<SourcedDate> best;
  for (const auto& [place, date] : found) {
    const bool is_finer = best && is_whole_months(best->span) && best->span != date.span &&
                          holds(best->span, date.span);
    if (!best || is_finer) best = date;
  }
  return best;
}

// Finds the dates of the note as a whole, and returns what completes others.
Around read_surroundings(const NoteParts& note, FoundDates& found) {
  for (const FrontMatterEntry& entry : note.front_matter.entries)
    if (const auto place = place_of_label(entry.key, Place::front_matter);
        place && !entry.values.empty())
      add_date(*place, DateSource::front_matter, date_of_value(entry.values.front()), found);
  Around around;  // the inner folders complete their dates from the outer ones
  for (std::string_view rest = note.rel_path; !rest.empty();) {
    const bool is_folder = rest.find('/') != rest.npos;
    const std::string_view name = take_until(rest, '/');
    const auto date = date_of_name(is_folder ? name : name.substr(0, name.rfind('.')), around);
    if (!date) continue;
    around = date;
    if (is_year(*date)) continue;
    found[is_folder ? Place::folder : Place::file] = {
        *date, is_folder ? DateSource::folder : DateSource::file_name};
  }
  const auto date = best_of(found);
  return around || !date ? around : Around(date->span);
}

// `Date: 2024-02-13 (Tuesday)`, `created:: [[2024/02/13]]`, `| Date | 13 Feb 2024 |`.
bool read_labelled_line(std::string_view line, const Around& around, FoundDates& found) {
  constexpr std::size_t kLongestLabel = 48;  // bytes
  line = trimmed(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  const std::string_view label = line.substr(0, kLongestLabel + 1);
  const std::size_t end = std::min({label.find(':'), label.find('|'), label.find("：")});
  if (end == label.npos) return false;
  const std::string_view value = line.substr(end + 1, kMaxLineBytes);
  if (std::ranges::none_of(value, [](char c) { return is_digit(c) || !is_ascii(c); }))
    return false;  // few labels are about a date
  const auto place = place_of_label(trimmed(label.substr(0, end)), Place::line);
  const auto date = place ? date_at_an_end(value, around) : std::nullopt;
  if (date) add_date(*place, DateSource::line, date, found);
  return date.has_value();
}

std::uint32_t last_date_line_of(const NoteParts& note, const OutlineEntry& entry) {
  int left = 2;  // not counting blank lines
  std::uint32_t number = entry.heading ? entry.heading->last_line + 1 : note.front_matter.body_line;
  for (; number < entry.end_line; ++number)
    if (!note.lines.is_blank_line(number) && --left == 0) break;
  return number;
}

void read_lines(const NoteParts& note, const OutlineEntry& entry, const Around& around,
                FoundDates& found) {
  const std::uint32_t last = last_date_line_of(note, entry);
  for (const TextRun& run : entry.runs) {
    if (run.is_task || (entry.heading && run.block == entry.heading->block)) continue;
    if (note.tree.blocks[run.block].kind == BlockKind::table) {
      for (std::uint32_t row = run.first_line; row <= run.last_line; ++row)
        read_labelled_line(note.lines.text_of(row), around, found);
      continue;
    }
    const std::string text = running_text(note.tree.reading, run.block, note.lines.text());
    std::string_view rest = text;
    for (std::uint32_t number = run.first_line; !rest.empty(); ++number) {
      const std::string_view line = take_until(rest, '\n');
      if (read_labelled_line(line, around, found) || number > last) continue;
      // An item of a list must be only a date: `- Heron 2.1, 3 March 2021` dates the heron.
      const std::size_t most = is_list_item(note.lines.text_of(number)) ? 0 : kFewWords;
      add_date(Place::line, DateSource::line, date_of_line(line, around, most), found);
    }
  }
}

}  // namespace

std::optional<DateSpan> date_of_line(std::string_view line, const Around& around,
                                     std::size_t most_other_words) {
  const auto date = line.size() > kMaxLineBytes ? std::nullopt : find_date(line, 0, around);
  if (!date) return std::nullopt;
  const std::string_view before = line.substr(0, date->begin);
  const WordCount words = count_words(before);
  const bool has_other_label = words.count > 0 && before.find(':') != before.npos;
  if (words.count > 1 || has_other_label || words.is_of_another) return std::nullopt;
  const std::string_view after = line.substr(date->end);
  const bool is_short = words.count + count_words(after).count <= most_other_words &&
                        !begins_with_date(after, around);
  return is_short || (roles_of_label(before) & date_role::any_date) ? std::optional(date->span)
                                                                    : std::nullopt;
}

std::optional<DateSpan> date_of_value(std::string_view value) {
  value = trimmed(value);
  const bool is_number = std::ranges::all_of(value, is_digit);
  if (is_number && value.size() == 4) return read_date(value, {});
  if (!is_number || (value.size() != 10 && value.size() != 13))
    return date_at_an_end(value.substr(0, kMaxLineBytes), {});
  const Minute minute = std::stoll(std::string(value.substr(0, 10))) / 60;
  return DateSpan{minute, minute, DatePrecision::minute};
}

void add_dates(const NoteParts& note, std::vector<ExtractedSection>& sections) {
  std::vector<Around> arounds;  // what completes the dates below each entry
  for (const OutlineEntry& entry : note.outline.entries) {
    FoundDates found;
    Around around = entry.parent ? arounds[*entry.parent] : read_surroundings(note, found);
    read_lines(note, entry, around, found);
    if (entry.heading) {
      const std::string& title = entry.heading->title;
      add_date(Place::heading, DateSource::heading, date_of_heading(title, around), found);
      if (const auto year = read_date(title); year && is_year(*year)) around = year;
    }
    const auto own = best_of(found);
    ExtractedSection& extracted = sections[arounds.size()];
    Section& section = extracted.section;
    const Section& dated = own || !entry.parent ? section : sections[*entry.parent].section;
    section.date = own ? own->span : dated.date;
    section.date_source = own ? own->source : dated.date_source;
    if (section.date) extracted.has.insert(std::ranges::lower_bound(extracted.has, "date"), "date");
    arounds.push_back(own ? Around(own->span) : around);
  }
}

}  // namespace notes
