// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "query/render/shown_text.h"

BOOST_AUTO_TEST_SUITE(filled_form)

BOOST_AUTO_TEST_CASE(known_names_in_braces_are_filled_in) {
  const auto place = notes::place_fillings("/n/{line}.md", {52, 9, 7});
  struct Row {
    const char* form;
    const char* expected;
  };
  const Row rows[] = {
      {"", ""},
      {"x://file{path}:{line}:{column}", "x://file/n/{line}.md:52:7"},
      {"{byte}{byte}", "99"},
      {"{", "{"},
      {"{lin} {lines} {{line}} {}", "{lin} {lines} {52} {}"},
  };
  for (const Row& row : rows) BOOST_TEST(notes::filled(row.form, place) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()
