// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader would tag a section by.
#include "indexer/extract/names.h"

#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* text;
  const char* expected;
};

std::string names_of(std::string_view text) {
  NameCounts counts;
  count_names(text, counts);
  return joined(frequent_names(counts, {}), ", ");
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(names_have_two_capitals_an_inner_one_or_letters_with_digits) {
  const std::initializer_list<Row> rows{
      {"at INT2 we lose, as do AWQ and BRECQ", "INT2, AWQ, BRECQ"},
      {"TensorRT-LLM serves SMoE; OmniQuant (AdaRound), Z-Fold.",
       "TensorRT-LLM, SMoE, OmniQuant, AdaRound, Z-Fold"},
      {"iPhone and 8x7B, GPT-4, Llama-2, x86", "iPhone, 8x7B, GPT-4, Llama-2, x86"},
      {"two MoEs and one MoE, the LDM's end", "MoE, LDM"},
      {"one AB, then CD, CD", "CD, AB"},
      {"PTQ/QAT mixes", "PTQ, QAT"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.text) BOOST_TEST(names_of(row.text) == row.expected);
}

BOOST_AUTO_TEST_CASE(plain_words_numbers_and_chatter_are_not_names) {
  const std::initializer_list<Row> rows{
      {"Plain Words, Post-Training and Hyper-Scale", ""},
      {"IMO, FYI: TODO is OK, e.g. NOT now", ""},
      {"it took 25K, 20s, 2.5GB, 1st, v2 and v1.2.3", ""},
      {"version 2.1 on 2024-02-13 at 21:25", ""},
      {"WHOLLY IN CAPITALS WITH PTQ", ""},
      {"README.md at Example.com", ""},
      {"a commit a3f9c2d81b and 0x7fFF", ""},
      {"use MAX_SIZE or @UserName or $HOME2 or \\LaTeX", ""},
      {"see https://a.b/PTQ-AWQ/X1 or www.A1.com", ""},
      {"U.S. and i.e. and A-B", ""},
      {"-ErrorAction stays a flag", "ErrorAction"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.text) BOOST_TEST(names_of(row.text) == row.expected);
}

BOOST_AUTO_TEST_CASE(names_come_from_running_text_and_not_from_code) {
  const auto sections = extract(
      "# T\n## PTQ for all\nwith `QAT` and [AWQ](http://a.b/XY1) ![GPTQ](x.png)\n\n"
      "```\nINT4 FP8\n```\n\n    NF4 code\n");
  BOOST_TEST(tags_text(sections[1].section, TagSource::name) == "PTQ, AWQ");
}

BOOST_AUTO_TEST_CASE(a_section_keeps_its_eight_most_frequent_names_that_are_not_tags) {
  const auto sections = extract(
      "---\ntags: [ptq]\n---\nPTQ and PTQ\nA1 B1 C1 D1 E1 F1 G1 H1 I1 and I1 in lower case\n\n## "
      "A\nZ9 "
      "here\n"
      "## B\n");
  BOOST_TEST(tags_text(sections[0].section, TagSource::name) == "I1, A1, B1, C1, D1, E1, F1, G1");
  BOOST_TEST(tags_text(sections[1].section, TagSource::name) == "Z9");
  BOOST_TEST(tags_text(sections[2].section, TagSource::name) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
