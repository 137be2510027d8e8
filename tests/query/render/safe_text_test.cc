// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/render/shown_text.h"

namespace {

struct Row {
  std::string text;
  std::string expected;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(safe_text)

BOOST_AUTO_TEST_CASE(printable_text_cannot_control_a_terminal) {
  const std::vector<Row> rows{
      {"plain – Würstchen 量子 👩‍🌾", "plain – Würstchen 量子 👩‍🌾"},
      {"\x1b[31mred\x1b[0m", "^[[31mred^[[0m"},
      {"\x1b]0;title\x07", "^[]0;title^G"},
      {std::string("nul\0del\x7f", 8), "nul^@del^?"},
      {"tab\tline\nreturn\r\u2028\u0085.", "tab line return   ."},
      {"C1 \u009B31m", "C1 \uFFFD31m"},
      {"\u202Egnp.exe \u2066\u061C", "\uFFFDgnp.exe \uFFFD\uFFFD"},
      {"bad \xFF\xC3( \xE2\x82", "bad \uFFFD\uFFFD( \uFFFD\uFFFD"},
      {"overlong \xC0\x9B", "overlong \uFFFD\uFFFD"},
      {"surrogate \xED\xA0\x80", "surrogate \uFFFD\uFFFD\uFFFD"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.expected) {
      BOOST_TEST(notes::printable(row.text) == row.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_printable_path_keeps_bytes_that_are_not_utf8) {
  BOOST_TEST(notes::printable_path("caf\xE9/\x1b[2J\n.md") == "caf\xE9/^[[2J .md");
}

BOOST_AUTO_TEST_CASE(valid_utf8_changes_bad_bytes_only) {
  BOOST_TEST(notes::valid_utf8("caf\xE9 \x1b\t量", {}).text == "caf\uFFFD \x1b\t量");
}

BOOST_AUTO_TEST_CASE(highlights_stay_on_their_words) {
  const std::vector<notes::ByteRange> highlights{{1, 4}, {5, 8}};
  const notes::MarkedText expected{"^[one \uFFFDwo", {{2, 5}, {6, 11}}};
  BOOST_TEST((notes::printable("\x1bone \xFFwo", highlights) == expected));
}

BOOST_AUTO_TEST_CASE(highlights_beyond_the_text_or_out_of_order_are_harmless) {
  const std::vector<notes::ByteRange> highlights{{2, 1}, {1, 90}, {95, 99}};
  const notes::MarkedText safe = notes::printable("word", highlights);
  const notes::MarkedText expected{"word", {{2, 4}}};
  BOOST_TEST((safe == expected));
}

BOOST_AUTO_TEST_SUITE_END()
