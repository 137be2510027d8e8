// SPDX-License-Identifier: GPL-2.0-or-later
#include <limits>

#include <boost/test/unit_test.hpp>

#include "query/language/field_value.h"
#include "query_rows.h"

namespace notes::test {
namespace {

struct DateRow {
  std::string typed;
  std::string expected;  // "2024-02-01T00:00 .. 2024-02-29T23:59", an open end is empty
};

std::string minute_text(Minute minute) {
  if (minute == std::numeric_limits<Minute>::min() || minute == std::numeric_limits<Minute>::max())
    return "";
  return begin_text({minute, minute, DatePrecision::minute});
}

std::string dates_text(const std::string& typed, CivilDay today) {
  const auto read = read_dates(typed, today);
  if (const auto* fault = std::get_if<DateFault>(&read))
    return *fault == DateFault::ends_before_it_begins ? "ends before it begins" : "not a date";
  const auto& range = std::get<MinuteRange>(read);
  return minute_text(range.from) + " .. " + minute_text(range.to);
}

void check(const std::vector<DateRow>& rows, CivilDay today = kToday) {
  for (const DateRow& row : rows) BOOST_TEST_CONTEXT("typed " << row.typed) {
      BOOST_TEST(dates_text(row.typed, today) == row.expected);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_date)

BOOST_AUTO_TEST_CASE(reads_iso_dates_and_their_parts) {
  check({
      {"2024", "2024-01-01T00:00 .. 2024-12-31T23:59"},
      {"1515", "1515-01-01T00:00 .. 1515-12-31T23:59"},
      {"2024-02", "2024-02-01T00:00 .. 2024-02-29T23:59"},
      {"2024-2", "2024-02-01T00:00 .. 2024-02-29T23:59"},
      {"2024-02-13", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"2024/02/13", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"20240213", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"2024-02-13T21:25", "2024-02-13T21:25 .. 2024-02-13T21:25"},
      {"2024-02-13 21:25", "2024-02-13T21:25 .. 2024-02-13T21:25"},
      {"20240213t9:05:59", "2024-02-13T09:05 .. 2024-02-13T09:05"},
      {"2024-W07", "2024-02-12T00:00 .. 2024-02-18T23:59"},
      {"2024w1", "2024-01-01T00:00 .. 2024-01-07T23:59"},
      {"2020-W53", "2020-12-28T00:00 .. 2021-01-03T23:59"},
  });
}

BOOST_AUTO_TEST_CASE(reads_names_of_months) {
  check({
      {"feb-2024", "2024-02-01T00:00 .. 2024-02-29T23:59"},
      {"February-2023", "2023-02-01T00:00 .. 2023-02-28T23:59"},
      {"2024-sept", "2024-09-01T00:00 .. 2024-09-30T23:59"},
      {"13-feb-2024", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"feb 13 2024", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"2024_feb_13", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"march", "2024-03-01T00:00 .. 2024-03-31T23:59"},
      {"apr", "2023-04-01T00:00 .. 2023-04-30T23:59"},
      {"13-feb", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"13-mar", "2023-03-13T00:00 .. 2023-03-13T23:59"},
      {"mar-2023", "2023-03-01T00:00 .. 2023-03-31T23:59"},
      {"sun-2023", "not a date"},
  });
}

BOOST_AUTO_TEST_CASE(reads_what_notes_may_write) {
  check({
      {"13.02.2024", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"13-02-2024", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"02/13/2024", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"02-03-2024", "not a date"},
      {"M\u00E4rz-2023", "2023-03-01T00:00 .. 2023-03-31T23:59"},
      {"13 \u0444\u0435\u0432\u0440\u0430\u043B\u044F 2024",
       "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"2024\u5E742\u670813\u65E5", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"2024\u5E742\u670813\u65E5\uFF08\u706B\uFF09", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"2024. 2. 13.", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"13 \u0444\u0435\u0432\u0440\u0430\u043B\u044F 2024 \u0433.",
       "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"ter\u00E7a-feira, 13 de fevereiro de 2024", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"the 13th of february, 2024", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"13 \u015Fubat 2024, sal\u0131", "2024-02-13T00:00 .. 2024-02-13T23:59"},
      {"the 13th of sand 2024", "not a date"},
      {"2023-Q4", "2023-10-01T00:00 .. 2023-12-31T23:59"},
      {"kw7-2024", "2024-02-12T00:00 .. 2024-02-18T23:59"},
      {"13-16 feb 2024", "2024-02-13T00:00 .. 2024-02-16T23:59"},
      {"13.02.2024..m\u00E4rz-2024", "2024-02-13T00:00 .. 2024-03-31T23:59"},
  });
}

BOOST_AUTO_TEST_CASE(reads_words_relative_to_today) {
  check({
      {"today", "2024-03-01T00:00 .. 2024-03-01T23:59"},
      {"yesterday", "2024-02-29T00:00 .. 2024-02-29T23:59"},
      {"tomorrow", "2024-03-02T00:00 .. 2024-03-02T23:59"},
      {"thisweek", "2024-02-26T00:00 .. 2024-03-03T23:59"},
      {"last-week", "2024-02-19T00:00 .. 2024-02-25T23:59"},
      {"this_month", "2024-03-01T00:00 .. 2024-03-31T23:59"},
      {"LastMonth", "2024-02-01T00:00 .. 2024-02-29T23:59"},
      {"thisyear", "2024-01-01T00:00 .. 2024-12-31T23:59"},
      {"last year", "2023-01-01T00:00 .. 2023-12-31T23:59"},
      {"friday", "2024-03-01T00:00 .. 2024-03-01T23:59"},
      {"Sat", "2024-02-24T00:00 .. 2024-02-24T23:59"},
      {"thurs", "2024-02-29T00:00 .. 2024-02-29T23:59"},
      {"Montag", "2024-02-26T00:00 .. 2024-02-26T23:59"},
      {"dimanche", "2024-02-25T00:00 .. 2024-02-25T23:59"},
      {"mar", "2024-03-01T00:00 .. 2024-03-31T23:59"},
  });
  check({{"lastmonth", "2023-12-01T00:00 .. 2023-12-31T23:59"},
         {"monday", "2024-01-01T00:00 .. 2024-01-01T23:59"}},
        {2024, 1, 7});
}

BOOST_AUTO_TEST_CASE(reads_how_long_ago) {
  check({
      {"30d", "2024-01-31T00:00 .. 2024-03-01T23:59"},
      {"2w", "2024-02-16T00:00 .. 2024-03-01T23:59"},
      {"2weeks", "2024-02-16T00:00 .. 2024-03-01T23:59"},
      {"3m", "2023-12-01T00:00 .. 2024-03-01T23:59"},
      {"1y", "2023-03-01T00:00 .. 2024-03-01T23:59"},
      {"0d", "2024-03-01T00:00 .. 2024-03-01T23:59"},
      {"30d..", "2024-01-31T00:00 .. "},
      {"last 30 days", "2024-01-31T00:00 .. 2024-03-01T23:59"},
      {"past-2-weeks", "2024-02-16T00:00 .. 2024-03-01T23:59"},
      {"3-days-ago", "2024-02-27T00:00 .. 2024-02-27T23:59"},
      {"3 months ago", "2023-12-01T00:00 .. 2023-12-01T23:59"},
      {"2 weeks ago..last week", "2024-02-16T00:00 .. 2024-02-25T23:59"},
      {"2w..1w", "2024-02-16T00:00 .. 2024-02-23T23:59"},
      {"..1y", " .. 2023-03-01T23:59"},
  });
  check({{"1m..1m", "2024-02-29T00:00 .. 2024-02-29T23:59"}}, {2024, 3, 31});
}

BOOST_AUTO_TEST_CASE(reads_ranges_from_the_start_of_one_date_to_the_end_of_the_other) {
  check({
      {"2024-02..2024-03", "2024-02-01T00:00 .. 2024-03-31T23:59"},
      {"2024-02-13..2024-02-16", "2024-02-13T00:00 .. 2024-02-16T23:59"},
      {"2023..yesterday", "2023-01-01T00:00 .. 2024-02-29T23:59"},
      {"2024-02..", "2024-02-01T00:00 .. "},
      {"..feb-2024", " .. 2024-02-29T23:59"},
      {"..", " .. "},
      {"<2024-02", " .. 2024-01-31T23:59"},
      {"<=2024-02", " .. 2024-02-29T23:59"},
      {">2024-02", "2024-03-01T00:00 .. "},
      {">=2024-02", "2024-02-01T00:00 .. "},
      {"<2024-02-13T21:25", " .. 2024-02-13T21:24"},
      {"2024-03..2024-02", "ends before it begins"},
      {"1w..2w", "ends before it begins"},
  });
}

BOOST_AUTO_TEST_CASE(accepts_nothing_else_as_a_date) {
  for (const std::string typed : {"",
                                  "nonsense",
                                  "2024-13",
                                  "2024-02-30",
                                  "2023-02-29",
                                  "20240230",
                                  "2024-W54",
                                  "2021-W53",
                                  "2024-W00",
                                  "2024-02-13T24:00",
                                  "2024-02T21:25",
                                  "21:25",
                                  "13",
                                  "feb-30-2024",
                                  "feb-feb",
                                  "2024-2024",
                                  "0999",
                                  "99999",
                                  "2x",
                                  "w",
                                  "9999y",
                                  "12345d",
                                  "2024...2025",
                                  "2024..2025..2026",
                                  "<",
                                  "<2024..",
                                  "<..",
                                  "-",
                                  "2024--02",
                                  "fe",
                                  "su",
                                  "2024-02-13T21:25x"})
    BOOST_TEST_CONTEXT("typed " << typed) {
      BOOST_TEST(dates_text(typed, kToday) == "not a date");
    }
  BOOST_TEST(dates_text(std::string(100000, '-'), kToday) == "not a date");
}

BOOST_AUTO_TEST_CASE(gives_the_shorthands_their_ends) {
  const std::vector<DateRow> rows{
      {"since:2024-02", "2024-02-01T00:00 .. "},
      {"after:2024-02", "2024-02-01T00:00 .. "},
      {"until:2024-02", " .. 2024-02-29T23:59"},
      {"before:2024-02", " .. 2024-01-31T23:59"},
      {"since:2w", "2024-02-16T00:00 .. "},
      {"before:2w", " .. 2024-02-15T23:59"},
      {"on:monday", "2024-02-26T00:00 .. 2024-02-26T23:59"},
  };
  for (const DateRow& row : rows) {
    BOOST_TEST_CONTEXT("query " << row.typed) {
      const ParsedQuery parsed = parse_query(row.typed, kToday);
      const MinuteRange range = parsed.root->condition->range;
      BOOST_TEST(minute_text(range.from) + " .. " + minute_text(range.to) == row.expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes::test
