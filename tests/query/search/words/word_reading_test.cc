// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/word_reading.h"

#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

// "n1 n2 ... n<count>"
std::string numbered_words(int count) {
  std::string words;
  for (int i = 1; i <= count; ++i) words += "n" + std::to_string(i) + " ";
  return words;
}

const TempIndex& shed() {
  static const TempIndex kIndex{
      {"shed.md", "# Shed\n\n## Tools\nA hoe and the thread of a screw, n7.\n"}};
  return kIndex;
}

std::vector<std::string> remarks_on(const std::string& query) {
  return ask(shed(), query).notes_on_query;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(word_reading)

BOOST_AUTO_TEST_CASE(only_the_first_two_hundred_different_words_count) {
  const auto is_said = [](const std::string& query) {
    return std::ranges::count(remarks_on(query), "only the first 200 different words count") == 1;
  };
  BOOST_TEST(!is_said(numbered_words(200)));
  BOOST_TEST(!is_said(numbered_words(200) + "n7 n8 n9"));
  BOOST_TEST(is_said(numbered_words(201)));
}

BOOST_AUTO_TEST_CASE(an_unknown_word_is_replaced_and_the_answer_says_so) {
  const std::vector<std::string> expected{"no section has \"threat\"; searched for \"thread\""};
  BOOST_TEST(remarks_on("threat") == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(only_words_can_be_a_title) {
  const auto title = [](const char* query) {
    const std::vector<Replacement> replacements{
        {"fren", {"fern"}}, {"moss fern", {"mossfern"}}, {"tree-moss", {}}};
    return typed_title(*parse_query(query, {2024, 3, 1}).root, replacements).value_or("none");
  };
  BOOST_TEST(title("Moss or ferns tag:x -level:note") == " Moss or ferns ");
  BOOST_TEST(title("fren fren frens") == " fern fern frens ");
  BOOST_TEST(title("a moss fren tree-moss") == " a mossfern tree-moss ");
  BOOST_TEST(title("moss OR ferns") == "none");
  BOOST_TEST(title("moss -ferns") == "none");
  BOOST_TEST(title("mos*") == "none");
}

BOOST_AUTO_TEST_SUITE_END()
