// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every text, however hostile: positions without gaps, equal results for equal
// calls, and an end.
#include "tests/common/text/text_properties.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/text/analyzer.h"
#include "common/text/reading.h"
#include "tests/common/text/term_text.h"
#include "tests/support/hostile_text.h"

namespace notes {
namespace {

using testing::are_in_order;

constexpr std::string_view kFragments[] = {
    "[",    "]",        "(",    ")",      "](",       "![",
    "<",    ">",        "<b>",  "<!--",   "-->",      "`",
    "``",   "```\n",    "~~~",  "\n",     "\n\n",     "> ",
    "- ",   "https://", "www.", "data:",  ";base64,", "arxiv.org/abs/2401.04088",
    "\\",   "\"",       "'",    "#",      "--",       "++",
    ".",    "::",       "_",    "@",      "Omni",     "Quant",
    "INT",  "2",        "s",    "’",      "é",        "\u0308",
    "量",   "\u200d",   "👩",    "🇩",      "\xff",     "\xe4",
    "\xb8", "\u00ad",   " ",    "word",   "%20",      ".png",
    "x]: ", "\r",       "\t",   "\u1112", "\u1161",   "doi.org/10.1000/",
};

std::string random_text(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> pick(0, std::size(kFragments) - 1);
  std::uniform_int_distribution<int> length(0, 60);
  std::string text;
  for (int left = length(random); left > 0; --left) text += kFragments[pick(random)];
  return text;
}

TextReading read_prose(std::string_view text) {
  const TextBlock block{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::prose};
  return read_text(text, {&block, 1});
}

void check(std::string_view what, std::string_view text) {
  BOOST_TEST_CONTEXT(what) {
    Analyzer analyzer;
    const TextReading reading = read_prose(text);
    BOOST_TEST(are_in_order(analyzer.analyze(reading.text())));
  }
}

BOOST_AUTO_TEST_SUITE(unit)
BOOST_AUTO_TEST_SUITE(text_properties)

BOOST_AUTO_TEST_CASE(any_text_gives_ordered_terms) {
  std::mt19937 random(20240213);
  Analyzer analyzer;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(random);
    const TextReading reading = read_prose(text);
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(are_in_order(analyzer.analyze(reading.text())));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_analyzer_that_has_seen_other_texts_gives_the_same_terms) {
  std::mt19937 random(7);
  Analyzer used;
  for (int i = 0; i < 200; ++i) {
    const std::string text = random_text(random);
    Analyzer fresh;
    BOOST_TEST(testing::terms_text(used.analyze(text)) == testing::terms_text(fresh.analyze(text)));
  }
}

BOOST_AUTO_TEST_CASE(more_words_than_fit_into_the_cache_keep_their_terms) {
  std::string text;
  for (int i = 0; i < 120000; ++i) text += "w" + std::to_string(i) + " ";
  Analyzer analyzer("none");
  for (int call = 0; call < 2; ++call) {
    std::uint32_t wrong = 0;
    for (const Term& term : analyzer.analyze(text)) {
      if (term.role != TermRole::word) continue;
      if (term.stem != "w" + std::to_string(term.position)) ++wrong;
    }
    BOOST_TEST(wrong == 0u);
  }
}

BOOST_AUTO_TEST_CASE(half_a_megabyte_of_one_sign_is_read, *kMustEnd) {
  for (const std::string_view sign : {"[", "]", "(", ")", "<", ">", "*", "`", "_", "\\", "\"", "-"})
    check(sign, repeated(sign));
}

BOOST_AUTO_TEST_CASE(constructs_that_never_end_are_read, *kMustEnd) {
  for (const std::string_view unit : {"![",
                                      "](",
                                      "[](",
                                      "[](a ",
                                      "[](a \"",
                                      "[](a (",
                                      "[](<",
                                      "[a](b '",
                                      "<a ",
                                      "<a \"",
                                      "<a '\"",
                                      "<!--",
                                      "<div\n",
                                      "` `` ``` ",
                                      "````` ",
                                      "> ",
                                      "- ",
                                      "1. ",
                                      "1.",
                                      "100,",
                                      "12-",
                                      "https://",
                                      "www.",
                                      "a://",
                                      "data:",
                                      "data:a;base64,",
                                      ":",
                                      "a-",
                                      "a.",
                                      "a::",
                                      "a'",
                                      "l'a",
                                      "\u0301",
                                      "a\u0301",
                                      "\u200d",
                                      "a\u200d",
                                      "量",
                                      "ก็",
                                      "🇩",
                                      "\xff",
                                      "\xe4",
                                      "--a",
                                      "a+",
                                      "A1",
                                      "aB",
                                      "a/",
                                      "+/",
                                      "[x]: y\n",
                                      "> ```\n",
                                      "```\n",
                                      "%20",
                                      "![](%20",
                                      "arxiv.org/abs/"})
    check(unit, repeated(unit));
}

BOOST_AUTO_TEST_CASE(one_line_of_five_megabytes_is_a_text_like_any_other, *kMustEnd) {
  constexpr std::size_t kBytes = 10 * kHostileBytes;
  check("sentences", repeated("Notes on [routing](a.md) of `x` tokens. ", kBytes));
  check("one word", std::string(kBytes, 'a'));
  check("marks", "a" + repeated("\u0301\u0323", kBytes));
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
