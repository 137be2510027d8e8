// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/inflection.h"

#include <boost/test/unit_test.hpp>

using notes::are_inflections;

BOOST_AUTO_TEST_SUITE(inflection)

BOOST_AUTO_TEST_CASE(regular_forms_are_told_from_slips) {
  struct Row {
    const char* typed;
    const char* known;
    bool expected;
  };
  const Row rows[] = {
      {"kettles", "kettle", true}, {"baking", "baked", true}, {"planned", "plans", true},
      {"berries", "berry", true},  {"boxes", "box", true},    {"tried", "try", true},
      {"quickly", "quick", true},  {"seeing", "see", true},   {"kettlees", "kettle", false},
      {"bakeing", "bakes", false}, {"boxs", "box", false},    {"gardenes", "garden", false},
      {"berrys", "pear", false},
  };
  for (const Row& row : rows)
    BOOST_TEST(are_inflections(row.typed, row.known) == row.expected, row.typed);
}

BOOST_AUTO_TEST_SUITE_END()
