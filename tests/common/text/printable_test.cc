// SPDX-License-Identifier: GPL-2.0-or-later
// Nothing in a text may drive the terminal that shows it.
#include "common/text/printable.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(printable)

BOOST_AUTO_TEST_CASE(lines_and_tabs_stay_where_a_text_has_lines) {
  BOOST_TEST(notes::printable("a\tb\nc\x1b[2J") == "a b c^[[2J");
  BOOST_TEST(notes::printable_lines("a\tb\n\x1b[2J\r\n") == "a\tb\n^[[2J \n");
}

BOOST_AUTO_TEST_CASE(json_keeps_its_value_and_escapes_control_characters) {
  BOOST_TEST(notes::json_without_controls("{\"ü–\": \"\u009B31m \u202E\x7F \\u001b\"}") ==
             "{\"ü–\": \"\\u009b31m \\u202e\\u007f \\u001b\"}");
}

BOOST_AUTO_TEST_SUITE_END()
