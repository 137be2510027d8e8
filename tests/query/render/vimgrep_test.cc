// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <boost/test/unit_test.hpp>

#include "query/render/renderers.h"
#include "tests/query/render/sample_result.h"

using notes::sample::rendered;

BOOST_AUTO_TEST_SUITE(vimgrep)

BOOST_AUTO_TEST_CASE(a_row_per_matching_line_and_the_heading_when_only_the_title_matches) {
  BOOST_TEST(rendered(notes::find_format("vimgrep")->render, notes::sample::result(),
                      notes::sample::options()) ==
             "Posts.md:43:3:- dough at 24 °C doubles in five hours, and at 28 °C it only needs "
             "three, though the hydration makes it hard to shape\n"
             "craft/mills.md:24:1:Hydration of fresh flour\n"
             "Posts.md:35:10:The same dough for a month, fed by weight.\n");
}

BOOST_AUTO_TEST_CASE(the_best_line_comes_first_then_the_others_in_order) {
  using notes::sample::snippet;
  notes::Hit hit = notes::sample::hit("a.md", {{"A", 1}},
                                      {snippet(2, "one «word»"), snippet(3, "context"),
                                       snippet(4, "«word» and «word»"), snippet(9, "last «word»")});
  hit.best_snippet = 2;
  BOOST_TEST(rendered(notes::find_format("vimgrep")->render, notes::sample::single(hit),
                      notes::sample::options()) ==
             "a.md:4:1:word and word\n"
             "a.md:2:5:one word\n"
             "a.md:9:6:last word\n");
}

BOOST_AUTO_TEST_CASE(outside_the_current_directory_paths_are_absolute) {
  notes::RenderOptions options = notes::sample::options();
  options.current_directory = "/home/ada/notes/craft";
  const notes::SearchResult result = notes::sample::single(notes::sample::feeding_thread());
  BOOST_TEST(rendered(notes::find_format("vimgrep")->render, result, options) ==
             "/home/ada/notes/Posts.md:35:10:The same dough for a month, fed by weight.\n");
}

BOOST_AUTO_TEST_CASE(nothing_in_a_note_or_path_breaks_a_row) {
  notes::SearchResult result =
      notes::sample::single(notes::sample::hit("a\n\xE9.md", {{"A\x1b]0;x\x07\nB", 1}}, {}));
  BOOST_TEST(rendered(notes::find_format("vimgrep")->render, result, notes::sample::options()) ==
             "a \xE9.md:1:1:A^[]0;x^G B\n");
}

BOOST_AUTO_TEST_CASE(no_hits_print_nothing) {
  BOOST_TEST(rendered(notes::find_format("vimgrep")->render, notes::sample::nothing(), {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
