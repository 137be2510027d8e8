// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/day.h"

#include <boost/test/unit_test.hpp>

using namespace notes;

BOOST_AUTO_TEST_SUITE(day)

BOOST_AUTO_TEST_CASE(a_day_lasts_from_midnight_to_midnight) {
  for (int number = -200'000; number < 100'000; number += 17) {
    const CivilDay day = std::chrono::sys_days(std::chrono::days(number));
    BOOST_TEST((day_of(midnight(day)) == day));
    BOOST_TEST((day_of(midnight(day) + kMinutesPerDay - 1) == day));
  }
  BOOST_TEST(midnight({1970, 1, 1}) == 0);
  BOOST_TEST((day_of(-1) == CivilDay{1969, 12, 31}));
}

BOOST_AUTO_TEST_CASE(weeks_run_from_monday_to_sunday) {
  for (const CivilDay day : {CivilDay{2024, 12, 30}, {2025, 1, 1}, {2025, 1, 5}})
    BOOST_TEST((span_of_week(day) == span_of_days({2024, 12, 30}, {2025, 1, 5})));
}

BOOST_AUTO_TEST_CASE(whole_months_and_years_are_recognised) {
  BOOST_TEST(is_month(span_of_months(std::chrono::year(2024) / 2)));
  BOOST_TEST(is_year(span_of_year({2024, 1, 1})));
  BOOST_TEST(is_whole_months(span_of_days({2024, 1, 1}, {2024, 3, 31})));
  BOOST_TEST(!is_whole_months(span_of_days({2024, 1, 1}, {2024, 3, 30})));
  BOOST_TEST(!is_month(span_of_year({2024, 1, 1})));
}

BOOST_AUTO_TEST_CASE(a_span_prints_as_precisely_as_it_was_written) {
  BOOST_TEST(begin_text(span_of_minute({2024, 2, 16}, 19 * 60 + 26)) == "2024-02-16T19:26");
  BOOST_TEST(begin_text(span_of_day({2024, 2, 16})) == "2024-02-16");
  BOOST_TEST(end_text(span_of_day({2024, 2, 16})) == "");
  BOOST_TEST(begin_text(span_of_months(std::chrono::year(2024) / 2)) == "2024-02-01");
  BOOST_TEST(end_text(span_of_months(std::chrono::year(2024) / 2)) == "2024-02-29");
  BOOST_TEST(begin_text(span_of_minute({1969, 12, 31}, 23 * 60 + 59)) == "1969-12-31T23:59");
}

BOOST_AUTO_TEST_SUITE_END()
