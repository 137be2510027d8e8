// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/text/printable.h"

namespace {

struct Row {
  std::string text;
  std::size_t columns;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(display_width)

BOOST_AUTO_TEST_CASE(width_is_what_a_terminal_gives_each_character) {
  const std::vector<Row> rows{
      {"", 0},
      {"INT2", 4},
      {"Würstchen", 9},
      {"Wu\u0308rstchen", 9},          // u and a combining diaeresis
      {"z\u0351\u0353\u0359algo", 5},  // three marks on one letter
      {"量子化", 6},
      {"ｶﾅ", 2},  // halfwidth
      {"한국어", 6},
      {"\u1112\u1161\u11AB", 2},  // 한 in three jamo
      {"🦀", 2},
      {"👩‍👩‍👧‍👦", 2},  // four people joined into one family
      {"👍🏽", 2},                   // skin tone
      {"🇩🇪🇯🇵", 4},                       // two flags
      {"❤\uFE0F", 2},                    // a text character as emoji
      {"1\uFE0F\u20E3", 2},              // keycap
      {"a\u200Bb", 2},                   // zero width space
      {"\xFF\xFE", 2},                   // each bad byte is one replacement character
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.text) {
      BOOST_TEST(notes::display_width(row.text) == row.columns);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_cluster_has_all_bytes_that_are_drawn_together) {
  const std::string text = "e\u0301👨‍🌾x";
  BOOST_TEST(notes::cluster_at(text, 0).bytes == 3U);
  BOOST_TEST(notes::cluster_at(text, 3).bytes == 11U);
  BOOST_TEST(notes::cluster_at(text, 14).bytes == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
