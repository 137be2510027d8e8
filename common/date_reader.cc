// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "common/date_cursor.h"
#include "common/text/ascii.h"
#include "common/text/char_kind.h"

namespace notes {
namespace {

// The forms of dates; the first that fits counts.
//   Y m d  a year, a month, a day      a b  a day and a month, in whichever order is possible
//   D  a day in digits, perhaps with a time      M  the name of a month
//   W w  the word and the number of a week       Q q  the letter and the number of a quarter
//   ~  what joins two dates      .  a dot, perhaps followed by blanks
//   $  the end of the text, perhaps after a weekday
// A blank matches what may separate parts; anything else matches itself.
using Forms = std::span<const std::string_view>;
constexpr auto kForms = std::to_array<std::string_view>(
    {"d~d M Y", "d.~d M Y", "d M~d M Y", "M d~d Y", "M d~M d Y", "d.~d.m.Y", "d.m.~d.m.Y",
     "Y-m-d",   "Y/m/d",    "Y_m_d",     "Y.m.d",   "D",         "d.m.Y",    "a/b/Y",
     "a-b-Y",   "Y年 m月d", "Y년 m월 d", "Y M d",   "d M Y",     "M d Y",    "Y W w",
     "W w Y",   "w.W Y",    "Y Qq",      "Qq Y",    "Y年 m月",   "Y년 m월",  "Y-m",
     "Y/m",     "m/Y",      "Y M",       "M Y"});
constexpr auto kFormsLackingYear =
    std::to_array<std::string_view>({"M d~d", "d~d M", "M d", "d M", "m月d", "m월 d"});
// For a text that is only a date: always, within a year, within a month.
constexpr auto kWholeForms = std::to_array<std::string_view>({"Y$", "Y年$", "Y년$", "M$"});
constexpr auto kFormsInYear =
    std::to_array<std::string_view>({"m M$", "m-d$", "m_d$", "m.d$", "m$", "Qq$"});
constexpr auto kFormsInMonth = std::to_array<std::string_view>({"d$"});

constexpr int kFirstYear = 1000;

struct Parts {  // 0: not written
  int year = 0;
  int month = 0;
  int day = 0;
};

// The result of reading one form.
struct Written {
  std::array<Parts, 2> ends;  // both ends of a span; otherwise only the first is used
  bool is_span = false;
  bool is_certain = true;  // no month's name is also an ordinary word
  int week = 0;
  int quarter = 0;
  std::optional<int> minute;  // of the day
};

// Where a date may be. A text that is only a date has forms too simple to look for inside a text.
enum class Extent : std::uint8_t { in_text, whole_text };

class DateReader {
 public:
  DateReader(std::string_view text, const std::optional<DateSpan>& around)
      : text_(text), cursor_(text), around_(around) {}

  // Reads a date that begins at `at`, perhaps with its weekday.
  std::optional<WrittenDate> read_at(std::size_t at, Extent extent) {
    cursor_.go_to(at);
    auto first = cursor_.take_weekday() ? read_forms(cursor_.at(), extent) : std::nullopt;
    if (!first || is_whole_months(*first)) first = read_forms(at, extent);  // "mar 2024" is a month
    if (!first) return std::nullopt;
    const DateSpan span = up_to_second_date(*first);
    return WrittenDate{span, at, cursor_.at()};
  }

 private:
  std::optional<DateSpan> read_forms(std::size_t at, Extent extent) {
    const bool is_whole = extent == Extent::whole_text;
    for (const Forms forms : {is_whole ? Forms(kWholeForms) : Forms(),
                              is_whole && around_ && is_year(*around_) ? kFormsInYear : Forms(),
                              is_whole && around_ && is_month(*around_) ? kFormsInMonth : Forms(),
                              Forms(kForms), around_ ? Forms(kFormsLackingYear) : Forms()})
      for (const std::string_view form : forms)
        if (const auto span = read_form(form, at); span && ends_token(*span)) return span;
    return std::nullopt;
  }

  // Whether the number that begins here is part of "Day 3", "Release 4" or "beta.1".
  bool counts_something(std::size_t at) const {
    std::string_view before = text_.substr(0, at);
    if (before.ends_with('.')) return true;
    before = ascii::trimmed(before);
    const std::size_t word = before.find_last_of(" \t") + 1;  // 0 if there is only one
    return find_date_word(before.substr(word)).roles & date_role::negligible;
  }

  std::optional<DateSpan> read_form(std::string_view form, std::size_t at) {
    if (form.starts_with("d~") && counts_something(at)) return std::nullopt;
    cursor_.go_to(at);
    written_ = {};
    for (const char sign : form)
      if (!take_part(sign)) return std::nullopt;
    const auto span = span_of_written();
    if (!span || span->precision != DatePrecision::day) return span;
    const auto minute = written_.minute ? written_.minute : cursor_.take_time();
    return minute ? span_of_minute(day_of(span->begin), *minute) : span;
  }

  DateSpan up_to_second_date(const DateSpan& first) {
    const std::size_t end = cursor_.at();
    if (cursor_.take_joint()) {
      cursor_.take_weekday();
      const auto last = read_forms(cursor_.at(), Extent::in_text);
      if (last && day_of(last->end) > day_of(first.end))
        return span_of_days(day_of(first.begin), day_of(last->end));
    }
    cursor_.go_to(end);
    return first;
  }

  bool take_part(char sign) {
    Parts& parts = written_.ends[written_.is_span ? 1 : 0];
    switch (sign) {
      case 'Y':
        return take_year(parts.year);
      case 'm':
        return take_number(parts.month, 12);
      case 'd':
        return take_number(parts.day, 31) && cursor_.skip_ordinal();
      case 'a':
        return take_number(parts.day, 31);
      case 'b':
        return take_number(parts.month, 31) && put_in_order(parts);
      case 'D':
        return take_compact(parts);
      case 'M':
        return take_month(parts.month);
      case 'W':
        return cursor_.take_word().roles & date_role::week;
      case 'w':
        return take_number(written_.week, 53);
      case 'Q':
        return cursor_.take_any({"Q", "q"});
      case 'q':
        return take_number(written_.quarter, 4);
      case '~':
        return written_.is_span = cursor_.take_joint();
      case '.':
        return cursor_.take(".") && cursor_.skip_blanks();
      case ' ':
        return cursor_.skip_gap();
      case '$':
        return cursor_.is_at_end() ||
               (cursor_.skip_gap() && cursor_.take_weekday() && cursor_.is_at_end());
      default:
        return cursor_.take({&sign, 1});
    }
  }

  bool take_year(int& year) {
    const std::string digits = cursor_.take_digits();
    const bool is_written = digits.size() == 4 || (digits.size() == 5 && digits[0] == '0');
    year = number_of(digits);
    return is_written && year >= kFirstYear;
  }

  bool take_number(int& place, int greatest) {
    const std::string digits = cursor_.take_digits();
    place = number_of(digits);
    return digits.size() <= 2 && place >= 1 && place <= greatest;
  }

  // 20240213, 202402132125 and 20240213212507.
  bool take_compact(Parts& parts) {
    const std::string digits = cursor_.take_digits();
    if (digits.size() != 8 && digits.size() != 12 && digits.size() != 14) return false;
    const auto two_at = [&](std::size_t at) { return number_of(digits.substr(at, 2)); };
    parts = {number_of(digits.substr(0, 4)), two_at(4), two_at(6)};
    if (digits.size() > 8) written_.minute = minute_of_day(two_at(8), two_at(10));
    return parts.year >= kFirstYear && parts.month > 0 && parts.day > 0 &&
           (digits.size() == 8 || written_.minute);
  }

  bool take_month(int& month) {
    const DateWord word = cursor_.take_word();
    if (word.month == 0 || (month != 0 && month != word.month)) return false;
    month = word.month;
    written_.is_certain = written_.is_certain && word.is_certain;
    return true;
  }

  std::optional<DateSpan> span_of_written() {
    auto& [first, last] = written_.ends;
    const std::chrono::year year =
        first.year == 0 && around_ ? day_of(around_->begin).year() : std::chrono::year(first.year);
    if (written_.week > 0) return span_of_iso_week(year, written_.week);
    if (written_.quarter > 0) return span_of_months(year / (3 * written_.quarter - 2), 3);
    const Parts& whole = written_.is_span ? last : first;
    if (!written_.is_certain && (whole.day == 0 || whole.year == 0)) return std::nullopt;
    if (!written_.is_span) return span_of(first);
    if (last.month == 0) last.month = first.month;
    if (first.month == 0) first.month = last.month;
    if (first.year == 0) first.year = last.year;
    const auto begin = span_of(first);
    const auto end = span_of(last);
    if (!begin || !end || begin->end >= end->begin) return std::nullopt;
    return span_of_days(day_of(begin->begin), day_of(end->end));
  }

  // 03/04/2019 is ambiguous: the order of day and month differs between countries.
  static bool put_in_order(Parts& parts) {
    if (parts.month > 12) std::swap(parts.day, parts.month);
    return parts.month <= 12 && (parts.day > 12 || parts.day == parts.month);
  }

  std::optional<DateSpan> span_of(Parts parts) const {
    if (parts.month == 0 && parts.day > 0 && around_) {
      const CivilDay first = day_of(around_->begin);
      parts.year = static_cast<int>(first.year());
      parts.month = static_cast<int>(static_cast<unsigned>(first.month()));
    }
    return parts.year == 0 ? nearest_span(parts)
                           : span_in_year(parts, std::chrono::year(parts.year));
  }

  static std::optional<DateSpan> span_in_year(const Parts& parts, std::chrono::year year) {
    if (parts.month == 0) return span_of_year(year);
    const CivilDay day = year / parts.month / std::max(parts.day, 1);
    if (!day.ok()) return std::nullopt;
    return parts.day == 0 ? span_of_months(year / parts.month) : span_of_day(day);
  }

  // Nothing if several years have it within `around`.
  std::optional<DateSpan> nearest_span(const Parts& parts) const {
    constexpr std::chrono::years kOne(1);
    std::optional<DateSpan> nearest;
    Minute least = 0;
    if (!around_) return nearest;
    for (auto year = day_of(around_->begin).year() - kOne;
         year <= day_of(around_->end).year() + kOne; ++year) {
      const auto span = span_in_year(parts, year);
      if (!span) continue;
      const Minute distance =
          std::max({Minute{0}, around_->begin - span->begin, span->begin - around_->end});
      if (nearest && least == 0 && distance == 0) return std::nullopt;
      if (nearest && least <= distance) continue;
      nearest = span;
      least = distance;
    }
    return nearest;
  }

  static std::optional<DateSpan> span_of_iso_week(std::chrono::year year, int week) {
    const CivilDay thursday =
        std::chrono::sys_days(year / 1 / std::chrono::Thursday[1]) + std::chrono::weeks(week - 1);
    return thursday.year() == year ? std::optional(span_of_week(thursday)) : std::nullopt;
  }

  // Whether the date ends here. It must not run into other text: "2021-05-20x" is not a date,
  // "2024-02" is not one in "2024-02-31", and in "2021-05-20T12_05" only the day is read.
  bool ends_token(const DateSpan& span) const {
    if (ascii::is_alphanumeric(cursor_.peek()))
      return cursor_.peek() == 'T' && cursor_.digit_ahead(1);
    return span.precision != DatePrecision::range || cursor_.is_after_number();
  }

  std::string_view text_;
  DateCursor cursor_;
  const std::optional<DateSpan>& around_;
  Written written_;
};

// "06/2019" in "01/06/2019" is not a month: the whole date was not understood.
bool continues_number(std::string_view text, std::size_t at) {
  const char before = at > 1 ? text[at - 1] : ' ';
  return (before == '/' || before == '-' || before == '.') && ascii::is_digit(text[at - 2]);
}

// Whether a date may begin here: at a number or a date word that does not continue another.
bool may_begin(std::string_view text, std::size_t at, CharKinds before) {
  const CharKinds kind = read_character(text, at).kind;
  if (kind & char_kind::digit) {
    const bool follows_letter = at > 0 && ascii::is_letter(text[at - 1]);
    return !follows_letter && !(before & char_kind::digit) && !continues_number(text, at);
  }
  if (!(kind & char_kind::letter) || (before & char_kind::alphanumeric)) return false;
  const DateWord word = DateCursor(text, at).take_word();
  return word.month > 0 || (word.roles & (date_role::weekday | date_role::week)) ||
         text[at] == 'Q' || text[at] == 'q';
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return ascii::is_digit(c) || (c & 0x80) != 0; });
}

}  // namespace

bool is_of_notes(const DateSpan& span) {
  constexpr std::chrono::year kFirst(1900);
  constexpr std::chrono::year kLast(2100);
  return day_of(span.begin).year() >= kFirst && day_of(span.end).year() <= kLast;
}

std::optional<WrittenDate> find_date(std::string_view text, std::size_t from,
                                     const std::optional<DateSpan>& around) {
  constexpr std::size_t kMaxBytes = 512;
  text = text.substr(0, kMaxBytes);
  if (!has_digit(text)) return std::nullopt;
  DateReader reader(text, around);
  CharKinds before = char_kind::separator;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = read_character(text, at);
    if (at >= from && may_begin(text, at, before))
      if (const auto date = reader.read_at(at, Extent::in_text); date && is_of_notes(date->span))
        return date;
    before = next.kind;
    at += next.byte_count;
  }
  return std::nullopt;
}

std::optional<DateSpan> read_date(std::string_view text, const std::optional<DateSpan>& around) {
  text = ascii::trimmed(text);
  if (text.ends_with('.')) text.remove_suffix(1);        // "2024. 2. 13."
  if (!around && !has_digit(text)) return std::nullopt;  // the name of a month needs a year
  const auto date = DateReader(text, around).read_at(0, Extent::whole_text);
  return date && date->end == text.size() ? std::optional(date->span) : std::nullopt;
}

}  // namespace notes
