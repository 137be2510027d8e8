// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/nearest_word.h"

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace notes;

BOOST_AUTO_TEST_SUITE(nearest_words)

BOOST_AUTO_TEST_CASE(an_edit_is_an_insertion_a_deletion_a_replacement_or_a_swap) {
  struct Row {
    std::u32string a;
    std::u32string b;
    std::size_t distance;
  };
  const std::vector<Row> rows = {
      {U"", U"", 0},           {U"", U"abc", 3},         {U"abc", U"abc", 0},
      {U"limt", U"limit", 1},  {U"limiit", U"limit", 1}, {U"limot", U"limit", 1},
      {U"limti", U"limit", 1}, {U"sort", U"json", 3},
  };
  for (std::size_t i = 0; i < rows.size(); ++i) BOOST_TEST_CONTEXT("row " << i) {
      const Row& row = rows[i];
      BOOST_TEST(EditDistance(row.a).to(row.b, 9) == row.distance);
      BOOST_TEST(EditDistance(row.b).to(row.a, 9) == row.distance);
      if (row.distance > 1) BOOST_TEST(EditDistance(row.a).to(row.b, 1) > 1);
    }
}

BOOST_AUTO_TEST_CASE(letters_are_near_as_long_as_they_can_be_a_few_edits_from_the_word) {
  struct Row {
    std::u32string letters;
    std::size_t edits;
    std::size_t near;
  };
  const std::vector<Row> rows = {
      {U"limit", 1, 5}, {U"limits", 1, 6}, {U"ilmit", 1, 5}, {U"limxts", 1, 5}, {U"lxxit", 1, 2},
      {U"lxxit", 2, 5}, {U"box", 1, 1},    {U"box", 0, 0},   {U"limit", 0, 5},
  };
  for (std::size_t i = 0; i < rows.size(); ++i) BOOST_TEST_CONTEXT("row " << i) {
      const Row& row = rows[i];
      BOOST_TEST(EditDistance(row.letters).letters_near(U"limit", row.edits) == row.near);
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
