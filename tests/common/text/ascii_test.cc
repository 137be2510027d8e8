// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/ascii.h"

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/text/joined.h"

BOOST_AUTO_TEST_SUITE(ascii_text)

BOOST_AUTO_TEST_CASE(blanks_at_both_ends_are_trimmed) {
  struct Row {
    std::string_view text;
    std::string_view trimmed;
  };
  const Row rows[] = {
      {"", ""},       {" \t\r\n", ""},        {"a", "a"}, {"\t a b\r\n", "a b"},
      {"\f\n", "\f"}, {"\u00A0a", "\u00A0a"},
  };
  for (const Row& row : rows) BOOST_TEST(notes::ascii::trimmed(row.text) == row.trimmed);
}

BOOST_AUTO_TEST_CASE(texts_are_joined_with_a_sign_between) {
  BOOST_TEST(notes::joined(std::vector<std::string>{}, ", ") == "");
  BOOST_TEST(notes::joined(std::vector<std::string>{"a"}, ", ") == "a");
  BOOST_TEST(notes::joined(std::vector<std::string_view>{"", "a", ""}, ", ") == ", a, ");
}

BOOST_AUTO_TEST_SUITE_END()
