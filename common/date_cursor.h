// SPDX-License-Identifier: GPL-2.0-or-later
// Steps through a text that may be a date: numbers, words, punctuation and times of day.
// date_reader decides which of them make a date.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "common/date_words.h"
#include "common/text/ascii.h"
#include "common/text/char_kind.h"

namespace notes {

inline int number_of(std::string_view ascii_digits) {
  int value = 0;
  for (const char c : ascii_digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

inline std::optional<int> minute_of_day(int hour, int minute) {
  return hour <= 23 && minute <= 59 ? std::optional(hour * 60 + minute) : std::nullopt;
}

// Each step moves past what it takes, and does not move if it takes nothing.
class DateCursor {
 public:
  explicit DateCursor(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }
  bool is_at_end() const { return at_ == text_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool digit_ahead(std::size_t ahead) const { return ascii::is_digit(peek(ahead)); }

  // Whether a number may end here: no letter or further number follows.
  bool is_after_number() const {
    constexpr std::string_view kJoints = "-/._:";
    const bool goes_on = kJoints.find(peek()) != kJoints.npos && digit_ahead(1);
    return !ascii::is_alphanumeric(peek()) && !goes_on;
  }

  bool take(std::string_view literal) {
    if (!text_.substr(at_).starts_with(literal)) return false;
    at_ += literal.size();
    return true;
  }

  bool take_any(std::initializer_list<std::string_view> literals) {
    return std::ranges::any_of(literals, [&](std::string_view literal) { return take(literal); });
  }

  // ASCII, Arabic, Persian or full-width digits, as ASCII.
  std::string take_digits() {
    std::string digits;
    while (take_digit(digits)) {
    }
    return digits;
  }

  DateWord take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const Character next = read_character(text_, at_);
      if (!(next.kind & (char_kind::letter | char_kind::mark | char_kind::ideograph))) break;
      at_ += next.byte_count;
    }
    return find_date_word(text_.substr(begin, at_ - begin));
  }

  // "Tuesday, "
  bool take_weekday() {
    const std::size_t begin = at_;
    if (take_word().roles & date_role::weekday) return skip_gap();
    at_ = begin;
    return false;
  }

  // What joins two dates: a dash, "to" and so on.
  bool take_joint() {
    const std::size_t begin = at_;
    skip_blanks();
    const bool follows_blank = at_ > 0 && ascii::is_blank(text_[at_ - 1]);
    if (take_any({"–", "—", "→", "~", "〜", "～", "..", "-", "_", "/"})) return skip_blanks();
    if (follows_blank && take_any({"to ", "through ", "bis ", "a ", "al ", "au ", "à ", "tot ",
                                   "til ", "till ", "do ", "до ", "по ", "έως "}))
      return skip_blanks();
    at_ = begin;
    return false;
  }

  // The minute of the day: "T21:25", " at 9:25 pm", " 2125".
  std::optional<int> take_time() {
    const std::size_t begin = at_;
    if (!digit_ahead(1) || !take_any({"T", "t", "_"})) {
      while (take_any({" ", ","})) {
      }
      if (at_ > begin) take_weekday();
      take_any({"at ", "um ", "@ ", "@", "kl. ", "kl ", "klo ", "à ", "o "});
    }
    const auto minute = at_ > begin ? take_clock() : std::nullopt;
    if (!minute) at_ = begin;
    return minute;
  }

  // The skip functions are also true if there is nothing to skip.
  bool skip_blanks() {
    while (take_any({" ", "\t", "\u00A0", "\u202F", "\u3000"})) {
    }
    return true;
  }

  // What separates the parts of a date: blanks, some punctuation, "of".
  bool skip_gap() {
    for (int signs = 0; signs < 2; ++signs) {
      skip_blanks();
      if (!take_any({",", ".", "-", "_", "/", "،"})) break;
    }
    skip_blanks();
    take_any({"of ", "de ", "del ", "d'", "d’", "di ", "m. "});
    return true;
  }

  // "th"
  bool skip_ordinal() {
    const std::size_t begin = at_;
    if (take_any({"st", "nd", "rd", "th", "er", "º", "ª", "日", "号", "號", "일"}) &&
        ascii::is_alphanumeric(peek()))
      at_ = begin;
    return true;
  }

 private:
  bool take_digit(std::string& digits) {
    for (const std::string_view zero : {"0", "\u0660", "\u06F0", "\uFF10"}) {
      const std::size_t last = zero.size() - 1;
      const int value = peek(last) - zero[last];
      if (value < 0 || value > 9 || !take(zero.substr(0, last))) continue;
      digits += static_cast<char>('0' + value);
      ++at_;
      return true;
    }
    return false;
  }

  std::optional<int> take_clock() {
    const std::string first = take_digits();
    int hour = number_of(first);
    if (first.size() == 4)
      return is_after_number() ? minute_of_day(hour / 100, hour % 100) : std::nullopt;
    if (first.empty() || first.size() > 2) return std::nullopt;
    if (!digit_ahead(1) || !take_any({":", "h"}))
      return take_half_of_day(hour) ? minute_of_day(hour, 0) : std::nullopt;
    const std::string second = take_digits();
    if (second.size() != 2) return std::nullopt;
    skip_seconds_and_zone();
    take_half_of_day(hour);
    return minute_of_day(hour, number_of(second));
  }

  bool take_half_of_day(int& hour) {
    const std::size_t begin = at_;
    take(" ");
    const bool is_morning = take_any({"am", "AM", "a.m.", "A.M."});
    const bool is_named = is_morning || take_any({"pm", "PM", "p.m.", "P.M."});
    if (!is_named || hour < 1 || hour > 12 || ascii::is_alphanumeric(peek())) {
      at_ = begin;
      return false;
    }
    hour = hour % 12 + (is_morning ? 0 : 12);
    return true;
  }

  // Ignores the zone: the date is what the author saw on the clock.
  void skip_seconds_and_zone() {
    constexpr std::string_view kSigns = ":.+-";
    if ((peek(1) == '+' || peek(1) == '-') && digit_ahead(2)) take(" ");
    while (digit_ahead(0) || (kSigns.find(peek()) != kSigns.npos && digit_ahead(1))) ++at_;
    take("Z");
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace notes
