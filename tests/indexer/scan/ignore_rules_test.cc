// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "indexer/scan/ignore_scope.h"

using notes::EntryKind;
using notes::IgnoreRules;
using notes::Verdict;

namespace notes {

std::ostream& operator<<(std::ostream& out, Verdict verdict) {
  switch (verdict) {
    case Verdict::undecided:
      return out << "undecided";
    case Verdict::ignored:
      return out << "ignored";
    case Verdict::kept:
      return out << "kept";
  }
  return out;
}

}  // namespace notes

namespace {

struct Row {
  std::string text;  // of the ignore file
  std::string path;  // a folder when it ends in '/'
  Verdict verdict;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT("rules " << row.text << " path " << row.path) {
      const bool is_folder = row.path.ends_with('/');
      const std::string path = row.path.substr(0, row.path.size() - (is_folder ? 1 : 0));
      BOOST_TEST(IgnoreRules(row.text).verdict(
                     path, is_folder ? EntryKind::folder : EntryKind::file) == row.verdict);
    }
  }
}

constexpr Verdict kIgnored = Verdict::ignored;
constexpr Verdict kUndecided = Verdict::undecided;

}  // namespace

BOOST_AUTO_TEST_SUITE(ignore_rules)

BOOST_AUTO_TEST_CASE(a_rule_without_slash_looks_at_names_at_any_depth) {
  check({{"draft.md", "draft.md", kIgnored},
         {"draft.md", "a/b/draft.md", kIgnored},
         {"draft.md", "draft.md/x.md", kUndecided},
         {"draft.md", "my-draft.md", kUndecided},
         {"*.tmp.md", "a/x.tmp.md", kIgnored},
         {"draft.md", "draft.md/", kIgnored}});
}

BOOST_AUTO_TEST_CASE(a_slash_before_the_end_anchors_a_rule) {
  check({{"/draft.md", "draft.md", kIgnored},
         {"/draft.md", "a/draft.md", kUndecided},
         {"a/draft.md", "a/draft.md", kIgnored},
         {"a/draft.md", "b/a/draft.md", kUndecided},
         {"a/*.md", "a/x.md", kIgnored},
         {"a/*.md", "a/b/x.md", kUndecided},
         {"a/*/x.md", "a/b/x.md", kIgnored},
         {"a?b", "a/b", kUndecided},
         {"/", "a", kUndecided}});
}

BOOST_AUTO_TEST_CASE(a_slash_at_the_end_means_folders) {
  check({{"old/", "old/", kIgnored},
         {"old/", "a/old/", kIgnored},
         {"old/", "old", kUndecided},
         {"/old/", "a/old/", kUndecided},
         {"a/old/", "a/old/", kIgnored}});
}

BOOST_AUTO_TEST_CASE(two_stars_match_any_folders) {
  check({{"**/old", "old", kIgnored},
         {"**/old", "a/b/old", kIgnored},
         {"**/a/old", "x/a/old", kIgnored},
         {"**/a/old", "x/b/old", kUndecided},
         {"a/**", "a/x.md", kIgnored},
         {"a/**", "a/b/x.md", kIgnored},
         {"a/**", "a/", kUndecided},
         {"a/**/x.md", "a/x.md", kIgnored},
         {"a/**/x.md", "a/b/c/x.md", kIgnored},
         {"a/**/b/**/x.md", "a/b/c/b/x.md", kIgnored},
         {"a/**/b/**/x.md", "a/c/x.md", kUndecided},
         {"a/***/x.md", "a/b/c/x.md", kIgnored},
         {"a**/x.md", "ab/x.md", kIgnored},
         {"a**/x.md", "ab/c/x.md", kUndecided},
         {"**", "a/b", kIgnored}});
}

BOOST_AUTO_TEST_CASE(the_last_rule_that_matches_decides) {
  check({{"*.md\n!keep.md", "keep.md", Verdict::kept},
         {"*.md\n!keep.md", "x.md", kIgnored},
         {"!keep.md\n*.md", "keep.md", kIgnored},
         {"*.md\n!keep.md\nkeep.md", "keep.md", kIgnored},
         {"!a/keep.md", "a/keep.md", Verdict::kept}});
}

BOOST_AUTO_TEST_CASE(comments_blank_lines_and_escapes_are_read_as_git_reads_them) {
  check({{"# x.md\n\n   \n", "x.md", kUndecided},
         {"#x", "#x", kUndecided},
         {"\\#x", "#x", kIgnored},
         {"\\!x", "!x", kIgnored},
         {"!", "!", kUndecided},
         {"x  ", "x", kIgnored},
         {"x\\ ", "x ", kIgnored},
         {"x\\  ", "x ", kIgnored},
         {"x\t", "x", kUndecided},
         {" x", "x", kUndecided},
         {" x", " x", kIgnored},
         {"x\r\ny\r\n", "x", kIgnored},
         {"x\r\ny\r\n", "y", kIgnored},
         {"\xEF\xBB\xBFx", "x", kIgnored},
         {"x#y", "x#y", kIgnored},
         {"x", "\xFFx", kUndecided}});
}

BOOST_AUTO_TEST_CASE(globs_of_the_command_line_are_rules_too) {
  const IgnoreRules rules(std::vector<std::string>{"drafts/", "#x", "!#x/y", ""});
  BOOST_TEST(rules.verdict("a/drafts", EntryKind::folder) == kIgnored);
  BOOST_TEST(rules.verdict("drafts", EntryKind::file) == kUndecided);
  BOOST_TEST(rules.verdict("#x", EntryKind::file) == kIgnored);
  BOOST_TEST(rules.verdict("#x/y", EntryKind::file) == Verdict::kept);
}

BOOST_AUTO_TEST_CASE(a_file_without_rules_is_empty) {
  BOOST_TEST(IgnoreRules().empty());
  BOOST_TEST(IgnoreRules(std::string_view("# nothing\n\n/\n!\n")).empty());
  BOOST_TEST(!IgnoreRules(std::string_view("x")).empty());
}

BOOST_AUTO_TEST_SUITE_END()
