// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every text, however hostile: offsets inside visible ranges, positions without
// gaps, equal results for equal calls, and time that grows with the length of the text only.
#include "tests/common/text/text_properties.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/text/analyzer.h"
#include "common/text/visible_text.h"
#include "tests/common/text/term_text.h"

namespace notes {
namespace {

using testing::are_ascending;
using testing::are_in_order;
using testing::stand_inside;

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

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

double seconds_for(std::string_view text) {
  Analyzer analyzer;
  const auto begin = std::chrono::steady_clock::now();
  const auto ranges = visible_ranges(text);
  const auto terms = analyzer.analyze(text, ranges);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  BOOST_TEST(are_ascending(ranges, text.size()));
  BOOST_TEST(are_in_order(terms));
  return took.count();
}

BOOST_AUTO_TEST_SUITE(unit)
BOOST_AUTO_TEST_SUITE(text_properties)

BOOST_AUTO_TEST_CASE(any_text_gives_ordered_terms_inside_its_visible_ranges) {
  std::mt19937 random(20240213);
  Analyzer analyzer;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(random);
    const auto ranges = visible_ranges(text);
    const auto terms = analyzer.analyze(text, ranges);
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(are_ascending(ranges, text.size()));
      BOOST_TEST(are_in_order(terms));
      BOOST_TEST(stand_inside(terms, ranges));
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

BOOST_AUTO_TEST_CASE(more_words_than_the_cache_holds_keep_their_terms) {
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

// Far more than linear time needs on a slow machine, far less than quadratic time takes.
constexpr double kLimitSeconds = 5;

BOOST_AUTO_TEST_CASE(a_megabyte_of_one_sign_takes_no_longer_than_its_length_warrants) {
  for (const std::string_view sign :
       {"[", "]", "(", ")", "<", ">", "*", "`", "_", "\\", "\"", "-"}) {
    BOOST_TEST_CONTEXT(sign) {
      BOOST_TEST(seconds_for(repeated(sign, 1 << 20)) < kLimitSeconds);
    }
  }
}

BOOST_AUTO_TEST_CASE(constructs_that_never_end_take_no_longer_than_their_length_warrants) {
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
                                      "arxiv.org/abs/"}) {
    BOOST_TEST_CONTEXT(unit) {
      BOOST_TEST(seconds_for(repeated(unit, 1 << 18)) < kLimitSeconds);
    }
  }
}

BOOST_AUTO_TEST_CASE(one_line_of_five_megabytes_is_a_text_like_any_other) {
  constexpr std::size_t kBytes = 5 << 20;
  BOOST_TEST(seconds_for(repeated("Notes on [routing](a.md) of `x` tokens. ", kBytes)) <
             kLimitSeconds * 5);
  BOOST_TEST(seconds_for(std::string(kBytes, 'a')) < kLimitSeconds * 5);
  BOOST_TEST(seconds_for("a" + repeated("\u0301\u0323", kBytes)) < kLimitSeconds * 5);
}

BOOST_AUTO_TEST_SUITE_END()
BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
