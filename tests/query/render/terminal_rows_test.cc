// SPDX-License-Identifier: GPL-2.0-or-later
#include <string_view>

#include <boost/test/unit_test.hpp>

#include "query/render/text_page.h"

BOOST_AUTO_TEST_SUITE(terminal_rows)

BOOST_AUTO_TEST_CASE(lines_wrap_at_the_width_and_only_what_shows_counts) {
  struct Row {
    std::string_view text;
    std::size_t rows;  // of ten columns
  };
  const Row rows[] = {
      {"", 0},
      {"\n", 1},
      {"one", 1},
      {"one\n\ntwo\n", 3},
      {"0123456789\n", 1},
      {"0123456789a\n", 2},
      {"0123456789012345678901\nb\n", 4},
      {"本本本本本\n", 1},
      {"本本本本本本\n", 2},
      {"\x1b[1;31m0123456789\x1b[0m\n", 1},
      {"\x1b]8;;file://host/a.md#1\x1b\\0123456789\x1b]8;;\x1b\\\n", 1},
      {"\t01\n", 1},
      {"\t012\n", 2},
      {"a\t01\n", 1},
      {"\x1b", 1},
      {"\x1b[1", 1},
      {"\x1b]8;;", 1},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.text) BOOST_TEST(notes::count_terminal_rows(row.text, 10) == row.rows);
}

BOOST_AUTO_TEST_SUITE_END()
