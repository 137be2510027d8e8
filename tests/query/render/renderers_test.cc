// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/renderers.h"

#include <string>

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(renderers)

BOOST_AUTO_TEST_CASE(every_format_is_found_by_its_name) {
  std::string names;
  for (const notes::Format& format : notes::formats()) {
    names.append(format.name).append(" ");
    BOOST_TEST(notes::find_format(format.name) == &format);
  }
  BOOST_TEST(names == "text json jsonl vimgrep paths ");
}

BOOST_AUTO_TEST_CASE(an_unknown_format_is_not_found) {
  BOOST_TEST(notes::find_format("xml") == nullptr);
  BOOST_TEST(notes::find_format("") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
