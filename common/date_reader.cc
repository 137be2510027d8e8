// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <initializer_list>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "common/date_cursor.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace notes {
namespace {

// The forms of dates; the first that fits counts. Capitals and signs are parts:
//   Y N D  a year, a month and a day in digits     M  the name of a month
//   B  a month in digits, which may be the day, and D the month
//   C  numbers without signs between them follow
//   K W  the word for a week, and its number       Q  the number of a quarter
//   ~  what joins two dates      .  a dot, perhaps followed by blanks
//   $  the end of the text, perhaps after a weekday
// A blank matches what may separate parts; anything else matches itself, in either case. The forms
// at the end lack their year.
using Forms = std::span<const std::string_view>;
constexpr auto kForms = std::to_array<std::string_view>(
    {"D~D M Y",    "D.~D M Y", "D M~D M Y", "M D~D Y", "M D~M D Y", "D.~D.N.Y",  "D~D.N.Y",
     "D.N.~D.N.Y", "Y-N-D",    "Y/N/D",     "Y_N_D",   "Y.N.D",     "CYND",      "CYNDHT",
     "CYNDHTS",    "D.N.Y",    "D/B/Y",     "D-B-Y",   "Y年 N月D",  "Y년 N월 D", "Y M D",
     "D M Y",      "M D Y",    "Y K W",     "K W Y",   "W.K Y",     "Y qQ",      "qQ Y",
     "Y年 N月",    "Y년 N월",  "Y-N",       "Y/N",     "N/Y",       "Y M",       "M Y",
     "M D~D",      "D~D M",    "M D",       "D M",     "N月D",      "N월 D"});
// For a text that is only a date: always, within a year, within a month.
constexpr auto kWholeForms = std::to_array<std::string_view>({"Y$", "Y年$", "Y년$", "M$"});
constexpr auto kFormsInYear =
    std::to_array<std::string_view>({"N M$", "N-D$", "N_D$", "N.D$", "N$", "qQ$"});
constexpr auto kFormsInMonth = std::to_array<std::string_view>({"D$"});
// The time after a day:
//   H T S  an hour, minutes, seconds               P  the half of the day ("pm")
//   Z  perhaps seconds and a time zone             @  what joins a day and a time
//   !  no further number
constexpr auto kTimes =
    std::to_array<std::string_view>({"@CHT!", "@H:TZP", "@HhTZP", "@H:TZ", "@HhTZ", "@HP"});
// What only people who search write, counted from today:
//   I U  a number of days, weeks, months or years     X  a weekday
struct Distance {
  int days = 0;
  int months = 0;
};
struct RelativeForm {
  std::string_view form;
  DateSpan (*span)(CivilDay day);  // null: from that day up to today
  Distance from_today;
};
constexpr auto kRelativeForms = std::to_array<RelativeForm>({
    {"today", span_of_day, {}},
    {"yesterday", span_of_day, {-1, 0}},
    {"tomorrow", span_of_day, {1, 0}},
    {"this week", span_of_week, {}},
    {"last week", span_of_week, {-7, 0}},
    {"this month", span_of_month, {}},
    {"last month", span_of_month, {0, -1}},
    {"this year", span_of_year, {}},
    {"last year", span_of_year, {0, -12}},
    {"I U ago", span_of_day, {}},
    {"IU", nullptr, {}},
    {"last I U", nullptr, {}},
    {"past I U", nullptr, {}},
    {"X", span_of_day, {}},
});

constexpr std::array<Distance, 5> kUnits{{{}, {1, 0}, {7, 0}, {0, 1}, {0, 12}}};  // by DateWord

// In a shorter month, the last day.
CivilDay moved(CivilDay day, const Distance& distance) {
  const std::chrono::year_month_day moved = day + std::chrono::months(distance.months);
  const std::chrono::sys_days in_month =
      moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last;
  return in_month + std::chrono::days(distance.days);
}

class DateReader {
 public:
  DateReader(std::string_view text, const std::optional<DateSpan>& around, bool is_asked = false)
      : text_(text), cursor_(text), around_(around), is_asked_(is_asked) {}

  // Reads a date that begins at `at`, perhaps with its weekday.
  std::optional<WrittenDate> read_at(std::size_t at, std::initializer_list<Forms> all = {kForms}) {
    cursor_.go_to(at);
    auto first = cursor_.take_weekday() ? read_forms(cursor_.at(), all) : std::nullopt;
    if (!first || is_whole_months(*first)) first = read_forms(at, all);  // "mar 2024" is a month
    if (!first) return std::nullopt;
    const DateSpan span = up_to_second_date(*first);
    return WrittenDate{span, at, cursor_.at()};
  }

  // Reads a text that is only a date.
  std::optional<DateSpan> read_whole() {
    const bool is_in_year = around_ && is_year(*around_);
    const bool is_in_month = around_ && is_month(*around_);
    const std::initializer_list<Forms> forms{kWholeForms, is_in_year ? kFormsInYear : Forms(),
                                             is_in_month ? kFormsInMonth : Forms(), kForms};
    auto date = read_at(0, forms);
    for (std::size_t at = 0; !date && skip_word(at);) date = read_at(at);
    if (!date) return std::nullopt;
    std::size_t at = date->end;
    while (skip_word(at)) {
    }
    return at == text_.size() ? std::optional(date->span) : std::nullopt;
  }

  std::optional<DateSpan> read_relative(CivilDay today) {
    const auto form = std::ranges::find_if(kRelativeForms, [&](const RelativeForm& row) {
      written_ = {};
      return take_form(row.form, 0) && cursor_.is_at_end();
    });
    if (form == kRelativeForms.end()) return std::nullopt;
    const Distance ago = kUnits.at(static_cast<std::size_t>(written_.unit));
    std::chrono::sys_days day =
        moved(today, {form->from_today.days - written_.count * ago.days,
                      form->from_today.months - written_.count * ago.months});
    if (written_.weekday > 0)
      day -=
          std::chrono::weekday(day) - std::chrono::weekday(static_cast<unsigned>(written_.weekday));
    if (int{CivilDay(day).year()} < kFirstYear) return std::nullopt;
    return form->span ? form->span(day) : span_of_days(day, today);
  }

 private:
  // A query may have the words of a note that say nothing about the date: "the", "г.", "Salı".
  bool skip_word(std::size_t& at) {
    if (!is_asked_) return false;
    cursor_.go_to(at);
    cursor_.skip_gap();
    cursor_.take_any({"(", "（"});
    const DateWord word = cursor_.take_word();
    cursor_.take_any({")", "）"});
    cursor_.skip_gap();
    const bool says_nothing =
        word.weekday > 0 || (word.roles & (date_role::negligible | date_role::with_any));
    if (says_nothing) at = cursor_.at();
    return says_nothing;
  }

  std::optional<DateSpan> read_forms(std::size_t at, std::initializer_list<Forms> all) {
    for (const Forms forms : all)
      for (const std::string_view form : forms)
        if (const auto span = read_form(form, at); span && ends_token(*span)) return span;
    return std::nullopt;
  }

  // Whether the number that begins here is part of "Day 3", "Release 4" or "beta.1".
  bool counts_something(std::size_t at) const {
    const std::string_view before = ascii::trimmed(text_.substr(0, at));
    if (at > 0 && text_[at - 1] == '.') return true;
    const std::string_view word = before.substr(before.find_last_of(" \t") + 1);
    return find_date_word(word).roles & date_role::negligible;
  }

  std::optional<DateSpan> read_form(std::string_view form, std::size_t at) {
    if (form.starts_with("D~") && counts_something(at)) return std::nullopt;
    written_ = {};
    first_.reset();
    const auto span = take_form(form, at) ? span_of_written() : std::nullopt;
    if (!span || span->precision != DatePrecision::day) return span;
    if (written_.hour < 0 && !take_time()) return span;
    return span_of_minute(day_of(span->begin), 60 * written_.hour + written_.minute);
  }

  bool take_time() {
    const std::size_t begin = cursor_.at();
    for (const std::string_view form : kTimes)
      if (take_form(form, begin)) return true;
    cursor_.go_to(begin);
    return false;
  }

  bool take_form(std::string_view form, std::size_t at) {
    cursor_.go_to(at);
    written_.is_compact = false;
    return std::ranges::all_of(form, [&](char sign) {
      if (!cursor_.take_part(sign, written_)) return false;
      if (sign == '~') first_ = std::exchange(written_, {});
      return true;
    });
  }

  std::optional<DateSpan> span_of_written() {
    const std::chrono::year year = written_.year == 0 && around_ ? day_of(around_->begin).year()
                                                                 : std::chrono::year(written_.year);
    if (written_.week > 0) return span_of_iso_week(year, written_.week);
    if (written_.quarter > 0) return span_of_months(year / (3 * written_.quarter - 2), 3);
    const bool is_certain = written_.is_certain && (!first_ || first_->is_certain);
    if (!is_certain && (written_.day == 0 || written_.year == 0)) return std::nullopt;
    if (!first_) return span_of(written_);
    if (written_.month == 0) written_.month = first_->month;
    if (first_->month == 0) first_->month = written_.month;
    if (first_->year == 0) first_->year = written_.year;
    const auto begin = span_of(*first_);
    const auto end = span_of(written_);
    if (!begin || !end || begin->end >= end->begin) return std::nullopt;
    return span_of_days(day_of(begin->begin), day_of(end->end));
  }

  std::optional<DateSpan> span_of(DateParts date) const {
    if (!date.is_in_order && !put_in_order(date)) return std::nullopt;
    if (date.month == 0 && date.day > 0 && around_) {
      const CivilDay first = day_of(around_->begin);
      date.year = int{first.year()};
      date.month = static_cast<int>(unsigned{first.month()});
    }
    return date.year == 0 ? nearest_span(date) : span_in_year(date, std::chrono::year(date.year));
  }

  // 03/04/2019 is ambiguous: the order of day and month differs between countries.
  static bool put_in_order(DateParts& date) {
    if (date.month > 12) std::swap(date.day, date.month);
    return date.month <= 12 && (date.day > 12 || date.day == date.month);
  }

  static std::optional<DateSpan> span_in_year(const DateParts& date, std::chrono::year year) {
    if (date.month == 0) return span_of_year(year / 1 / 1);
    const CivilDay day = year / date.month / std::max(date.day, 1);
    if (!day.ok()) return std::nullopt;
    return date.day == 0 ? span_of_months(year / date.month) : span_of_day(day);
  }

  // In the year that puts it nearest to the middle of `around`.
  std::optional<DateSpan> nearest_span(const DateParts& date) const {
    if (!around_ || around_->end - around_->begin > 366 * kMinutesPerDay) return std::nullopt;
    const Minute middle = std::midpoint(around_->begin, around_->end);
    std::optional<DateSpan> nearest;
    for (const int distance : {-1, 0, 1})
      if (const auto span =
              span_in_year(date, day_of(middle).year() + std::chrono::years(distance));
          span && (!nearest || std::abs(span->begin - middle) < std::abs(nearest->begin - middle)))
        nearest = span;
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

  DateSpan up_to_second_date(const DateSpan& first) {
    const std::size_t end = cursor_.at();
    if (cursor_.take_joint()) {
      cursor_.take_weekday();
      const auto last = read_forms(cursor_.at(), {kForms});
      if (last && day_of(last->end) > day_of(first.end))
        return span_of_days(day_of(first.begin), day_of(last->end));
    }
    cursor_.go_to(end);
    return first;
  }

  std::string_view text_;
  DateCursor cursor_;
  std::optional<DateSpan> around_;
  bool is_asked_;
  DateParts written_;
  std::optional<DateParts> first_;  // of two that make a span; the second is in written_
};

// Whether a date may begin here: at a number or a date word that does not continue another.
bool may_begin(std::string_view text, std::size_t at, CharKinds before) {
  const CharKinds kind = read_character(text, at).kind;
  if (kind & char_kind::digit) {
    const char last = at > 0 ? text[at - 1] : ' ';
    const bool is_joint = last == '/' || last == '-' || last == '.';
    // "06/2019" in "01/06/2019" is not a month: the whole date was not understood.
    const bool continues_number = is_joint && at > 1 && ascii::is_digit(text[at - 2]);
    return !continues_number && !ascii::is_letter(last) && !(before & char_kind::digit);
  }
  if (!(kind & char_kind::letter) || (before & char_kind::alphanumeric)) return false;
  const DateWord word = DateCursor(text, at).take_word();
  return word.month > 0 || word.weekday > 0 || word.week > 0 || ascii::to_lower(text[at]) == 'q';
}

// Without blanks around it and the dot of "2024. 2. 13.".
std::string_view trimmed(std::string_view text) {
  text = ascii::trimmed(text);
  if (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

bool is_of_notes(const DateSpan& span) {
  constexpr std::chrono::year kFirst(1900);
  constexpr std::chrono::year kLast(2100);
  return day_of(span.begin).year() >= kFirst && day_of(span.end).year() <= kLast;
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return ascii::is_digit(c) || (c & 0x80) != 0; });
}

}  // namespace

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
      if (const auto date = reader.read_at(at); date && is_of_notes(date->span)) return date;
    before = next.kind;
    at += next.byte_count;
  }
  return std::nullopt;
}

std::optional<DateSpan> read_date(std::string_view text, const std::optional<DateSpan>& around) {
  text = trimmed(text);
  if (!around && !has_digit(text)) return std::nullopt;  // the name of a month needs a year
  const auto date = DateReader(text, around).read_whole();
  return date && is_of_notes(*date) ? date : std::nullopt;
}

std::optional<DateSpan> read_asked_date(std::string_view text, CivilDay today) {
  const DateSpan year_up_to_today{span_of_day(moved(today, {0, -12})).end + 1,
                                  span_of_day(today).end, DatePrecision::minute};
  DateReader reader(trimmed(text), year_up_to_today, true);
  const auto relative = reader.read_relative(today);
  return relative ? relative : reader.read_whole();
}

std::vector<std::string> span_names() {
  std::vector<std::string> names;
  for (const RelativeForm& row : kRelativeForms)
    if (row.form.find_first_of("UX") == row.form.npos)
      std::erase(names.emplace_back(row.form), ' ');
  return names;
}

}  // namespace notes
