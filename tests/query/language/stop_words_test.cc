// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"

namespace notes {
namespace {

// Each with a blank after it.
std::string stop_words_in(const std::string& query) {
  std::string found;
  const ParsedQuery parsed = parse_query(query, {2024, 3, 1});
  for (const QueryNode& node : parsed.root->children)
    if (node.stop_word) found += node.text + " ";
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stop_words)

BOOST_AUTO_TEST_CASE(are_the_words_without_content_of_their_own) {
  for (const std::string word : {"the", "The", "HOW", "what", "does", "is", "for", "not", "no",
                                 "than", "i", "you", "yourselves"})
    BOOST_TEST(is_stop_word(word), word);
}

BOOST_AUTO_TEST_CASE(keep_their_contracted_endings) {
  for (const std::string word :
       {"don't", "Don\u2019t", "what's", "we're", "they'd", "I'm", "who\u2019ll", "can't"})
    BOOST_TEST(is_stop_word(word), word);
}

BOOST_AUTO_TEST_CASE(are_not_words_that_say_what_a_note_is_about) {
  for (const std::string word : {"",
                                 "work",
                                 "people",
                                 "hardware",
                                 "faster",
                                 "aespa",
                                 "c",
                                 "r",
                                 "use",
                                 "done",
                                 "like",
                                 "us",
                                 "vs",
                                 "without",
                                 "let",
                                 "model's",
                                 "'s",
                                 "x's",
                                 "internationalization",
                                 "int2",
                                 "\u4F60"})
    BOOST_TEST(!is_stop_word(word), word);
}

BOOST_AUTO_TEST_CASE(may_be_names_next_to_other_words) {
  struct Row {
    const char* query;
    const char* stop_words;
  };
  const Row rows[] = {
      {"the WHO report", "the "},
      {"WHO IS WHO", "WHO IS WHO "},
      {"all hands", "all "},
      {"plan A", ""},
      {"plan a trip", "a "},
      {"A plan", "A "},
      {"hepatitis a", ""},

      {"what can I do", "what can I do "},
      {"OUT folder", ""},
      {"read -it", ""},
  };
  for (const Row& row : rows) BOOST_TEST(stop_words_in(row.query) == row.stop_words, row.query);
}

BOOST_AUTO_TEST_CASE(are_more_in_a_sentence_than_in_a_look_up) {
  struct Row {
    const char* query;
    const char* stop_words;
  };
  const Row rows[] = {
      {"login via ssh", ""},
      {"remote login via ssh without any password", "via without any "},
      {"using templates", ""},
      {"render pages of several languages using templates", "of using "},
      {"US visa rules for tourists staying within Europe", "for within "},
  };
  for (const Row& row : rows) BOOST_TEST(stop_words_in(row.query) == row.stop_words, row.query);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes
