// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/day.h"

#include <boost/test/unit_test.hpp>

using namespace notes;

BOOST_AUTO_TEST_SUITE(day)

BOOST_AUTO_TEST_CASE(days_and_their_numbers_agree_over_four_centuries) {
  for (std::int64_t number = -200'000; number < 100'000; number += 17)
    BOOST_TEST(days_since_epoch(civil_day(number)) == number);
  BOOST_TEST((civil_day(0) == CivilDay{1970, 1, 1}));
  BOOST_TEST((civil_day(19'782) == CivilDay{2024, 2, 29}));
}

BOOST_AUTO_TEST_CASE(only_real_days_are_read) {
  BOOST_TEST((parse_iso_day("2024-02-29") == CivilDay{2024, 2, 29}));
  for (const char* text : {"2023-02-29", "2024-13-01", "2024-2-9", "24-02-09", "2024-02-09 ", ""})
    BOOST_TEST(!parse_iso_day(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(weeks_begin_on_monday_and_the_first_holds_the_fourth_of_january) {
  BOOST_TEST((first_day_of_iso_week(2024, 1) == CivilDay{2024, 1, 1}));
  BOOST_TEST((first_day_of_iso_week(2021, 1) == CivilDay{2021, 1, 4}));
  BOOST_TEST((first_day_of_iso_week(2026, 53) == CivilDay{2026, 12, 28}));
}

BOOST_AUTO_TEST_CASE(a_span_prints_as_precisely_as_it_was_written) {
  BOOST_TEST(begin_text(span_of_minute({2024, 2, 16}, 19, 26)) == "2024-02-16T19:26");
  BOOST_TEST(begin_text(span_of_day({2024, 2, 16})) == "2024-02-16");
  BOOST_TEST(end_text(span_of_day({2024, 2, 16})) == "");
  BOOST_TEST(begin_text(span_of_month(2024, 2)) == "2024-02-01");
  BOOST_TEST(end_text(span_of_month(2024, 2)) == "2024-02-29");
  BOOST_TEST(begin_text(span_of_minute({1969, 12, 31}, 23, 59)) == "1969-12-31T23:59");
}

BOOST_AUTO_TEST_SUITE_END()
