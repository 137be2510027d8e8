// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/text/printable.h"
#include "query/render/renderers.h"
#include "tests/query/render/sample_result.h"

namespace {

using notes::sample::hit;
using notes::sample::options;
using notes::sample::rendered;
using notes::sample::single;
using notes::sample::snippet;

std::string text(const notes::SearchResult& result, const notes::RenderOptions& shown_with) {
  return rendered(notes::render_text, result, shown_with);
}

// \e instead of the escape character, so that a failing test can be read.
std::string with_visible_escapes(const std::string& raw) {
  std::string visible;
  for (const char c : raw) visible += c == '\x1b' ? "\\e" : std::string(1, c);
  return visible;
}

std::vector<std::string> rows_of(const std::string& all) {
  std::vector<std::string> rows;
  std::istringstream lines(all);
  for (std::string row; std::getline(lines, row);) rows.push_back(row);
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(terminal)

BOOST_AUTO_TEST_CASE(eighty_columns) {
  BOOST_TEST(text(notes::sample::result(), options(80)) ==
             "Rye and Ruin - Keeping a Sourdough Alive Through Winter         2024-02-16 19:26\n"
             "Posts.md:31  #bread  words below\n"
             "  35  The same dough for a month, fed by weight.\n"
             "  How warm should the dough be at 80 % hydration?                    Posts.md:42\n"
             "    43  - dough at 24 °C doubles in five hours, and at 28 °C it only needs\n"
             "        three, though the hydration makes it hard to shape\n"
             "    45  - Bakers with a cold kitchen use the oven lamp\n"
             "    also in 1 more note\n"
             "\n"
             "Stone mills                                                              2023-11\n"
             "craft/mills.md:10  Milling Notebook\n"
             "  Dressing the stones › Hydration of fresh flour\n"
             "                         without dough  changed since indexed  craft/mills.md:24\n");
}

BOOST_AUTO_TEST_CASE(wide_terminals_are_used_up_to_a_hundred_columns) {
  const std::string expected =
      "Rye and Ruin - Keeping a Sourdough Alive Through Winter                             "
      "2024-02-16 19:26\n"
      "Posts.md:31  #bread  words below\n"
      "  35  The same dough for a month, fed by weight.\n"
      "  How warm should the dough be at 80 % hydration?                                   "
      "     Posts.md:42\n"
      "    43  - dough at 24 °C doubles in five hours, and at 28 °C it only needs three, though "
      "the\n"
      "        hydration makes it hard to shape\n"
      "    45  - Bakers with a cold kitchen use the oven lamp\n"
      "    also in 1 more note\n"
      "\n"
      "Stone mills                                                                         "
      "         2023-11\n"
      "craft/mills.md:10  Milling Notebook\n"
      "  Dressing the stones › Hydration of fresh flour\n"
      "                                             without dough  changed since indexed  "
      "craft/mills.md:24\n";
  BOOST_TEST(text(notes::sample::result(), options(100)) == expected);
  BOOST_TEST(text(notes::sample::result(), options(120)) == expected);
}

BOOST_AUTO_TEST_CASE(forty_columns) {
  BOOST_TEST(text(notes::sample::result(), options(40)) ==
             "Rye and Ruin - Keeping a Sourdough Alive\n"
             "Through Winter          2024-02-16 19:26\n"
             "Posts.md:31  #bread  words below\n"
             "  35  The same dough for a month, fed by\n"
             "      weight.\n"
             "  How warm should the dough be at 80 %\n"
             "  hydration?                 Posts.md:42\n"
             "    43  - dough at 24 °C doubles in five\n"
             "        hours, and at 28 °C it only…\n"
             "    45  - Bakers with a cold kitchen use\n"
             "        the oven lamp\n"
             "    also in 1 more note\n"
             "\n"
             "Stone mills                      2023-11\n"
             "craft/mills.md:10  Milling Notebook\n"
             "  Dressing the stones › Hydration of\n"
             "  fresh flour\n"
             "  without dough  changed since indexed\n"
             "  craft/mills.md:24\n");
}

BOOST_AUTO_TEST_CASE(colours_show_what_is_what) {
  notes::RenderOptions colored = options();
  colored.color = true;
  notes::SearchResult result = notes::sample::result();
  result.hits[0].snippets.pop_back();
  result.hits[0].twins.pop_back();
  BOOST_TEST(with_visible_escapes(text(result, colored)) ==
             "\\e[1mRye and Ruin - Keeping a Sourdough Alive Through Winter\\e[0m"
             "         \\e[36m2024-02-16 19:26\\e[0m\n"
             "\\e[35mPosts.md:31\\e[0m  \\e[36m#bread\\e[0m  \\e[2mwords below\\e[0m\n"
             "  \\e[32m35\\e[0m  The same \\e[1;31mdough\\e[0m for a month, fed by weight.\n"
             "  \\e[1mHow warm should the \\e[0m\\e[1;31mdough\\e[0m\\e[1m be at 80 % \\e[0m"
             "\\e[1;31mhydration\\e[0m\\e[1m?\\e[0m"
             "                    \\e[35mPosts.md:42\\e[0m\n"
             "    \\e[32m43\\e[0m  - \\e[1;31mdough\\e[0m at 24 °C doubles in five hours, and at "
             "28 °C it only needs\n"
             "        three, though the \\e[1;31mhydration\\e[0m makes it hard to shape\n"
             "    \\e[2malso elsewhere in this note\\e[0m\n"
             "\n"
             "\\e[1mStone mills\\e[0m                                                              "
             "\\e[36m2023-11\\e[0m\n"
             "\\e[35mcraft/mills.md:10\\e[0m  Milling Notebook\n"
             "  \\e[1mDressing the stones › \\e[0m\\e[1;31mHydration\\e[0m\\e[1m of fresh flour"
             "\\e[0m\n"
             "                         \\e[2mwithout dough\\e[0m  \\e[33mchanged since indexed"
             "\\e[0m  \\e[35mcraft/mills.md:24\\e[0m\n");
}

BOOST_AUTO_TEST_CASE(hyperlinks_lead_to_the_note) {
  notes::RenderOptions linked = options();
  linked.hyperlinks = true;
  const notes::SearchResult result = single(hit("my note.md", {{"My note", 1}}, {}));
  BOOST_TEST(with_visible_escapes(text(result, linked)) ==
             "My note\n"
             "\\e]8;;file:///home/ada/notes/my%20note.md#1\\e\\my note.md:1\\e]8;;\\e\\\n");
}

BOOST_AUTO_TEST_CASE(zero_hits_print_nothing) {
  BOOST_TEST(text(notes::sample::nothing(), options()) == "");
}

BOOST_AUTO_TEST_CASE(an_explanation_comes_first_and_each_score_under_its_hit) {
  notes::RenderOptions explained = options();
  explained.explain = true;
  BOOST_TEST(text(notes::sample::explained_result(), explained) ==
             "# read as: 2 content words\n"
             "# (dough AND hydration)\n"
             "\n"
             "Rye and Ruin - Keeping a Sourdough Alive Through Winter         2024-02-16 19:26\n"
             "Posts.md:31  #bread\n"
             "  How warm should the dough be at 80 % hydration?                    Posts.md:42\n"
             "    43  - dough at 24 °C doubles in five hours, and at 28 °C it only needs\n"
             "        three, though the hydration makes it hard to shape\n"
             "    score             12.346\n"
             "    word       dough   8.250\n"
             "    all words          4.096\n");
}

BOOST_AUTO_TEST_CASE(a_section_shows_only_dates_and_tags_that_its_thread_does_not_show) {
  notes::SearchResult result = notes::sample::result();
  notes::Hit& question = result.hits.front();
  question.snippets.clear();
  question.twins.clear();
  question.section.date = notes::span_of_day({2024, 2, 18});
  question.section.tags.push_back({"winter", notes::TagSource::tag});
  result.hits.erase(result.hits.begin() + 1);
  BOOST_TEST(text(result, options()) ==
             "Rye and Ruin - Keeping a Sourdough Alive Through Winter         2024-02-16 19:26\n"
             "Posts.md:31  #bread  words below\n"
             "  35  The same dough for a month, fed by weight.\n"
             "  How warm should the dough be at 80 %\n"
             "  hydration?                                    #winter  2024-02-18  Posts.md:42\n");
}

BOOST_AUTO_TEST_CASE(equal_titles_in_two_threads_and_a_whole_note_stay_apart) {
  notes::SearchResult result;
  result.hits = {hit("a.md", {{"a", 1}, {"T", 2}, {"Q", 3}}, {}),
                 hit("a.md", {{"a", 1}, {"T", 9}, {"Q", 10}}, {}), hit("a.md", {{"a", 1}}, {}),
                 hit("b.md", {{"b", 1}, {"T", 2}, {"Q", 3}}, {}),
                 hit("a.md", {{"a", 1}, {"T", 2}, {"R", 5}}, {})};
  BOOST_TEST(text(result, options(30)) ==
             "T\n"
             "a.md:2\n"
             "  Q                     a.md:3\n"
             "  R                     a.md:5\n"
             "\n"
             "T\n"
             "a.md:9\n"
             "  Q                    a.md:10\n"
             "\n"
             "a\n"
             "a.md:1\n"
             "\n"
             "T\n"
             "b.md:2\n"
             "  Q                     b.md:3\n");
}

BOOST_AUTO_TEST_CASE(places_of_twins_are_shown_on_request) {
  notes::RenderOptions every = options(40);
  every.twins = true;
  notes::Hit twice = hit("a.md", {{"A", 1}}, {});
  twice.twins = notes::sample::dough_question().twins;
  BOOST_TEST(text(single(twice), every) ==
             "A\n"
             "a.md:1\n"
             "  also at Posts.md:88\n"
             "  ~/archive/2023.md:7\n");
}

BOOST_AUTO_TEST_CASE(a_title_that_others_share_follows_the_title_of_its_note) {
  notes::Hit examples = hit("cmd/tar.md", {{"tar", 1}, {"«Examples»", 9}}, {});
  examples.has_common_title = true;
  BOOST_TEST(text(single(examples), options()) ==
             "tar › Examples\n"
             "cmd/tar.md:9\n");
  examples.section.breadcrumb.push_back({"Unpack", 12});
  BOOST_TEST(text(single(examples), options(40)) ==
             "tar › Examples\n"
             "cmd/tar.md:9\n"
             "  Unpack                   cmd/tar.md:12\n");
}

BOOST_AUTO_TEST_CASE(hits_of_a_page_have_the_numbers_that_open_counts) {
  notes::RenderOptions page = options(60);
  page.is_page = true;
  notes::SearchResult result = notes::sample::result();
  for (notes::Hit& one : result.hits) one.snippets.clear(), one.twins.clear();
  BOOST_TEST(text(result, page) ==
             "1  Rye and Ruin - Keeping a Sourdough\n"
             "   Alive Through Winter                     2024-02-16 19:26\n"
             "   Posts.md:31  #bread  words below\n"
             "2    How warm should the dough be at 80 %\n"
             "     hydration?                                  Posts.md:42\n"
             "\n"
             "   Stone mills                                       2023-11\n"
             "   craft/mills.md:10  Milling Notebook\n"
             "3    Dressing the stones › Hydration of fresh flour\n"
             "     without dough  changed since indexed  craft/mills.md:24\n");
}

BOOST_AUTO_TEST_CASE(lines_shrink_until_four_hits_fit_into_the_first_page) {
  notes::SearchResult result = notes::sample::nothing();
  for (int i = 1; i <= 5; ++i) {
    notes::Hit one = hit(std::to_string(i) + ".md", {{"T", 1}},
                         {snippet(3, "a line that needs more than «one» row of so few columns"),
                          snippet(5, "best"), snippet(7, "last")});
    one.best_snippet = 1;
    result.hits.push_back(one);
  }
  const auto rows_of_first = [&](int height) {
    notes::RenderOptions small = options(40);
    small.height = height;
    const std::string all = text(result, small);
    return all.substr(0, all.find("\n\n") + 1);
  };
  const std::string title = "T\n1.md:1\n";
  const std::string whole =
      "  3  a line that needs more than one row\n"
      "     of so few columns\n";
  BOOST_TEST(rows_of_first(0) == title + whole + "  5  best\n  7  last\n");
  BOOST_TEST(rows_of_first(27) == title + whole + "  5  best\n  7  last\n");
  BOOST_TEST(rows_of_first(23) == title + whole + "  5  best\n");
  BOOST_TEST(rows_of_first(19) == title + "  3  a line that needs more than one…\n  5  best\n");
  BOOST_TEST(rows_of_first(15) == title + "  5  best\n");
  BOOST_TEST(rows_of_first(14) == title);
}

BOOST_AUTO_TEST_CASE(an_explanation_says_why_a_lower_score_comes_first) {
  notes::RenderOptions explained = options(100);
  explained.explain = true;
  notes::SearchResult result = notes::sample::result();
  for (notes::Hit& one : result.hits) one.snippets.clear(), one.twins.clear();
  result.hits[1].score = 20;
  BOOST_TEST(text(result, explained).find("above a score of 20.000: it has all of the words") !=
             std::string::npos);
  std::swap(result.hits[0], result.hits[2]);  // the thread, then the sections below it
  result.hits[2].score = 30;
  BOOST_TEST(text(result, explained).find("above a score of 30.000: its title has the words") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(line_numbers_are_aligned_over_the_whole_page) {
  const notes::SearchResult result =
      single(hit("a.md", {{"", 1}}, {snippet(9, "«a»"), snippet(1200, "«b»")}));
  BOOST_TEST(text(result, options()) ==
             "(no title)\n"
             "a.md:1\n"
             "     9  a\n"
             "  1200  b\n");
}

BOOST_AUTO_TEST_CASE(wide_characters_and_emoji_keep_the_columns_straight) {
  notes::Hit chinese =
      hit("量子.md", {{"量子", 1}, {"低«ビット»の量子化と👩‍🌾農業", 3}},
          {snippet(4, "重みを四«ビット»に丸めると困惑度はほとんど上がらない")});
  chinese.section.date = notes::span_of_day({2024, 2, 16});
  BOOST_TEST(text(single(chinese), options(40)) ==
             "低ビットの量子化と👩‍🌾農業      2024-02-16\n"
             "量子.md:3\n"
             "  4  重みを四ビットに丸めると困惑度はほ\n"
             "     とんど上がらない\n");
}

BOOST_AUTO_TEST_CASE(escape_sequences_never_reach_the_terminal) {
  notes::Hit hostile = hit("a\x1b[2J.md",
                           {{"N\x1b]0;x\x07", 1},
                            {"T\x9B"
                             "31m",
                             2},
                            {"Q\r\n", 3}},
                           {snippet(4, "«a\x1b[31m»\x08\x08")});
  hostile.section.tags = {{"t\x1b[1m", notes::TagSource::tag}};
  hostile.twins = {{"/\x1b[0m", 1}};
  hostile.explanation = {{"w\x1b", "t\x1b", 1}};
  notes::SearchResult result = single(hostile);
  result.explanation = {"\x1b[2J"};
  notes::RenderOptions explained = options(60);
  explained.explain = explained.twins = true;
  BOOST_TEST(text(result, explained) ==
             "# ^[[2J\n"
             "\n"
             "T\uFFFD31m\n"
             "a^[[2J.md:2  N^[]0;x^G  #t^[[1m\n"
             "  Q                                              a^[[2J.md:3\n"
             "    4  a^[[31m^H^H\n"
             "    also at /^[[0m:1\n"
             "    score       12.346\n"
             "    w^[    t^[   1.000\n");
}

BOOST_AUTO_TEST_CASE(rows_fit_the_width_and_have_no_trailing_blanks) {
  for (int width = 24; width <= 130; ++width) {
    for (const std::string& row : rows_of(text(notes::sample::result(), options(width)))) {
      BOOST_TEST_CONTEXT(width << " columns: " << row) {
        BOOST_TEST(notes::display_width(row) <= static_cast<std::size_t>(width));
        BOOST_TEST((row.empty() || row.back() != ' '));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_location_is_never_cut) {
  const std::string folder = "a-folder-with-a-long-name/and-another-one/";
  const notes::SearchResult result =
      single(hit(folder + "note.md", {{"Note", 1}, {"Thread", 2}, {"Question", 3}}, {}));
  BOOST_TEST(text(result, options(40)) ==
             "Thread\n" + folder + "note.md:2\nNote\n  Question\n  " + folder + "note.md:3\n");
}

BOOST_AUTO_TEST_CASE(a_megabyte_of_title_takes_three_rows) {
  const notes::SearchResult result = single(hit("a.md", {{std::string(1'000'000, '>'), 1}}, {}));
  const std::string full_row(40, '>');
  BOOST_TEST(text(result, options(40)) ==
             full_row + "\n" + full_row + "\n" + full_row.substr(1) + "…\na.md:1\n");
}

BOOST_AUTO_TEST_SUITE_END()
