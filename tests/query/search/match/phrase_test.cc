// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "query/search/show/note_text.h"

using namespace notes;

namespace {

// What of the text the phrase marks, each place in brackets.
std::string marked(const std::string& text, const std::string& phrase) {
  Analyzer analyzer;
  QueryNode node;
  node.kind = NodeKind::phrase;
  node.text = phrase;
  const QueryWord word = make_query_word(node, analyzer);
  std::string found;
  for (const WordMark& mark : find_words(text, {word}, analyzer))
    found += "[" + text.substr(mark.text.begin, mark.text.end - mark.text.begin) + "]";
  return found;
}

struct Row {
  const char* text;
  const char* phrase;
  const char* expected;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(phrase)

BOOST_AUTO_TEST_CASE(words_match_whatever_signs_the_text_has_between_them) {
  const Row rows[] = {
      {"A copper, kettle.", "copper kettle", "[copper, kettle]"},
      {"copper kettles", "copper kettle", ""},
      {"Copper KETTLE", "copper kettle", "[Copper KETTLE]"},
      {"a copper and a kettle", "copper kettle", ""},
      {"a well-worn path", "well-worn path", "[well-worn path]"},
      {"a well worn path", "well-worn path", "[well worn path]"},
      {"don\u2019t worry. Be", "don't worry be", "[don\u2019t worry. Be]"},
      {"kettle kettle", "kettle", "[kettle][kettle]"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text << " | " << row.phrase)
  BOOST_TEST(marked(row.text, row.phrase) == row.expected);
}

BOOST_AUTO_TEST_CASE(signs_of_the_phrase_must_be_in_the_text) {
  const Row rows[] = {
      {"run (twice) daily", "run (twice)", "[run (twice)]"},
      {"7.5 or 7-5", "7-5", "[7-5]"},
      {"7.5 or 7 5 or 7-5x", "7-5*", "[7-5x]"},
      {"call 555\u2011", "555-1234", ""},
      {"call 555\u20111234", "555-1234", "[555\u20111234]"},
      {"call 555-1234", "555\u20111234", "[555-1234]"},
      {"run twice daily", "run (twice)", ""},
      {"run  (twice)", "run (twice)", "[run  (twice)]"},
      {"run\u00a0(twice)", "run (twice)", "[run\u00a0(twice)]"},
      {"run(twice)", "run (twice)", ""},
      {"F# and F", "F#", "[F#]"},
      {"add 3.7 cups", "3.7", "[3.7]"},
      {"add 3-7 cups", "3.7", ""},
      {"add 37 cups", "3.7", ""},
      {"use --fast now", "--fast", "[--fast]"},
      {"so-fast now", "--fast", ""},
      {"one; two", "one; two", "[one; two]"},
      {"one, two", "one; two", ""},
      {"a box [ ] here", "[ ]", "[[ ]]"},
      {"a box [] here", "[ ]", ""},
      {"50% off, 50 off", "50%", "[50%]"},
      {"wait\u2026", "wait...", "[wait\u2026]"},
      {"no signs", "??", ""},
      {"what?? why??", "??", "[??][??]"},
      {"a\n(b)", "a (b)", ""},  // in another block
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text << " | " << row.phrase)
  BOOST_TEST(marked(row.text, row.phrase) == row.expected);
}

BOOST_AUTO_TEST_CASE(case_composition_and_accents_left_out_do_not_matter) {
  const Row rows[] = {
      {"ein SCH\u00d6NER Hof", "sch\u00f6ner hof", "[SCH\u00d6NER Hof]"},
      {"ein sch\u00f6ner (Hof)", "schoner (hof)", "[sch\u00f6ner (Hof)]"},
      {"ein schoner Hof", "sch\u00f6ner hof", ""},  // accents that are typed count
      {"ein scho\u0308ner Hof", "sch\u00f6ner hof", "[scho\u0308ner Hof]"},
      {"الدَّوْلَة", "الدولة", "[الدَّوْلَة]"},
      {"سنه", "سنة", "[سنه]"},
      {"ひかり", "ヒカリ", "[ひかり]"},
      {"かき", "がき", ""},  // another letter
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text << " | " << row.phrase)
  BOOST_TEST(marked(row.text, row.phrase) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_star_after_the_last_word_makes_it_a_prefix) {
  const Row rows[] = {
      {"a copper kettledrum", "copper ket*", "[copper kettledrum]"},
      {"a copper bracket", "copper ket*", ""},
      {"ketchup in copper", "copper ket*", ""},
      {"caf\u00e9 cr\u00e8me", "caf\u00e9 cre*", "[caf\u00e9 cr\u00e8me]"},
      {"5 * 3", "5 *", "[5 *]"},  // a sign like any other
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text << " | " << row.phrase)
  BOOST_TEST(marked(row.text, row.phrase) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()
