// SPDX-License-Identifier: GPL-2.0-or-later
// Which headings open sections, of which level, from which line to which.
#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* why;
  const char* note;
  const char* expected;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.why) {
      BOOST_TEST(outline_of(row.note) == row.expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(a_lone_h1_titles_the_note_and_the_next_levels_are_threads_and_questions) {
  check({
      {"title, threads, questions",
       "# Kitchen\n\n## Bread\n\ntext\n\n### Why knead?\nGluten.\n\n\n## Soup\nx\n",
       "note 1-1 Kitchen\nthread 3-5 Kitchen > Bread\nquestion 7-8 Kitchen > Bread > Why knead?\n"
       "thread 11-12 Kitchen > Soup\n"},
      {"levels skipped by house style", "# Paper\n\n_May 2019_\n\n#### tl;dr\na\n#### Notes\nb\n",
       "note 1-3 Paper\nthread 5-6 Paper > tl;dr\nthread 7-8 Paper > Notes\n"},
      {"deeper than two levels stay questions, each below the nearest",
       "# T\n## A\n### B\n#### C\n##### D\n### E\n",
       "note 1-1 T\nthread 2-2 T > A\nquestion 3-3 T > A > B\nquestion 4-4 T > A > B > C\n"
       "question 5-5 T > A > B > C > D\nquestion 6-6 T > A > E\n"},
      {"a question before the first thread belongs to the note", "# T\n### Q\n## A\n",
       "note 1-1 T\nquestion 2-2 T > Q\nthread 3-3 T > A\n"},
      {"several h1 are threads", "# A\n\n# B\n## C\n",
       "note 1-1 note\nthread 1-1 note > A\nthread 3-3 note > B\nquestion 4-4 note > B > C\n"},
      {"several h1 under a title of front matter", "---\ntitle: F\n---\n# A\n\n# B\n",
       "note 4-4 F\nthread 4-4 F > A\nthread 6-6 F > B\n"},
      {"a title of front matter above h2", "---\ntitle: F\n---\n\n## A\n\n## B\n",
       "note 4-4 F\nthread 5-5 F > A\nthread 7-7 F > B\n"},
      {"h2 only, each a question", "intro\n\n## Why?\na\n## How?\nb\n",
       "note 1-1 note\nthread 3-4 note > Why?\nthread 5-6 note > How?\n"},
      {"a lone h2 above skipped levels is the title", "## [Paper](http://a.b)\n\n#### A\n#### B\n",
       "note 1-1 Paper\nthread 3-3 Paper > A\nthread 4-4 Paper > B\n"},
      {"a lone h2 above h3 is a thread", "## A\n### B\n### C\n",
       "note 1-1 note\nthread 1-1 note > A\nquestion 2-2 note > A > B\nquestion 3-3 note > A > "
       "C\n"},
      {"the only heading is the title, whatever its level", "### Is it?\ntext\n",
       "note 1-2 Is it?\n"},
      {"an h1 that is not the first heading is no title", "## A\n# B\n## C\n",
       "note 1-1 note\nquestion 1-1 note > A\nthread 2-2 note > B\nquestion 3-3 note > B > C\n"},
  });
}

BOOST_AUTO_TEST_CASE(a_note_without_headings_is_one_section) {
  check({
      {"prose", "one\n\ntwo\n\n\n", "note 1-3 note\n"},
      {"an outline with tabs", "- a\n\t- b\n\t\t- c\n", "note 1-3 note\n"},
      {"empty", "", "note 1-1 note\n"},
      {"one rule", "---\n", "note 1-1 note\n"},
      {"blank lines", "\n\n\n", "note 1-1 note\n"},
  });
}

BOOST_AUTO_TEST_CASE(headings_count_as_the_first_content_of_a_list_item) {
  check({
      {"numbered questions, numbers restart",
       "# FAQ\n\n## Core\n\n1. ### What is it?\n\n    A thing.\n\n1. ### Why?\n\n    Because.\n",
       "note 1-1 FAQ\nthread 3-3 FAQ > Core\nquestion 5-7 FAQ > Core > What is it?\n"
       "question 9-11 FAQ > Core > Why?\n"},
      {"nested in an outline", "- # A\n\t- ## B\n\t\t- text\n- # C\n",
       "note 1-1 note\nthread 1-1 note > A\nquestion 2-3 note > A > B\nthread 4-4 note > C\n"},
      {"not as later content", "# T\n- text\n\n  ## no\n## A\n", "note 1-4 T\nthread 5-5 T > A\n"},
      {"not with an underline", "# T\n- no\n  ---\n## A\n", "note 1-3 T\nthread 4-4 T > A\n"},
  });
}

BOOST_AUTO_TEST_CASE(an_underline_needs_two_equals_signs_or_three_dashes) {
  check({
      {"long underlines", "Water\n======\n\nText\n\nIron and\nrust\n----------\nx\n",
       "note 1-4 Water\nthread 6-9 Water > Iron and rust\n"},
      {"two equals signs", "Water\n==\n\n## A\n## B\n",
       "note 1-2 Water\nthread 4-4 Water > A\nthread 5-5 Water > B\n"},
      {"one of each sign, and two dashes", "# T\na\n=\nb\n-\n\nc\n--\n## A\n",
       "note 1-8 T\nthread 9-9 T > A\n"},
      {"not below three lines", "# T\na\nb\nc\n---\n## A\n", "note 1-5 T\nthread 6-6 T > A\n"},
      {"closing marks are no title", "# T\n### x ###\n", "note 1-1 T\nthread 2-2 T > x\n"},
  });
}

BOOST_AUTO_TEST_CASE(lookalikes_start_no_section) {
  check({
      {"comments in a fence", "# T\n```sh\n# one\n## two\n```\n~~~\n# three\n~~~\n## A\n",
       "note 1-8 T\nthread 9-9 T > A\n"},
      {"a fence of four shows one of three", "# T\n````\n```\n# no\n```\n# no\n````\n## A\n",
       "note 1-7 T\nthread 8-8 T > A\n"},
      {"an unclosed fence runs to the end", "# T\n## A\n```\n# no\n## no\n",
       "note 1-1 T\nthread 2-5 T > A\n"},
      {"a surplus closing fence opens one", "# T\n- a\n- ```\n  x\n  ```\n```\n## no\n",
       "note 1-7 T\n"},
      {"a fence in a quote ends with it", "# T\n> ```\n> code\nend\n\n#### A\n",
       "note 1-4 T\nthread 6-6 T > A\n"},
      {"an indented tilde line is no fence", "# T\n    ~~~~~~^^\ntext\n## A\n",
       "note 1-3 T\nthread 4-4 T > A\n"},
      {"indented code", "# T\n\n    # no\n\n## A\n", "note 1-3 T\nthread 5-5 T > A\n"},
      {"a shebang, an attribute, a tag, a lone sign", "# T\n#!/bin/sh\n#[derive]\n#tag\n#\n## A\n",
       "note 1-5 T\nthread 6-6 T > A\n"},
      {"quotes", "# T\n> # no\n> ## no\n\n## A\n", "note 1-3 T\nthread 5-5 T > A\n"},
      {"comments", "# T\n<!--\n# no\n-->\n## A\n", "note 1-4 T\nthread 5-5 T > A\n"},
      {"tables", "# T\n\n| # a | b |\n|---|---|\n| # c | d |\n\n## A\n",
       "note 1-5 T\nthread 7-7 T > A\n"},
      {"a bold line", "# T\n## A\n\n**2. Bold?**\n\ntext\n", "note 1-1 T\nthread 2-6 T > A\n"},
      {"an image without words", "# T\n## ![](a.png)\n## A\n", "note 1-2 T\nthread 3-3 T > A\n"},
  });
}

BOOST_AUTO_TEST_CASE(headings_in_details_do_not_count_but_those_in_a_plain_div_do) {
  check({
      {"an answer above its question's level",
       "# Quiz\n\n###### 1. Output?\n\n<details><summary>A</summary>\n<p>\n\n#### Answer: "
       "D\n\nx\n\n"
       "</p>\n</details>\n\n---\n\n###### 2. Output?\ny\n",
       "note 1-1 Quiz\nthread 3-15 Quiz > 1. Output?\nthread 17-18 Quiz > 2. Output?\n"},
      {"nested",
       "# T\n<details>\n\n<details>\n\n## no\n\n</details>\n\n## no\n\n</details>\n\n## A\n",
       "note 1-12 T\nthread 14-14 T > A\n"},
      {"one that never closes hides nothing", "# T\n\n<details>\n\n## A\n\n## B\n",
       "note 1-3 T\nthread 5-5 T > A\nthread 7-7 T > B\n"},
      {"a commented one opens nothing", "# T\n\n<!-- <details> -->\n\n## A\n",
       "note 1-3 T\nthread 5-5 T > A\n"},
      {"a wrapping div", "<div dir=\"rtl\">\n\n# T\n\n## A\n\n</div>\n",
       "note 3-3 T\nthread 5-7 T > A\n"},
  });
}

BOOST_AUTO_TEST_CASE(a_lone_heading_is_the_title_only_if_there_is_no_text_above_it) {
  const auto with_title_on = [](int line) {
    const std::string thread = std::to_string(line + 1);
    return "note " + std::to_string(line) + '-' + std::to_string(line) + " T\nthread " + thread +
           '-' + thread + " T > A\n";
  };
  const std::initializer_list<std::pair<const char*, int>> openings{
      {"[![ok](b.svg)](c)\n", 2},
      {"[![ok][badge]][ci] ![x](y.png)\n\n", 3},
      {"mood:: calm\nkind:: [[Walk]]\n", 3},
      {"Author: Wim de Boer\n**Status:** draft\n\n", 4},
      {"tags:\n  - harbour\n- tide\n\n", 5},
      {"13 May 2021\n\n", 3},
      {"#harbour #tide/low\n\n", 3},
      {"[Home](README.md) | [Up](../)\n\n", 3},
      {"[[Boats]] > [[Harbours]]\n\n", 3},
      {"Back to the [list](list.md)\n\n", 3},
      {"https://example.org/tides\n\n", 3},
      {"![[quay.png]]\n\n", 3},
      {"> [!warning] Old\n> Nobody keeps this.\n\n", 4},
      {":::note\n\nOld.\n\n:::\n\n", 7},
      {"!!! note\n    Old.\n\n", 4},
      {"<p align=\"center\">\n  A banner\n</p>\n\n", 5},
      {"<!--\n\nnobody reads this\n\n-->\n\n", 7},
      {"import Tide from './tide'\n\n", 3},
      {"{{< toc >}}\n\n[TOC]\n\n---\n\n", 7},
  };
  for (const auto& [opening, line] : openings) BOOST_TEST_CONTEXT(opening)
  BOOST_TEST(outline_of(std::string(opening) + "# T\n## A\n") == with_title_on(line));
  check({
      {"right below text", "ran this:\n# list files\nls\n",
       "note 1-1 note\nthread 2-3 note > list files\n"},
      {"below a paragraph", "Boats wait for water.\n\n## Mooring\nx\n",
       "note 1-1 note\nthread 3-4 note > Mooring\n"},
      {"below a list", "- rope\n- fender\n\n# T\n## A\n",
       "note 1-2 note\nthread 4-4 note > T\nquestion 5-5 note > T > A\n"},
      {"below a sentence that links", "We read [this](a.md).\n\n# T\n",
       "note 1-1 note\nthread 3-3 note > T\n"},
  });
}

BOOST_AUTO_TEST_CASE(a_list_that_a_tab_indents_below_a_heading_is_a_list) {
  check({
      {"headings in it", "# Log\n\t- ## Sea\n\t\t- calm\n\t- ## Land\n",
       "note 1-1 Log\nthread 2-3 Log > Sea\nthread 4-4 Log > Land\n"},
      {"across a blank line", "# Log\n\t1. one\n\n\t2. ## Two\n",
       "note 1-2 Log\nthread 4-4 Log > Two\n"},
      {"below an underlined heading", "Log\n===\n\t- ## Sea\n",
       "note 1-2 Log\nthread 3-3 Log > Sea\n"},
      {"code below a blank line stays code", "# Log\n\n\t- ## no\n## A\n",
       "note 1-3 Log\nthread 4-4 Log > A\n"},
      {"code without a mark stays code", "# Log\n\tmake all\n\t- ## no\n## A\n",
       "note 1-3 Log\nthread 4-4 Log > A\n"},
      {"code indented by blanks stays code", "# Log\n    - ## no\n## A\n",
       "note 1-2 Log\nthread 3-3 Log > A\n"},
  });
}

BOOST_AUTO_TEST_CASE(equal_headings_are_sections_of_their_own) {
  const auto sections = extract("# T\n## A\n### Notes\n## B\n### Notes\n### Notes\n## B\n");
  BOOST_TEST(outline_text(sections) ==
             "note 1-1 T\nthread 2-2 T > A\nquestion 3-3 T > A > Notes\nthread 4-4 T > B\n"
             "question 5-5 T > B > Notes\nquestion 6-6 T > B > Notes\nthread 7-7 T > B\n");
}

BOOST_AUTO_TEST_CASE(contents_lists_are_left_out) {
  check({
      {"nested links",
       "# T\n\n## On\n\n* [A](#a)\n    * [B](#b)\n* [C](#c)\n* [D](#d)\n\n## A\nx\n## B\n",
       "note 1-1 T\nthread 10-11 T > A\nthread 12-12 T > B\n"},
      {"of the note by its name, and of the folder",
       "# T\n## On\n- [A](note.md#a)\n- [B](./#b)\n- [C](./note.md#c)\n- [[note#D]]\n## A\n## B\n",
       "note 1-1 T\nthread 7-7 T > A\nthread 8-8 T > B\n"},
      {"links that lead to no heading are text",
       "# T\n## On\n- [A](#in-a)\n- [B](#in-b)\n- [C](#in-c)\n- [D](#in-d)\n## Other\n",
       "note 1-1 T\nthread 2-6 T > On\nthread 7-7 T > Other\n"},
      {"prose beside the links is text",
       "# T\n## On\nThe harbour master wrote these pages over many winters.\n- [A](#a)\n"
       "- [B](#b)\n- [C](#c)\n- [D](#d)\n## A\n## B\n## C\n## D\n",
       "note 1-1 T\nthread 2-7 T > On\nthread 8-8 T > A\nthread 9-9 T > B\n"
       "thread 10-10 T > C\nthread 11-11 T > D\n"},
      {"a short sentence is text too", "# T\n## Contents\nMind the low tide.\n- [A](#a)\n## A\n",
       "note 1-1 T\nthread 2-4 T > Contents\nthread 5-5 T > A\n"},
      {"and so is what a link is about",
       "# T\n## Contents\n- [A](#a): how tides turn\n- [B](#b) (p. 2)\n## A\n## B\n",
       "note 1-1 T\nthread 2-4 T > Contents\nthread 5-5 T > A\nthread 6-6 T > B\n"},
      {"rows of a table",
       "# T\n## Map\n| No. | Q |\n|---|---|\n| 1 | [What](#what) |\n| 2 | [Why](#why) |\n"
       "| 3 | [How](#how) |\n## What\n## Why\n",
       "note 1-1 T\nthread 8-8 T > What\nthread 9-9 T > Why\n"},
      {"a name and one link", "# T\n## Table of Contents\n1. [A](#a)\n## A\n",
       "note 1-1 T\nthread 4-4 T > A\n"},
      {"wikilinks", "# T\n## X\n- [[#A]]\n- [[#B]]\n- [[#C|c]]\n- [[#D]]\n## A\n## C\n",
       "note 1-1 T\nthread 7-7 T > A\nthread 8-8 T > C\n"},
      {"its children belong to the note", "# T\n## Contents\n[A](#a)\n### Sub\nx\n## A\n",
       "note 1-1 T\nquestion 4-5 T > Sub\nthread 6-6 T > A\n"},
      {"a name alone is none", "# T\n## Index\nB-trees keep keys sorted.\n## Contents\n",
       "note 1-1 T\nthread 2-3 T > Index\nthread 4-4 T > Contents\n"},
      {"links to elsewhere",
       "# T\n## X\n- [a](http://a)\n- [b](http://b)\n- [c](c.md)\n- [d](d.md)\n",
       "note 1-1 T\nthread 2-6 T > X\n"},
      {"sentences with links",
       "# T\n## X\nAs was said in the part [above](#a) it holds.\nSee also the chapter [on b](#b) "
       "too.\n"
       "And then again what [c](#c) is about here.\nOr finally the notes in [d](#d) below.\n",
       "note 1-1 T\nthread 2-6 T > X\n"},
      {"a tool's block before any heading is cut",
       "<!-- START doctoc -->\n- [A](#a)\n<!-- END doctoc -->\n\nintro\n\n## A\n## B\n",
       "note 4-5 note\nthread 7-7 note > A\nthread 8-8 note > B\n"},
      {"and one that closes a section, which keeps its own words",
       "# T\n\n## Summary\nfour words are said\n\n<!-- TOC depthFrom:2 -->\n- [A](#a)\n- [B](#b)\n"
       "- [C](#c)\n- [D](#d)\n<!-- /TOC -->\n\n## A\n",
       "note 1-1 T\nthread 3-4 T > Summary\nthread 13-13 T > A\n"},
      {"but a section of nothing else is left out",
       "# T\n\n## Map\n\n<!-- TOC -->\n- [A](#a)\n- [B](#b)\n- [C](#c)\n- [D](#d)\n<!-- /TOC "
       "-->\n\n"
       "## A\n## D\n",
       "note 1-1 T\nthread 12-12 T > A\nthread 13-13 T > D\n"},
      {"and so is one that ends the text above the first thread",
       "# T\n\nintro\n\n<!-- toc -->\n- [A](#a)\n<!-- tocstop -->\n\n## A\n",
       "note 1-3 T\nthread 9-9 T > A\n"},
  });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
