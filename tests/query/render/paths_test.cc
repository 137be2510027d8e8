// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <boost/test/unit_test.hpp>

#include "query/render/renderers.h"
#include "tests/query/render/sample_result.h"

using notes::sample::rendered;

BOOST_AUTO_TEST_SUITE(paths)

BOOST_AUTO_TEST_CASE(each_note_is_listed_once_in_order_of_rank) {
  BOOST_TEST(rendered(notes::find_format("paths")->render, notes::sample::result(),
                      notes::sample::options()) ==
             "/home/ada/notes/Posts.md\n"
             "/home/ada/notes/craft/mills.md\n");
}

BOOST_AUTO_TEST_CASE(a_path_that_ends_in_nul_is_not_escaped) {
  notes::SearchResult result = notes::sample::result();
  result.hits[1].path = "/n/line\nbreak\x1b[1m\xE9.md";
  notes::RenderOptions options = notes::sample::options();
  options.nul_separated = true;
  const std::string expected =
      std::string("/home/ada/notes/Posts.md") + '\0' + "/n/line\nbreak\x1b[1m\xE9.md" + '\0';
  BOOST_TEST(rendered(notes::find_format("paths")->render, result, options) == expected);
}

BOOST_AUTO_TEST_CASE(rows_escape_control_characters_and_keep_other_bytes) {
  notes::SearchResult result = notes::sample::result();
  result.hits.resize(1);
  result.hits[0].path = "/n/line\nbreak\x1b[1m\xE9.md";
  BOOST_TEST(rendered(notes::find_format("paths")->render, result, notes::sample::options()) ==
             "/n/line break^[[1m\xE9.md\n");
}

BOOST_AUTO_TEST_CASE(no_hits_print_nothing) {
  BOOST_TEST(rendered(notes::find_format("paths")->render, notes::sample::nothing(), {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
