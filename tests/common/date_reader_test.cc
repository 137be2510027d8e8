// SPDX-License-Identifier: GPL-2.0-or-later
// The forms of written dates, for notes and queries.
#include "common/date_reader.h"

#include <initializer_list>
#include <string>

#include <boost/test/unit_test.hpp>

namespace notes {
namespace {

struct Row {
  const char* input;
  const char* expected;
};

std::string text_of(const std::optional<DateSpan>& span) {
  if (!span) return "none";
  const std::string end = end_text(*span);
  return begin_text(*span) + (end.empty() ? "" : ".." + end);
}

void check_found(const std::initializer_list<Row> rows,
                 const std::optional<DateSpan>& around = {}) {
  for (const Row& row : rows) {
    const auto date = find_date(row.input, 0, around);
    BOOST_TEST_CONTEXT(row.input)
    BOOST_TEST(text_of(date ? std::optional(date->span) : std::nullopt) == row.expected);
  }
}

void check_read(const std::initializer_list<Row> rows, const std::optional<DateSpan>& around = {}) {
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.input) BOOST_TEST(text_of(read_date(row.input, around)) == row.expected);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(date_reader)

BOOST_AUTO_TEST_CASE(dates_are_found_in_the_forms_people_write) {
  check_found({
      {"2024-02-13", "2024-02-13"},
      {"2024-02-13 21:25", "2024-02-13T21:25"},
      {"2024-02-13T21:25", "2024-02-13T21:25"},
      {"2024-02-13T21:25:07.123+03:00", "2024-02-13T21:25"},
      {"2024-02-13 9:25 pm", "2024-02-13T21:25"},
      {"2024-02-13 12:05 AM", "2024-02-13T00:05"},
      {"2024-02-13 9pm", "2024-02-13T21:00"},
      {"2021-12-31 1946", "2021-12-31T19:46"},
      {"2024/2/3", "2024-02-03"},
      {"2021.05.20", "2021-05-20"},
      {"2024_05_30", "2024-05-30"},
      {"20240213", "2024-02-13"},
      {"202402132125", "2024-02-13T21:25"},
      {"02021-07-28", "2021-07-28"},
      {"2018-1-6", "2018-01-06"},
      {"2024-02", "2024-02-01..2024-02-29"},
      {"2026-W17", "2026-04-20..2026-04-26"},
      {"2022week41", "2022-10-10..2022-10-16"},
      {"13.02.2024", "2024-02-13"},
      {"03/19/2023", "2023-03-19"},
      {"19/03/2023", "2023-03-19"},
      {"05/05/2023", "2023-05-05"},
      {"01/06/2019", "none"},
      {"07/2019", "2019-07-01..2019-07-31"},
      {"August 2019", "2019-08-01..2019-08-31"},
      {"_August 2019_", "2019-08-01..2019-08-31"},
      {"Feb 2024", "2024-02-01..2024-02-29"},
      {"Mar 7, 2024", "2024-03-07"},
      {"7th March 2024", "2024-03-07"},
      {"Tuesday, 13 February 2024 at 21:25", "2024-02-13T21:25"},
      {"13. März 2024", "2024-03-13"},
      {"Di, 13.02.2024 um 21:25", "2024-02-13T21:25"},
      {"1er août 2019", "2019-08-01"},
      {"13 de febrero de 2024", "2024-02-13"},
      {"3 MARÇO 2020", "2020-03-03"},
      {"5 maggio 2021", "2021-05-05"},
      {"12 mei 2021", "2021-05-12"},
      {"2016 March", "2016-03-01..2016-03-31"},
      {"2025年1月4日", "2025-01-04"},
      {"2025年1月", "2025-01-01..2025-01-31"},
      {"2024-02-30", "none"},
      {"2024-13-01", "none"},
      {"9999-12-31 9999", "none"},
      {"NaN-NaN-NaN", "none"},
      {"1234-05-06", "none"},
      {"2024", "none"},
      {"v2.1.0", "none"},
      {"2401.04088", "none"},
      {"12:30", "none"},
      {"May I?", "none"},
      {"Augustine 3, 2021", "none"},
      {"Lednice 2021", "none"},
      {"x20240213", "none"},
      {"20240213x", "none"},
      {"", "none"},
  });
}

BOOST_AUTO_TEST_CASE(weeks_and_quarters_are_found) {
  check_found({
      {"KW 12 2025", "2025-03-17..2025-03-23"},
      {"12. KW 2025", "2025-03-17..2025-03-23"},
      {"12.týden 2025", "2025-03-17..2025-03-23"},
      {"Kalenderwoche 12/2025", "2025-03-17..2025-03-23"},
      {"week 12, 2025", "2025-03-17..2025-03-23"},
      {"semaine 12 2025", "2025-03-17..2025-03-23"},
      {"W12-2025", "2025-03-17..2025-03-23"},
      {"2025_w12", "2025-03-17..2025-03-23"},
      {"2021-W53", "none"},
      {"2025-Q2", "2025-04-01..2025-06-30"},
      {"Q2/2025", "2025-04-01..2025-06-30"},
      {"Q5 2025", "none"},
      {"v2 2025", "none"},
  });
}

BOOST_AUTO_TEST_CASE(months_are_known_in_many_languages_and_cases) {
  check_found({
      {"3. Oktober 2022", "2022-10-03"},
      {"3 octobre 2022", "2022-10-03"},
      {"3 de octubre de 2022", "2022-10-03"},
      {"3 de outubro de 2022", "2022-10-03"},
      {"3 ottobre 2022", "2022-10-03"},
      {"3 oktober 2022", "2022-10-03"},
      {"3. oktober 2022", "2022-10-03"},
      {"3. lokakuuta 2022", "2022-10-03"},
      {"3. toukokuuta 2022", "2022-05-03"},
      {"3. joulukuuta 2022", "2022-12-03"},
      {"2022. október 3.", "2022-10-03"},
      {"3 octombrie 2022", "2022-10-03"},
      {"3 d'octubre de 2022", "2022-10-03"},
      {"3 октября 2022", "2022-10-03"},
      {"3 ЖОВТНЯ 2022", "2022-10-03"},
      {"3 października 2022", "2022-10-03"},
      {"3. října 2022", "2022-10-03"},
      {"3. říj 2022", "2022-10-03"},
      {"3 Ekim 2022", "2022-10-03"},
      {"3 Οκτωβρίου 2022", "2022-10-03"},
      {"3 أكتوبر 2022", "2022-10-03"},
      {"٣ أكتوبر ٢٠٢٢", "2022-10-03"},
      {"2022 m. spalio 3 d.", "2022-10-03"},
      {"3 out 2022", "2022-10-03"},
      {"out 2022", "none"},
      {"lis 2022", "none"},
      {"październik 2022", "2022-10-01..2022-10-31"},
      {"окт 2022", "2022-10-01..2022-10-31"},
      {"2022年10月3日（月）", "2022-10-03"},
      {"2022년 10월 3일", "2022-10-03"},
      {"2022. 10. 3.", "2022-10-03"},
      {"２０２２年１０月３日", "2022-10-03"},
      {"octopus 2022", "none"},
      {"3 marzipan 2022", "none"},
      {"Jane 3, 2022", "none"},
      {"3 aprons 2022", "none"},
      {"3. Jänner 2022", "2022-01-03"},
      {"2022. április 3.", "2022-04-03"},
      {"3 stycznia 2022", "2022-01-03"},
      {"3 серпня 2022", "2022-08-03"},
  });
}

BOOST_AUTO_TEST_CASE(weekdays_and_times_next_to_a_day_are_part_of_the_date) {
  check_found({
      {"jeudi 3 octobre 2024", "2024-10-03"},
      {"pondělí 7. října 2024", "2024-10-07"},
      {"2024-10-03 Thu 08:15", "2024-10-03T08:15"},
      {"3 Oct 2024 @ 8h15", "2024-10-03T08:15"},
      {"2024-10-03 2024-10-04", "2024-10-03"},
  });
}

BOOST_AUTO_TEST_CASE(two_joined_dates_are_a_span) {
  check_found({
      {"2022-10-03 to 2022-10-07", "2022-10-03..2022-10-07"},
      {"2022-10-03 - 2022-10-07", "2022-10-03..2022-10-07"},
      {"2022-10-03–2022-10-07", "2022-10-03..2022-10-07"},
      {"2022-10-03/2022-10-07", "2022-10-03..2022-10-07"},
      {"3.10.2022 bis 7.10.2022", "2022-10-03..2022-10-07"},
      {"3.-7.10.2022", "2022-10-03..2022-10-07"},
      {"3-7.10.2022", "2022-10-03..2022-10-07"},
      {"3.10. – 7.11.2022", "2022-10-03..2022-11-07"},
      {"3–7 October 2022", "2022-10-03..2022-10-07"},
      {"3. bis 7. Oktober 2022", "2022-10-03..2022-10-07"},
      {"Trip 3 - 7 October 2022", "2022-10-03..2022-10-07"},
      {"Day 3 - 7 October 2022", "2022-10-07"},
      {"2.0-rc.3 - 7 October 2022", "2022-10-07"},
      {"Oct 3-7, 2022", "2022-10-03..2022-10-07"},
      {"October 31 – November 2, 2022", "2022-10-31..2022-11-02"},
      {"Oct 2022 – Dec 2022", "2022-10-01..2022-12-31"},
      {"2022-10-07 - 2022-10-03", "2022-10-07"},
      {"2022-10-03 - 10:30", "2022-10-03"},
  });
}

BOOST_AUTO_TEST_CASE(a_date_without_a_year_is_the_nearest_to_the_dates_around_it) {
  check_found({{"October 3", "2022-10-03"},
               {"3. říjen", "2022-10-03"},
               {"10月3日", "2022-10-03"},
               {"Oct 3 – Oct 5", "2022-10-03..2022-10-05"},
               {"10 years", "none"}},
              span_of_year({2022, 1, 1}));
  check_found({{"January 2", "2023-01-02"}, {"December 20", "2022-12-20"}},
              span_of_day({2022, 12, 30}));
  check_found({{"May 2", "none"}}, span_of_days({2020, 1, 1}, {2022, 12, 31}));
  check_found({{"October 3", "none"}, {"10月3日", "none"}});
}

BOOST_AUTO_TEST_CASE(a_whole_text_may_be_part_of_a_date) {
  check_read({{"2022", "2022-01-01..2022-12-31"},
              {"1515", "none"},
              {"3", "none"},
              {"October", "none"},
              {"10-03", "none"},
              {"3 Oct 2022 x", "none"}});
  check_read({{"10", "2022-10-01..2022-10-31"},
              {"10-Oct", "2022-10-01..2022-10-31"},
              {"October", "2022-10-01..2022-10-31"},
              {"10-03", "2022-10-03"},
              {"Q4", "2022-10-01..2022-12-31"},
              {"13", "none"},
              {"10 apples", "none"}},
             span_of_year({2022, 1, 1}));
  check_read(
      {{"3", "2022-10-03"}, {"Mon 3", "2022-10-03"}, {"3-Mon", "2022-10-03"}, {"32", "none"}},
      span_of_months(std::chrono::year(2022) / 10));
}

BOOST_AUTO_TEST_CASE(the_place_of_a_date_is_given_in_bytes) {
  const auto first = find_date("từ 3 Oct 2022, rồi 2022-11-04");
  BOOST_REQUIRE(first.has_value());
  BOOST_TEST(first->begin == 5U);
  BOOST_TEST(first->end == 15U);
  const auto second = find_date("từ 3 Oct 2022, rồi 2022-11-04", first->end);
  BOOST_REQUIRE(second.has_value());
  BOOST_TEST(text_of(second->span) == "2022-11-04");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes
