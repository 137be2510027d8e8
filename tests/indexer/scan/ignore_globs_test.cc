// SPDX-License-Identifier: GPL-2.0-or-later
// The globs of ignore rules.
#include <string>

#include <boost/test/unit_test.hpp>

#include "indexer/scan/ignore_scope.h"
#include "tests/support/hostile_text.h"

namespace {

struct Row {
  std::string glob;
  std::string name;
  bool matches;
};

bool ignores(const std::string& glob, const std::string& name) {
  const notes::IgnoreRules rules(std::vector<std::string>{glob});
  return rules.verdict(name, notes::EntryKind::file) == notes::Verdict::ignored;
}

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT("glob " << row.glob << " name " << row.name) {
      BOOST_TEST(ignores(row.glob, row.name) == row.matches);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ignore_globs)

BOOST_AUTO_TEST_CASE(stars_and_question_marks_match_bytes) {
  check({{"*", "note.md", true},
         {"*.md", "note.md", true},
         {"*.md", "note.mdx", false},
         {"*a*b", "xaybzb", true},
         {"*a*b", "xbya", false},
         {"a**b", "ab", true},
         {"?.md", "a.md", true},
         {"?.md", ".md", false},
         {"?", "\xC3\xA9", false},
         {"??", "\xC3\xA9", true},
         {"*.md", "\xFF\xFE.md", true},
         {"Note", "note", false}});
}

BOOST_AUTO_TEST_CASE(a_backslash_makes_the_next_byte_a_literal) {
  check({{"\\*", "*", true},
         {"\\*", "a", false},
         {"\\a", "a", true},
         {"\\\\", "\\", true},
         {"a\\", "a", false},
         {"a\\", "a\\", false}});
}

BOOST_AUTO_TEST_CASE(brackets_match_bytes_ranges_and_named_classes) {
  check({{"[abc]", "b", true},
         {"[abc]", "d", false},
         {"[a-c]", "b", true},
         {"[c-a]", "b", false},
         {"[!a-c]", "b", false},
         {"[!a-c]", "x", true},
         {"[^a]", "b", true},
         {"[a-]", "-", true},
         {"[-a]", "-", true},
         {"[]a]", "]", true},
         {"[!]a]", "b", true},
         {"[!]a]", "]", false},
         {"[\\]a]", "]", true},
         {"[\\a-c]", "b", true},
         {"[[:digit:]]", "7", true},
         {"[[:digit:]]", "x", false},
         {"[![:digit:]x]", "y", true},
         {"[[:upper:][:digit:]]*", "INT2", true},
         {"[[:alpha:]]", "\xE9", false},
         {"[[:nonsense:]]", "n", false},
         {"[[:]", ":", true},
         {"[[:]", "[", true},
         {"draft-[0-9][0-9].md", "draft-07.md", true}});
}

BOOST_AUTO_TEST_CASE(an_open_bracket_matches_nothing) {
  check({{"[abc", "a", false}, {"[]", "]", false}, {"[a\\", "a", false}});
}

BOOST_AUTO_TEST_CASE(many_stars_are_tried_one_after_another, *notes::kMustEnd) {
  std::string stars;
  for (int count = 0; count < 1000; ++count) stars += "*a";
  const std::string name(4000, 'a');
  BOOST_TEST(!ignores(stars + "b", name));
}

BOOST_AUTO_TEST_SUITE_END()
