// SPDX-License-Identifier: GPL-2.0-or-later
// What a run says of how far it is.
#include "indexer/progress_bar.h"

#include <boost/test/unit_test.hpp>

using namespace notes;

BOOST_AUTO_TEST_SUITE(progress)

BOOST_AUTO_TEST_CASE(a_line_shows_count_rate_and_time_left) {
  const struct {
    Progress progress;
    const char* expected;
  } rows[] = {
      {{1, 4, 2'000'000, 8'000'000}, "1 of 4 notes, 1.0 MB/s, 6 s left"},
      {{1, 4000, 20'000, 80'000'000}, "1 of 4000 notes, 0.0 MB/s, 134 min left"},
      {{1, 4, 0, 0}, "1 of 4 notes"},
      {{0, 4, 0, 8'000'000}, "0 of 4 notes, 0.0 MB/s, 0 s left"},
      {{4, 4, 8'000'000, 8'000'000}, "4 of 4 notes read, finishing"},
  };
  for (const auto& row : rows) BOOST_TEST(progress_text(row.progress, 2) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_bar_fits_the_terminal) {
  const Progress half{1, 2, 1'000'000, 2'000'000};
  const std::string text = "1 of 2 notes, 1.0 MB/s, 1 s left";
  BOOST_TEST(progress_bar(half, 1, 80) == "████████████░░░░░░░░░░░░ " + text);
  BOOST_TEST(progress_bar(half, 1, 42) == "████░░░░ " + text);
  BOOST_TEST(progress_bar(half, 1, 34) == text);
  BOOST_TEST(progress_bar(half, 1, 10) == "1 of 2 no");
}

BOOST_AUTO_TEST_SUITE_END()
