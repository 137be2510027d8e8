// SPDX-License-Identifier: GPL-2.0-or-later
// The parts of dates, and steps through a text that may have them. date_reader.cc says which of
// them make a date.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "common/date_reader.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace notes {

// What the parts of one date say. 0: not written.
struct DateParts {
  int year = 0;
  int month = 0;
  int day = 0;
  int week = 0;
  int quarter = 0;
  int hour = -1;  // -1: not written
  int minute = 0;
  int second = 0;
  int count = 0;  // of units
  int unit = 0;
  int weekday = 0;
  bool is_compact = false;  // no signs between the numbers, so each has all its digits
  bool is_in_order = true;  // false: the month may be the day, and the day the month
  bool is_certain = true;   // false: the month's name is also an ordinary word
};

// The parts that are numbers.
struct NumberPart {
  char sign;
  int DateParts::*place;
  int least;
  int greatest;
  int fewest_digits = 1;
  int most_digits = 2;
};
inline constexpr int kFirstYear = 1000;
inline constexpr auto kNumberParts = std::to_array<NumberPart>({
    {'Y', &DateParts::year, kFirstYear, 9999, 4, 4},
    {'N', &DateParts::month, 1, 12},
    {'B', &DateParts::month, 1, 31},
    {'D', &DateParts::day, 1, 31},
    {'W', &DateParts::week, 1, 53},
    {'Q', &DateParts::quarter, 1, 4},
    {'H', &DateParts::hour, 0, 23},
    {'T', &DateParts::minute, 0, 59, 2},
    {'S', &DateParts::second, 0, 59, 2},
    {'I', &DateParts::count, 0, 9999, 1, 4},
});

// Each step moves past what it takes. If it fails, the cursor may be anywhere after its start.
class DateCursor {
 public:
  explicit DateCursor(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  void go_to(std::size_t at) { at_ = at; }
  bool is_at_end() const { return at_ == text_.size(); }
  std::string_view rest() const { return text_.substr(at_); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool digit_ahead(std::size_t ahead) const { return ascii::is_digit(peek(ahead)); }

  // Takes a part that date_reader's forms write as this sign.
  bool take_part(char sign, DateParts& parts) {
    const auto number = std::ranges::find(kNumberParts, sign, &NumberPart::sign);
    if (number != kNumberParts.end()) return take_number(*number, parts);
    if (sign == 'M') return take_month(parts);
    if (sign == 'X') return take_weekday_alone(parts);
    if (sign == 'K') return take_word().week > 0;
    if (sign == 'U') return (parts.unit = take_word().unit) > 0;
    if (sign == 'P') return take_half_of_day(parts.hour);
    if (sign == 'Z') return skip_seconds_and_zone();
    if (sign == 'C') return parts.is_compact = true;
    if (sign == '!') return is_after_number();
    if (sign == '~') return take_joint();
    if (sign == '@') return take_time_joint();
    if (sign == '.') return take(".") && skip_blanks();
    if (sign == ' ') return skip_gap();
    if (sign == '$') return is_at_end() || (skip_gap() && take_weekday() && is_at_end());
    if (ascii::to_lower(peek()) != sign) return false;
    ++at_;
    return true;
  }

  // Whether a number may end here: no letter or further number follows.
  bool is_after_number() const {
    constexpr std::string_view kJoints = "-/._:";
    const bool goes_on = kJoints.find(peek()) != kJoints.npos && digit_ahead(1);
    return !ascii::is_alphanumeric(peek()) && !goes_on;
  }

  bool take(std::string_view literal) {
    if (!rest().starts_with(literal)) return false;
    at_ += literal.size();
    return true;
  }

  bool take_any(std::initializer_list<std::string_view> literals) {
    return std::ranges::any_of(literals, [&](std::string_view literal) { return take(literal); });
  }

  std::string_view take_letters() {
    const std::size_t begin = at_;
    while (!is_at_end()) {
      const Character next = read_character(text_, at_);
      if (!(next.kind & (char_kind::letter | char_kind::mark | char_kind::ideograph))) break;
      at_ += next.byte_count;
    }
    return text_.substr(begin, at_ - begin);
  }

  DateWord take_word() { return find_date_word(take_letters()); }

  // "Tuesday, ". Does not move if there is none.
  bool take_weekday() {
    const std::size_t begin = at_;
    if (take_word().weekday > 0) return skip_gap();
    at_ = begin;
    return false;
  }

  // What joins two dates: a dash, "to" and so on.
  bool take_joint() {
    skip_blanks();
    const bool follows_blank = at_ > 0 && ascii::is_blank(text_[at_ - 1]);
    const bool is_joint =
        take_any({"–", "—", "→", "~", "〜", "～", "..", "-", "_", "/"}) ||
        (follows_blank && take_any({"to ", "through ", "bis ", "a ", "al ", "au ", "à ", "tot ",
                                    "til ", "till ", "do ", "до ", "по ", "έως "}));
    return is_joint && skip_blanks();
  }

  // What joins a day and a time: "T", ", ", " at ".
  bool take_time_joint() {
    const std::size_t begin = at_;
    if (take_any({"T", "t", "_"})) return true;
    while (take_any({" ", ","})) {
    }
    if (at_ > begin) take_weekday();
    take_any({"at ", "um ", "@ ", "@", "kl. ", "kl ", "klo ", "à ", "o "});
    return at_ > begin;
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
    take_any({"st", "nd", "rd", "th", "er", "º", "ª", "日", "号", "號", "일"});
    if (ascii::is_alphanumeric(peek())) at_ = begin;
    return true;
  }

  // Ignores the zone: the date is what the author saw on the clock.
  bool skip_seconds_and_zone() {
    constexpr std::string_view kSigns = ":.+-";
    if ((peek(1) == '+' || peek(1) == '-') && digit_ahead(2)) take(" ");
    while (digit_ahead(0) || (kSigns.find(peek()) != kSigns.npos && digit_ahead(1))) ++at_;
    take("Z");
    return true;
  }

 private:
  bool take_number(const NumberPart& part, DateParts& parts) {
    if (part.sign == 'Y' && !parts.is_compact) take("0");  // 02024
    const int fewest_digits = parts.is_compact ? part.most_digits : part.fewest_digits;
    const int limit = parts.is_compact ? part.most_digits : part.most_digits + 1;
    int value = 0;
    int digits = 0;
    for (int digit = 0; digits < limit && (digit = take_digit()) >= 0; ++digits)
      value = value * 10 + digit;
    if (digits < fewest_digits || digits > part.most_digits) return false;
    if (value < part.least || value > part.greatest) return false;
    parts.*part.place = value;
    if (part.sign == 'B') parts.is_in_order = false;
    return part.sign != 'D' || parts.is_compact || skip_ordinal();
  }

  // ASCII, Arabic, Persian or full-width. -1 if there is none.
  int take_digit() {
    for (const std::string_view zero : {"0", "\u0660", "\u06F0", "\uFF10"}) {
      const std::size_t last = zero.size() - 1;
      const int digit = peek(last) - zero[last];
      if (digit < 0 || digit > 9 || !take(zero.substr(0, last))) continue;
      ++at_;
      return digit;
    }
    return -1;
  }

  bool take_month(DateParts& parts) {
    const DateWord word = take_word();
    if (word.month == 0 || (parts.month != 0 && parts.month != word.month)) return false;
    parts.month = word.month;
    parts.is_certain = word.is_certain;
    return true;
  }

  // In at least three letters; "mar" is March.
  bool take_weekday_alone(DateParts& parts) {
    const std::string_view letters = take_letters();
    const DateWord word = find_date_word(letters);
    parts.weekday = word.weekday;
    return letters.size() > 2 && word.month == 0 && word.weekday > 0 && word.weekday < 8;
  }

  // "am" or "pm" after one of twelve hours.
  bool take_half_of_day(int& hour) {
    take(" ");
    const bool is_morning = take_any({"am", "AM", "a.m.", "A.M."});
    if (!is_morning && !take_any({"pm", "PM", "p.m.", "P.M."})) return false;
    if (hour < 1 || hour > 12 || ascii::is_alphanumeric(peek())) return false;
    hour = hour % 12 + (is_morning ? 0 : 12);
    return true;
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace notes
