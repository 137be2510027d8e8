// SPDX-License-Identifier: GPL-2.0-or-later
// The words of dates and of the labels around them, in the languages people write notes in. Case
// and accents do not matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

// What a word near a date says about it. A word may have several roles.
namespace date_role {
// In labels (`Date created`, `dateCreated`):
constexpr int date = 1 << 0;
constexpr int created = 1 << 1;
constexpr int published = 1 << 2;
constexpr int any_date = date | created | published;
constexpr int with_any = 1 << 3;  // goes with any of these three
// In front of a date that is a deadline, a birth or a change:
constexpr int of_another = 1 << 4;
constexpr int up_to = 1 << 5;       // only directly in front of it
constexpr int negligible = 1 << 6;  // "day", "version": text with a date is still only a date
constexpr int label = any_date | with_any;
}  // namespace date_role

// What a word names; it may have several meanings: "mar" is March and also a Tuesday.
struct DateWord {
  int month = 0;           // 0: not a month
  int weekday = 0;         // 1 for Monday; 8 for a part of any weekday's name
  int week = 0;            // 1 for "week", "KW"
  int unit = 0;            // 1 to 4: day, week, month, year
  bool is_certain = true;  // false: also an ordinary word, so the month needs a day and a year
  int roles = 0;
};

DateWord find_date_word(std::string_view word);

// The roles of the words that make up a label, however it joins them. 0 if there are other words.
int roles_of_label(std::string_view label);

// These letters, and the names of months, weekdays, weeks and units that begin with them.
std::vector<std::string> date_words_with_begin(std::string_view letters);

}  // namespace notes
