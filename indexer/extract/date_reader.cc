// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/date_reader.h"

#include "indexer/extract/ascii.h"
#include "indexer/extract/month_names.h"

namespace notes {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr std::size_t kMaxDigits = 14;  // YYYYMMDDhhmmss

bool is_plausible_year(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

std::optional<DateSpan> month_span(int year, int month) {
  if (!is_plausible_year(year) || month < 1 || month > 12) return std::nullopt;
  return span_of_month(year, month);
}

int number_in(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<int> minute_of_day(int hour, int minute) {
  if (hour > 23 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

// "01/06/2019" is decided by nobody; "13/06/2019", "06/13/2019" and "06/06/2019" are.
std::optional<CivilDay> day_of_undated_order(int first, int second, int year) {
  if (first > 12 || first == second) return CivilDay{year, second, first};
  if (second > 12) return CivilDay{year, first, second};
  return std::nullopt;
}

}  // namespace

std::optional<DateSpan> DateReader::read() {
  return is_digit(peek()) ? read_number_first() : read_word_first();
}

std::optional<DateSpan> DateReader::read_number_first() {
  const std::size_t begin = at_;
  const Number first = read_number();
  if (first.digits <= 2) return read_day_first(first.value);
  const bool is_year = first.digits == 4 || (first.digits == 5 && text_[begin] == '0');
  if (is_year) return is_plausible_year(first.value) ? read_year_first(first.value) : std::nullopt;
  return read_compact(begin, first.digits);
}

std::optional<DateSpan> DateReader::read_word_first() {
  const std::size_t begin = at_;
  const std::string_view word = read_word();
  if (is_weekday(word)) {
    skip_gap();
    if (is_digit(peek())) return read_number_first();
    const auto month = read_month_name();
    return month ? read_name_and_rest(*month) : std::nullopt;
  }
  at_ = begin;
  const auto month = read_month_name();
  return month ? read_name_and_rest(*month) : std::nullopt;
}

std::optional<DateSpan> DateReader::read_year_first(int year) {
  if (take("年")) return read_ideographic(year);
  if (const auto week = read_week(year)) return week;
  if (const auto named = read_month_after(year)) return named;
  return read_separated(year);
}

std::optional<DateSpan> DateReader::read_ideographic(int year) {
  const Number month = read_number();
  if (month.digits == 0 || !take("月")) return std::nullopt;
  const std::size_t after_month = at_;
  const Number day = read_number();
  if (day.digits > 0 && take_any({"日", "号", "號"}))
    return day_and_time({year, month.value, day.value});
  at_ = after_month;
  return month_span(year, month.value);
}

std::optional<DateSpan> DateReader::read_week(int year) {
  const std::size_t begin = at_;
  take_any({"-", "_", " "});
  if (take_any({"week", "Week", "W", "w"})) {
    take_any({"-", " "});
    const Number week = read_number();
    if (week.digits > 0 && week.value >= 1 && week.value <= 53 && at_word_end()) {
      const CivilDay monday = first_day_of_iso_week(year, week.value);
      return span_of_days(monday, civil_day(days_since_epoch(monday) + 6));
    }
  }
  at_ = begin;
  return std::nullopt;
}

std::optional<DateSpan> DateReader::read_month_after(int year) {
  const std::size_t begin = at_;
  skip_gap();
  const auto month = at_ > begin ? read_month_name() : std::nullopt;
  if (!month) {
    at_ = begin;
    return std::nullopt;
  }
  const std::size_t after_month = at_;
  skip_gap();
  const Number day = read_number();
  if (day.digits > 0 && day.digits <= 2) return day_and_time({year, *month, day.value});
  at_ = after_month;
  return month_span(year, *month);
}

std::optional<DateSpan> DateReader::read_separated(int year) {
  const char separator = peek();
  if (separator != '-' && separator != '/' && separator != '.' && separator != '_')
    return std::nullopt;
  ++at_;
  const Number month = read_number();
  if (month.digits == 0 || month.digits > 2) return std::nullopt;
  if (peek() == separator && is_digit(peek(1))) {
    ++at_;
    const Number day = read_number();
    return day.digits <= 2 ? day_and_time({year, month.value, day.value}) : std::nullopt;
  }
  if (separator == '.' || separator == '_') return std::nullopt;  // rather a version number
  return month_span(year, month.value);
}

std::optional<DateSpan> DateReader::read_day_first(int first) {
  const char separator = peek();
  const bool numeric =
      (separator == '.' || separator == '/' || separator == '-') && is_digit(peek(1));
  if (!numeric) return read_day_and_name(first);
  ++at_;
  const Number second = read_number();
  if (second.digits == 4 && separator == '/' && at_word_end())
    return month_span(second.value, first);
  if (second.digits > 2 || peek() != separator) return std::nullopt;
  ++at_;
  const auto year = read_year();
  if (!year) return std::nullopt;
  const auto day = separator == '.' ? std::optional(CivilDay{*year, second.value, first})
                                    : day_of_undated_order(first, second.value, *year);
  return day ? day_and_time(*day) : std::nullopt;
}

std::optional<DateSpan> DateReader::read_day_and_name(int day) {
  skip_ordinal();
  skip_gap();
  const auto month = read_month_name();
  if (!month) return std::nullopt;
  skip_gap();
  const auto year = read_year();
  return year ? day_and_time({*year, *month, day}) : std::nullopt;
}

std::optional<DateSpan> DateReader::read_name_and_rest(int month) {
  skip_gap();
  const std::size_t begin = at_;
  const Number day = read_number();
  if (day.digits == 0 || day.digits > 2) {
    at_ = begin;
    const auto year = read_year();
    return year ? month_span(*year, month) : std::nullopt;
  }
  skip_ordinal();
  skip_gap();
  const auto year = read_year();
  return year ? day_and_time({*year, month, day.value}) : std::nullopt;
}

std::optional<DateSpan> DateReader::read_compact(std::size_t begin, std::size_t digits) {
  const std::string_view text = text_.substr(begin, digits);
  if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;
  const CivilDay day{number_in(text.substr(0, 4)), number_in(text.substr(4, 2)),
                     number_in(text.substr(6, 2))};
  if (!is_plausible_year(day.year) || !is_valid(day)) return std::nullopt;
  if (digits == 8) return day_and_time(day);
  const int hour = number_in(text.substr(8, 2));
  const int minute = number_in(text.substr(10, 2));
  if (!minute_of_day(hour, minute)) return std::nullopt;
  return span_of_minute(day, hour, minute);
}

std::optional<DateSpan> DateReader::day_and_time(CivilDay day) {
  if (!is_plausible_year(day.year) || !is_valid(day)) return std::nullopt;
  const std::size_t after_day = at_;
  if (const auto minute = read_minute_of_day())
    return span_of_minute(day, *minute / 60, *minute % 60);
  at_ = after_day;
  return span_of_day(day);
}

std::optional<int> DateReader::read_minute_of_day() {
  const std::size_t begin = at_;
  if (!(is_digit(peek(1)) && take_any({"T", "t"}))) {
    while (take_any({" ", ","})) {
    }
    if (take_any({"at ", "um ", "@"})) take(" ");
  }
  return at_ > begin && is_digit(peek()) ? read_clock() : std::nullopt;
}

std::optional<int> DateReader::read_clock() {
  Number hour = read_number();
  if (hour.digits == 4 && at_word_end()) return minute_of_day(hour.value / 100, hour.value % 100);
  if (hour.digits > 2) return std::nullopt;
  Number minute;
  if (take(":")) {
    minute = read_number();
    if (minute.digits != 2) return std::nullopt;
    skip_seconds_and_zone();
    read_half_of_day(hour.value);
  } else if (!read_half_of_day(hour.value)) {
    return std::nullopt;
  }
  return minute_of_day(hour.value, minute.value);
}

bool DateReader::read_half_of_day(int& hour) {
  const std::size_t begin = at_;
  take(" ");
  const bool before_noon = take_any({"am", "AM", "a.m.", "A.M."});
  const bool after_noon = !before_noon && take_any({"pm", "PM", "p.m.", "P.M."});
  if ((!before_noon && !after_noon) || hour < 1 || hour > 12 || !at_word_end()) {
    at_ = begin;
    return false;
  }
  hour = hour % 12 + (after_noon ? 12 : 0);
  return true;
}

// Local time is what the writer saw on the clock, whatever the offset.
void DateReader::skip_seconds_and_zone() {
  if (peek() == ':' && is_digit(peek(1))) {
    ++at_;
    read_number();
    if (peek() == '.' && is_digit(peek(1))) {
      ++at_;
      while (is_digit(peek())) ++at_;
    }
  }
  if (take("Z")) return;
  const std::size_t begin = at_;
  take(" ");
  if ((peek() == '+' || peek() == '-') && is_digit(peek(1)) && is_digit(peek(2))) {
    ++at_;
    read_number();
    if (take(":")) read_number();
    return;
  }
  at_ = begin;
}

DateReader::Number DateReader::read_number() {
  Number number;
  const std::size_t begin = at_;
  while (is_digit(peek())) ++at_;
  number.digits = at_ - begin;
  if (number.digits <= 9) number.value = number_in(text_.substr(begin, number.digits));
  if (number.digits > kMaxDigits) number.digits = kMaxDigits + 1;
  return number;
}

std::optional<int> DateReader::read_year() {
  const std::size_t begin = at_;
  const Number year = read_number();
  const bool written = year.digits == 4 || (year.digits == 5 && text_[begin] == '0');
  return written && is_plausible_year(year.value) ? std::optional(year.value) : std::nullopt;
}

std::string_view DateReader::read_word() {
  const std::size_t begin = at_;
  while (is_letter(peek()) || is_beyond_ascii(peek()) ||
         (peek() == '-' && is_letter(peek(1)) && at_ > begin))
    ++at_;
  return text_.substr(begin, at_ - begin);
}

std::optional<int> DateReader::read_month_name() {
  const std::size_t begin = at_;
  while (is_letter(peek()) || is_beyond_ascii(peek())) ++at_;
  const auto month = find_month(text_.substr(begin, at_ - begin));
  if (!month) at_ = begin;
  return month;
}

// What stands between the parts of a date: blanks, a comma, a dot, "of", "de".
void DateReader::skip_gap() {
  const std::size_t begin = at_;
  while (at_ < begin + 3 && take_any({" ", ",", ".", "-", "_"})) {
  }
  if (at_ > begin) take_any({"of ", "de ", "del "});
}

void DateReader::skip_ordinal() {
  const std::size_t begin = at_;
  if (take_any({"st", "nd", "rd", "th", "er", "º"}) && is_alphanumeric(peek())) at_ = begin;
}

bool DateReader::take(std::string_view literal) {
  if (!text_.substr(at_).starts_with(literal)) return false;
  at_ += literal.size();
  return true;
}

bool DateReader::take_any(std::initializer_list<std::string_view> literals) {
  for (const std::string_view literal : literals)
    if (take(literal)) return true;
  return false;
}

bool DateReader::at_word_end() const {
  return !is_alphanumeric(peek());
}

}  // namespace notes
