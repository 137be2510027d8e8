// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "query/search/match/query_compiler.h"

using namespace notes;

namespace {

std::vector<WordPrint> prints(const std::string& words) {
  std::vector<WordPrint> all;
  for (const char word : words) all.push_back(word == '|' ? kBarrier : print_of({&word, 1}));
  return all;
}

std::string sequence(const std::string& words) {
  WordSequence all;
  for (const WordPrint print : prints(words)) all.add(print);
  return all.take();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(standing_together)

BOOST_AUTO_TEST_CASE(words_in_a_row_follow_each_other_without_a_gap) {
  struct Row {
    const char* text;
    const char* words;
    bool expected;
  };
  const Row rows[] = {
      {"abc", "ab", true},        {"abc", "bc", true},     {"abc", "abc", true},
      {"abc", "ac", false},       {"abc", "ba", false},    {"a|b", "ab", false},
      {"ab", "abc", false},       {"", "ab", false},       {"aab", "ab", true},
      {"aabaabaac", "aac", true}, {"ab|abc", "abc", true},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text << " " << row.words)
  BOOST_TEST(has_row(sequence(row.text), prints(row.words)) == row.expected);
}

BOOST_AUTO_TEST_CASE(words_near_each_other_are_within_the_window_in_any_order) {
  struct Row {
    const char* text;
    const char* words;
    std::size_t window;
    bool expected;
  };
  const Row rows[] = {
      {"axxb", "ab", 4, true},    {"axxxb", "ab", 4, false},   {"bxxa", "ab", 4, true},
      {"a|b", "ab", 4, false},    {"axxxxaxb", "ab", 3, true}, {"axbxc", "abc", 5, true},
      {"axbxc", "abc", 4, false}, {"aaaa", "ab", 4, false},    {"", "ab", 4, false},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text << " " << row.words << " " << row.window)
  BOOST_TEST(has_window(sequence(row.text), prints(row.words), row.window) == row.expected);
}

BOOST_AUTO_TEST_CASE(no_word_print_equals_the_barrier) {
  for (int i = 0; i < 200'000; ++i) BOOST_REQUIRE(print_of(std::to_string(i)) != kBarrier);
}

BOOST_AUTO_TEST_SUITE_END()
