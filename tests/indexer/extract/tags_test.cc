// SPDX-License-Identifier: GPL-2.0-or-later
// What is a tag, what only looks like one, and who inherits it.
#include "indexer/extract/tags.h"

#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* note;
  const char* expected;  // tags of the note's own section
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.note) {
      BOOST_TEST(tags_text(extract(row.note)[0].section, TagSource::tag) == row.expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(front_matter_lists_tags_in_many_forms) {
  check({
      {"---\ntags:\n- category/java\n- 'two words'\n  - indented\n---\n",
       "category/java, two words, indented"},
      {"---\ntags: [ML, '2018', \"a, b\", c d]\n---\n", "ML, 2018, a, b, c d"},
      {"---\ntags: [a,\n  b,\n  c]\n---\n", "a, b, c"},
      {"---\ntags: one, two words, three\n---\n", "one, two words, three"},
      {"---\ntags: reef tide\ncategories: sea\n---\n", "reef, tide, sea"},
      {"---\ncategory: open sea\nkeywords: low tide\n---\n", "open sea, low tide"},
      {"---\ntags: ['sailor''s knot']\n---\n", "sailor's knot"},
      {"---\ntags: reef # of the south\n---\n", "reef"},
      {"---\n{\"tags\": [\"reef\", \"low tide\"]}\n---\n", "reef, low tide"},
      {"tags:: [[low tide]] [[reef]]\n\ntext\n", "low tide, reef"},
      {"---\ntags: plain\n---\n", "plain"},
      {"---\ntags: '#a #b'\n---\n", "a, b"},
      {"---\ntags:\n- '[[Page]]'\n- [[Other]]\n- '[[Reef|reefs]]'\n- 'ebb|flow'\n---\n",
       "Page, Other, Reef, ebb|flow"},
      {"---\ntopics: [\"c++\", \"math\"] # why\n---\n", "c++, math"},
      {"---\ntags: \"quoted\" # why\n---\n", "quoted"},
      {"---\nkeywords: a\ncategories:\n- b\n---\n", "a, b"},
      {"---\ntags:\ntitle: x\n---\n", ""},
      {"---\ntags: []\n---\n", ""},
      {"---\ntags: null\n---\n", ""},
      {"---\ntags: 💻️/📝️\n---\n", "💻️/📝️"},
      {"---\ntags: [ML, ml, '#Ml', a-b, a_b, a b]\n---\n", "ML, a-b"},
      {"+++\ntags = [\"a\", \"b\"]\n+++\n", "a, b"},
      {"---\ntags: a\n---\n\n---\ntags: b\n---\n", "a, b"},
      {"tags:: [[a]], b\n\ntext\n", "a, b"},
  });
}

BOOST_AUTO_TEST_CASE(lines_of_text_list_tags) {
  check({
      {"Tags: machine learning, moe\n", "machine learning, moe"},
      {"text\n\n**Tags:** a, b\n", "a, b"},
      {"text\n\ntags:: a, [[b c]]\n", "a, b c"},
      {"Tags: #a #b\n", "a, b"},
      {"Tags: we went there and did what people do\n", ""},
      {"Tagsoup: a\n", ""},
      {"Tags: [[low tide|ebb]] [[reef]], [[sea]]\n", "low tide, reef, sea"},
      {"Tags: [[low tide]] #reef [[sea]]\n", "low tide, sea, reef"},
      {"Tags: [reef](../tags/reef.md), [low tide](t.md)\n", "reef, low tide"},
      {"Tags:\n\treef\n\tlow tide, sea\n\nreefs are tagged\n", "reef, low tide, sea"},
      {"- Tags:\n  - [[reef]]\n  - low tide\n- Depth: two\n", "reef, low tide"},
      {"Tags:\n\n- reef\n- low tide\n", "reef, low tide"},
      {"Tags:\nreefs are tagged\n", ""},
      {"Tag: An unbroken, lasting mark\n", ""},
      {"Tag: short label, fixed place\n", ""},
      {"- **Tag**: the thing that marks it.\n", ""},
      {"Tags: as in [this](http://x.y), or `that`\n", ""},
      {"Tag: reef\n", "reef"},
  });
}

BOOST_AUTO_TEST_CASE(a_sign_and_a_word_are_a_tag) {
  check({
      {"#card #People/Ann\n", "card, People/Ann"},
      {"text (#one) and #two, #three.\n", "one, two, three"},
      {"#[[two words]] here\n", "two words"},
      {"#заметка #メモ #größe #🌱x\n", "заметка, メモ, größe, 🌱x"},
      {"*#tag* **#bold**\n", "tag, bold"},
      {"- #item\n> #quote\n", "item, quote"},
      {"#a-b_c/d- x\n", "a-b_c/d"},
      {"| #cell | b |\n|---|---|\n", "cell"},
      {"# Title #head\n", "head"},
      {"#X channels are tags too\n", "X"},
      {"#reef.north and #a.b.c, but #sea.\n", "reef.north, a.b.c, sea"},
      {"#30DaysAtSea #5star #2031-plans #7海里\n", "30DaysAtSea, 5star, 2031-plans, 7海里"},
  });
}

BOOST_AUTO_TEST_CASE(what_only_looks_like_a_tag_is_not_one) {
  check({
      {"issue #123, item #4b and #1st\n", ""},
      {"#1e3a8a #00ff7f #9abc\n", ""},
      {"# Reef\n{: #reef .wide}\n\n{: .low #tide}\n", ""},
      {"{/* #hidden */}\n", ""},
      {"#fff #c0ffee #12345678 #abc\n", ""},
      {"`#code` and\n\n    #indented\n\n```\n#fence\n```\n", ""},
      {"[x](#target) http://a.b/#frag <a href=\"#b\">c</a>\n", ""},
      {"[[Page#head]] [[#head]] ![[a #b]]\n", ""},
      {"[#in link text](http://a.b)\n", ""},
      {"C# F#sharp a#b\n", ""},
      {"\\#escaped and \\\\#\n", ""},
      {"$a #b$ and $x#y$\n", ""},
      {"#include <a>\n#define B\n#ifdef C\n", ""},
      {"#[derive(Debug)]\n", ""},
      {"#!shebang # lone ## two\n", ""},
      {"# Title {#anchor}\n\n## One { #other }\n\n", ""},
      {"see [drawbacks][#drawbacks]\n", ""},
      {"Keywords: `impl`, (underscore), ...\n", ""},
      {"![#alt](a.png)\n", ""},
  });
}

BOOST_AUTO_TEST_CASE(tags_are_inherited_downwards_and_never_upwards) {
  const auto sections = extract("---\ntags: [top]\n---\n# T\n## A #own\n### Q\n#TOP #deep\n## B\n");
  BOOST_TEST_REQUIRE(sections.size() == 4u);
  std::vector<std::string> tags;
  for (const auto& extracted : sections)
    tags.push_back(tags_text(extracted.section, TagSource::tag));
  BOOST_TEST(joined(tags, " | ") == "top | own, top | TOP, deep, own | top");
}

BOOST_AUTO_TEST_CASE(a_note_has_at_most_a_hundred_tags) {
  std::string note;
  for (int i = 0; i < 150; ++i) note += "#t" + std::to_string(i) + ' ';
  BOOST_TEST(extract(note)[0].section.tags.size() == 100u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
