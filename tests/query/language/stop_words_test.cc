// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"

namespace notes {

BOOST_AUTO_TEST_SUITE(stop_words)

BOOST_AUTO_TEST_CASE(are_the_words_that_only_hold_a_sentence_together) {
  for (const std::string word : {"the", "The", "HOW", "what", "does", "is", "for", "not", "no",
                                 "without", "than", "i", "you", "vs", "e.g.", "yourselves"})
    BOOST_TEST(is_stop_word(word), word);
}

BOOST_AUTO_TEST_CASE(keep_their_contracted_endings) {
  for (const std::string word :
       {"don't", "Don\u2019t", "what's", "we're", "they'd", "I'm", "who\u2019ll", "can't"})
    BOOST_TEST(is_stop_word(word), word);
}

BOOST_AUTO_TEST_CASE(are_none_that_say_what_a_note_is_about) {
  for (const std::string word :
       {"", "work", "people", "hardware", "faster", "aespa", "c", "r", "use", "done", "like",
        "model's", "'s", "x's", "internationalization", "int2", "\u4F60"})
    BOOST_TEST(!is_stop_word(word), word);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes
