// SPDX-License-Identifier: GPL-2.0-or-later
// Steps through a text that may be a date: numbers, words, punctuation and times of day.
// date_reader decides which of them make a date.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "common/date_words.h"

namespace notes {

class DateCursor {
 public:
  explicit DateCursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }
  bool is_at_end() const { return at_ == text_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool digit_ahead(std::size_t ahead) const { return peek(ahead) >= '0' && peek(ahead) <= '9'; }

  // Each steps past what it takes, and does not move if it takes nothing.
  bool take(std::string_view literal);
  bool take_any(std::initializer_list<std::string_view> literals);
  std::string take_digits();  // ASCII, Arabic, Persian or full-width digits, as ASCII
  DateWord take_word();
  bool take_weekday();             // "Tuesday, "
  bool take_joint();               // joins two dates: a dash, "to" and so on
  std::optional<int> take_time();  // "T21:25", " at 9:25 pm", " 2125": the minute of the day

  // Also true if there is nothing to skip.
  bool skip_blanks();
  bool skip_gap();      // between parts of a date: blanks, some punctuation, "of"
  bool skip_ordinal();  // "th"

  // Whether a number may end here: no letter or further number follows.
  bool is_behind_number() const;

 private:
  std::optional<int> take_clock();
  bool take_half_of_day(int& hour);
  void skip_seconds_and_zone();

  std::string_view text_;
  std::size_t at_ = 0;
};

int number_of(std::string_view ascii_digits);
std::optional<int> minute_of_day(int hour, int minute);

}  // namespace notes
