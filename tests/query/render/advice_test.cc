// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "query/render/renderers.h"
#include "tests/query/render/sample_result.h"

namespace {

std::string advice_text(const notes::SearchResult& result, bool for_people = true) {
  const notes::Advice advice = notes::advice_on(result, for_people);
  return advice.above + advice.below;
}

std::string remedy_of(const std::string& query) {
  return notes::remedy(notes::find_obstacle(notes::parse_query(query, {2024, 3, 1}))) + "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(advice)

BOOST_AUTO_TEST_CASE(full_matches_announce_the_hidden_partial_ones) {
  notes::SearchResult result = notes::sample::single(notes::sample::dough_question());
  BOOST_TEST(advice_text(result) ==
             "5 more sections have only some of the words: --any shows them\n");
  result.total = 3;
  BOOST_TEST(advice_text(result) == "1 more section has only some of the words: --any shows it\n");
  result.total = 900;
  result.exact_total = false;
  BOOST_TEST(advice_text(result) ==
             "about 898 more sections have only some of the words: --any shows them\n");
}

BOOST_AUTO_TEST_CASE(only_hidden_matches_are_announced) {
  BOOST_TEST(advice_text(notes::sample::result()) == "");
  notes::SearchResult sentence = notes::sample::single(notes::sample::dough_question());
  sentence.reading = notes::Reading::sentence;
  sentence.in_tiers = false;
  BOOST_TEST(advice_text(sentence) == "");
}

BOOST_AUTO_TEST_CASE(how_the_query_was_changed_comes_first) {
  notes::SearchResult result = notes::sample::single(notes::sample::dough_question());
  result.notes_on_query = {"nothing has hydratoin: searched hydration"};
  BOOST_TEST(advice_text(result) ==
             "nothing has hydratoin: searched hydration\n"
             "5 more sections have only some of the words: --any shows them\n");
}

BOOST_AUTO_TEST_CASE(finding_nothing_gives_one_helpful_line) {
  notes::SearchResult result = notes::sample::nothing();
  BOOST_TEST(advice_text(result) ==
             "no section matches dough hydration: try fewer or other words, or the start of one "
             "with a star, like hydra*\n");
  result.obstacle = {notes::ObstacleKind::conditions};
  BOOST_TEST(advice_text(result) ==
             "no section matches dough hydration: try fewer conditions or a wider date range\n");
  result.obstacle = {notes::ObstacleKind::expression};
  BOOST_TEST(advice_text(result) ==
             "no section matches dough hydration: try fewer conditions, or OR between the words\n");
  result.obstacle = {notes::ObstacleKind::quotes};
  result.query = "\"hydration dough\"";
  BOOST_TEST(
      advice_text(result) ==
      "no section matches \"hydration dough\": words in quotes must appear exactly as written: try "
      "without the quotes\n");
  result.obstacle = {notes::ObstacleKind::explained};
  BOOST_TEST(advice_text(result) == "");
  result.obstacle = {notes::ObstacleKind::empty_index};
  BOOST_TEST(advice_text(result) ==
             "the index has no sections yet: notes-index FOLDER adds the notes of a folder\n");
}

BOOST_AUTO_TEST_CASE(zero_hits_with_partial_matches_point_to_them) {
  notes::SearchResult result = notes::sample::nothing();
  result.total = 4;
  BOOST_TEST(advice_text(result) == "4 sections have only some of the words: --any shows them\n");
}

BOOST_AUTO_TEST_CASE(zero_hits_that_the_search_explains_get_the_remedy_only) {
  notes::SearchResult result = notes::sample::nothing();
  result.notes_on_query = {"no section has all of: dough, hydration"};
  BOOST_TEST(advice_text(result) ==
             "no section has all of: dough, hydration\n"
             "try fewer or other words, or the start of one with a star, like hydra*\n");
}

BOOST_AUTO_TEST_CASE(a_remark_does_not_replace_that_nothing_was_found) {
  notes::SearchResult result = notes::sample::nothing();
  result.in_tiers = false;
  result.notes_on_query = {"no section has \"brecq\"; searched for \"breed\""};
  BOOST_TEST(advice_text(result) ==
             "no section has \"brecq\"; searched for \"breed\"\n"
             "no section matches dough hydration: try fewer or other words, or the start of one "
             "with a star, like hydra*\n");
}

BOOST_AUTO_TEST_CASE(the_remedy_uses_the_words_of_the_query) {
  BOOST_TEST(remedy_of("rye loaf") == "try fewer or other words\n");
  BOOST_TEST(remedy_of("\u00DCberlauf am Ende") ==
             "try fewer or other words, or the start of one with a star, like \u00DCber*\n");
  BOOST_TEST(remedy_of("zz*") == "try fewer or other words\n");
  BOOST_TEST(remedy_of("sourdough* rye") == "try fewer or other words\n");
  BOOST_TEST(remedy_of("c* rye") == "a star takes at least two letters before it\n");
  BOOST_TEST(remedy_of("@bread crust") == "there is no saved search @bread\n");
}

BOOST_AUTO_TEST_CASE(the_remedy_is_about_what_excludes_sections) {
  BOOST_TEST(remedy_of("rye -tag:bread") == "try without -tag:bread\n");
  BOOST_TEST(remedy_of("tag:zz rye") == "try without tag:zz\n");
  BOOST_TEST(remedy_of("rye -\"cold proof\"") == "try without -\"cold proof\"\n");
  BOOST_TEST(remedy_of("rye since:2024") == "try without since:2024\n");
  BOOST_TEST(remedy_of("\"tar -xzf x NEAR tag:y\"") ==
             "words in quotes must appear exactly as written: try without the quotes\n");
  BOOST_TEST(remedy_of("--flag") == "try fewer or other words\n");
  BOOST_TEST(remedy_of("butter NEAR/2 oven") ==
             "try a longer distance, as in NEAR/30, or AND instead of NEAR\n");
}

BOOST_AUTO_TEST_CASE(the_remedy_for_a_condition_depends_on_its_kind) {
  BOOST_TEST(remedy_of("date:1999") == "try a wider date range\n");
  BOOST_TEST(remedy_of("thread:\"zz yy\"") == "try fewer or other words in it\n");
  BOOST_TEST(remedy_of("title:zz") == "try fewer or other words in it\n");
  BOOST_TEST(remedy_of("tag:zz") == "try another value: notes-query --complete=tag: lists some\n");
  BOOST_TEST(remedy_of("tag:zz date:1999") == "try fewer conditions or a wider date range\n");
}

BOOST_AUTO_TEST_CASE(the_next_page_is_announced_if_its_sections_match_too) {
  notes::SearchResult result = notes::sample::single(notes::sample::dough_question());
  result.next_offset = 10;
  result.total_all = 25;
  BOOST_TEST(advice_text(result) == "25 sections match; show more with --offset 10\n");
  BOOST_TEST(advice_text(result, false) == "");
  result.in_tiers = false;  // one word
  BOOST_TEST(advice_text(result) == "25 sections match; show more with --offset 10\n");
  result.reading = notes::Reading::sentence;
  result.total_all = 0;
  BOOST_TEST(advice_text(result) == "");
}

BOOST_AUTO_TEST_CASE(a_page_after_the_last_hit_says_so_to_programs_too) {
  notes::SearchResult result = notes::sample::nothing();
  result.total = 9;
  BOOST_TEST(advice_text(result, false) ==
             "9 sections match, all before this page: use a smaller --offset\n");
}

BOOST_AUTO_TEST_CASE(a_query_cannot_send_escape_sequences) {
  notes::SearchResult result = notes::sample::nothing();
  result.obstacle = {notes::ObstacleKind::conditions};
  result.query = "a\x1b[2Jb";
  BOOST_TEST(advice_text(result) ==
             "no section matches a^[[2Jb: try fewer conditions or a wider date range\n");
}

BOOST_AUTO_TEST_SUITE_END()
