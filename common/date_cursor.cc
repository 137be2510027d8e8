// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date_cursor.h"

#include <algorithm>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/char_kind.h"

namespace notes {
namespace {

using ascii::is_alphanumeric;

struct Digit {
  int value = 0;
  std::size_t byte_count = 1;
};

std::optional<Digit> digit_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (ascii::is_digit(text.front())) return Digit{text.front() - '0', 1};
  for (const std::string_view zero : {"\u0660", "\u06F0", "\uFF10"}) {
    const std::size_t length = zero.size();
    if (text.size() < length || !text.starts_with(zero.substr(0, length - 1))) continue;
    const int value = text[length - 1] - zero[length - 1];
    if (value >= 0 && value <= 9) return Digit{value, length};
  }
  return std::nullopt;
}

}  // namespace

bool DateCursor::take(std::string_view literal) {
  if (!text_.substr(at_).starts_with(literal)) return false;
  at_ += literal.size();
  return true;
}

bool DateCursor::take_any(std::initializer_list<std::string_view> literals) {
  return std::ranges::any_of(literals, [&](std::string_view literal) { return take(literal); });
}

std::string DateCursor::take_digits() {
  std::string digits;
  while (const auto digit = digit_of(text_.substr(at_))) {
    digits += static_cast<char>('0' + digit->value);
    at_ += digit->byte_count;
  }
  return digits;
}

DateWord DateCursor::take_word() {
  const std::size_t begin = at_;
  while (at_ < text_.size()) {
    const Character next = read_character(text_, at_);
    if (!(next.kind & (char_kind::letter | char_kind::mark | char_kind::ideograph))) break;
    at_ += next.byte_count;
  }
  return find_date_word(text_.substr(begin, at_ - begin)).value_or(DateWord{});
}

bool DateCursor::take_weekday() {
  const std::size_t begin = at_;
  if (take_word().is_weekday) return skip_gap();
  at_ = begin;
  return false;
}

bool DateCursor::take_joint() {
  const std::size_t begin = at_;
  skip_blanks();
  if (take_any({"–", "—", "→", "~", "〜", "～", "..", "-", "_", "/"})) return skip_blanks();
  if (at_ > begin && take_any({"to ", "through ", "bis ", "a ", "al ", "au ", "à ", "tot ", "til ",
                               "till ", "do ", "до ", "по ", "έως "}))
    return skip_blanks();
  at_ = begin;
  return false;
}

std::optional<int> DateCursor::take_time() {
  const std::size_t begin = at_;
  if (!digit_ahead(1) || !take_any({"T", "t", "_"})) {
    while (take(" ") || take(",")) {
    }
    if (at_ > begin) take_weekday();
    take_any({"at ", "um ", "@ ", "@", "kl. ", "kl ", "klo ", "à ", "o "});
  }
  const auto minute = at_ > begin ? take_clock() : std::nullopt;
  if (!minute) at_ = begin;
  return minute;
}

std::optional<int> DateCursor::take_clock() {
  const std::string first = take_digits();
  int hour = number_of(first);
  if (first.size() == 4)
    return is_behind_number() ? minute_of_day(hour / 100, hour % 100) : std::nullopt;
  if (first.empty() || first.size() > 2) return std::nullopt;
  if (!digit_ahead(1) || !take_any({":", "h"}))
    return take_half_of_day(hour) ? minute_of_day(hour, 0) : std::nullopt;
  const std::string second = take_digits();
  if (second.size() != 2) return std::nullopt;
  skip_seconds_and_zone();
  take_half_of_day(hour);
  return minute_of_day(hour, number_of(second));
}

bool DateCursor::take_half_of_day(int& hour) {
  const std::size_t begin = at_;
  take(" ");
  const bool is_morning = take_any({"am", "AM", "a.m.", "A.M."});
  const bool is_named = is_morning || take_any({"pm", "PM", "p.m.", "P.M."});
  if (!is_named || hour < 1 || hour > 12 || is_alphanumeric(peek())) {
    at_ = begin;
    return false;
  }
  hour = hour % 12 + (is_morning ? 0 : 12);
  return true;
}

// Ignores the zone: the date is what the author saw on the clock.
void DateCursor::skip_seconds_and_zone() {
  constexpr std::string_view kSigns = ":.+-";
  if ((peek(1) == '+' || peek(1) == '-') && digit_ahead(2)) take(" ");
  while (digit_ahead(0) || (kSigns.find(peek()) != kSigns.npos && digit_ahead(1))) ++at_;
  take("Z");
}

bool DateCursor::skip_blanks() {
  while (take_any({" ", "\t", "\u00A0", "\u202F", "\u3000"})) {
  }
  return true;
}

bool DateCursor::skip_gap() {
  for (int signs = 0; signs < 2; ++signs) {
    skip_blanks();
    if (!take_any({",", ".", "-", "_", "/", "،"})) break;
  }
  skip_blanks();
  take_any({"of ", "de ", "del ", "d'", "d’", "di ", "m. "});
  return true;
}

bool DateCursor::skip_ordinal() {
  const std::size_t begin = at_;
  if (take_any({"st", "nd", "rd", "th", "er", "º", "ª", "日", "号", "號", "일"}) &&
      is_alphanumeric(peek()))
    at_ = begin;
  return true;
}

bool DateCursor::is_behind_number() const {
  constexpr std::string_view kJoints = "-/._:";
  const bool goes_on = kJoints.find(peek()) != kJoints.npos && digit_ahead(1);
  return !is_alphanumeric(peek()) && !goes_on;
}

int number_of(std::string_view ascii_digits) {
  int value = 0;
  for (const char c : ascii_digits.substr(0, 9)) value = value * 10 + (c - '0');
  return value;
}

std::optional<int> minute_of_day(int hour, int minute) {
  return hour <= 23 && minute <= 59 ? std::optional(hour * 60 + minute) : std::nullopt;
}

}  // namespace notes
