// SPDX-License-Identifier: GPL-2.0-or-later
// Reads one written date from where it begins. find_date decides where that can be.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "common/day.h"

namespace notes {

class DateReader {
 public:
  DateReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // Leaves `at` behind the date; anywhere when there is none.
  std::optional<DateSpan> read();
  std::size_t at() const { return at_; }

 private:
  struct Number {
    int value = 0;
    std::size_t digits = 0;
  };

  std::optional<DateSpan> read_number_first();
  std::optional<DateSpan> read_word_first();
  std::optional<DateSpan> read_year_first(int year);
  std::optional<DateSpan> read_ideographic(int year);
  std::optional<DateSpan> read_week(int year);
  std::optional<DateSpan> read_month_after(int year);
  std::optional<DateSpan> read_separated(int year);
  std::optional<DateSpan> read_day_first(int first);
  std::optional<DateSpan> read_day_and_name(int day);
  std::optional<DateSpan> read_name_and_rest(int month);
  std::optional<DateSpan> read_compact(std::size_t begin, std::size_t digits);
  std::optional<DateSpan> day_and_time(CivilDay day);
  std::optional<int> read_minute_of_day();
  std::optional<int> read_clock();
  bool read_half_of_day(int& hour);
  void skip_seconds_and_zone();

  Number read_number();
  std::optional<int> read_year();
  std::string_view read_word();
  std::optional<int> read_month_name();
  void skip_gap();
  void skip_ordinal();
  bool take(std::string_view literal);
  bool take_any(std::initializer_list<std::string_view> literals);
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool at_word_end() const;

  std::string_view text_;
  std::size_t at_;
};

}  // namespace notes
