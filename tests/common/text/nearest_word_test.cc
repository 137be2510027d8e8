// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/nearest_word.h"

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace notes;

BOOST_AUTO_TEST_SUITE(nearest_words)

BOOST_AUTO_TEST_CASE(an_edit_is_an_insertion_a_deletion_a_replacement_or_a_swap) {
  struct Row {
    const char* a;
    const char* b;
    std::size_t distance;
  };
  const std::vector<Row> rows = {
      {"", "", 0},           {"", "abc", 3},         {"abc", "abc", 0},
      {"limt", "limit", 1},  {"limiit", "limit", 1}, {"limot", "limit", 1},
      {"limti", "limit", 1}, {"sort", "json", 3},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.a << " and " << row.b) {
      BOOST_TEST(edit_distance(row.a, row.b) == row.distance);
      BOOST_TEST(edit_distance(row.b, row.a) == row.distance);
    }
}

BOOST_AUTO_TEST_CASE(the_nearest_word_is_a_continuation_or_a_small_slip) {
  const std::vector<std::string> words = {"--limit", "--level", "--json", "--format"};
  struct Row {
    std::string typed;
    const char* nearest;
  };
  const std::vector<Row> rows = {
      {"--lim", "--limit"},
      {"--l", "--limit"},
      {"--limt", "--limit"},
      {"--leval", "--level"},
      {"--jsno", "--json"},
      {"--foramt", "--format"},
      {"--xyzzy", ""},
      {"", ""},
      {std::string(100000, 'x'), ""},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.typed.substr(0, 20)) {
      BOOST_TEST(nearest_word(row.typed, words) == row.nearest);
    }
}

BOOST_AUTO_TEST_SUITE_END()
