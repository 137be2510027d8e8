// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for every query: nothing but Error is thrown, the text of a tree parses back to it,
// and hostile input costs no more than honest input.
#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "query_rows.h"
#include "tests/support/hostile_text.h"
#include "tests/support/same_tree.h"

namespace notes::test {
namespace {

void check_round_trip(const std::string& query) {
  BOOST_TEST_CONTEXT("query " << query) {
    const ParsedQuery parsed = parse_query(query, kToday);
    if (!parsed.root) return;
    const std::string text = to_query_text(*parsed.root);
    const ParsedQuery again = parse_query(text, kToday);
    BOOST_TEST_REQUIRE(again.root.has_value());
    BOOST_TEST(same_tree(*parsed.root, *again.root));
    BOOST_TEST(tree_text(*again.root) == tree_text(*parsed.root));
  }
}

int depth_of(const QueryNode& node) {
  int deepest = 0;
  for (const QueryNode& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

// The result of a huge query is not huge: no depth, no flood of notes, no endless message.
void check_is_small(const std::string& query) {
  try {
    const ParsedQuery parsed = parse_query(query, kToday);
    BOOST_TEST(parsed.notes.size() <= 12U);
    BOOST_TEST((parsed.root ? depth_of(*parsed.root) : 0) < 200);
  } catch (const Error& error) {
    BOOST_TEST(error.text().size() < 500U);
  }
}

const std::vector<std::string> kHostile{
    "(",        ")",      "\"",       "-",     "-(",    "NOT ",        "NOT (",   "NOT -(",
    "OR ",      "a OR (", "a (b OR ", "tag:",  "tag:(", "-tag:(a OR ", "a NEAR ", "re:/",
    "a(b",      "a(",     "(a)",      "a\" ",  "a.",    "a*",          "'-",      "\xE4",
    "\xF0\x9F", "a b(\"", "?",        "**",    "*,**",  "a OR b (",    "\" \"a ", "x:\"",
    "e.g.",     "\u3000", "-\"a\"",   "date:", "..",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(query_properties)

BOOST_AUTO_TEST_CASE(the_text_of_a_tree_parses_back_to_it) {
  for (const QueryRow& row : all_rows()) check_round_trip(row.query);
}

BOOST_AUTO_TEST_CASE(every_start_of_a_query_can_be_read_while_it_is_typed) {
  for (const QueryRow& row : all_rows()) {
    for (std::size_t size = 0; size < row.query.size(); ++size) {
      try {
        check_round_trip(row.query.substr(0, size));
      } catch (const Error& error) {
        BOOST_TEST_CONTEXT(row.query.substr(0, size)) {
          BOOST_TEST(!error.hint().empty());
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(starts_without_a_typed_value_never_fail) {
  for (const auto* rows : {&word_rows(), &operator_rows(), &sentence_rows()})
    for (const QueryRow& row : *rows)
      for (std::size_t size = 0; size < row.query.size(); ++size)
        BOOST_CHECK_NO_THROW(parse_query(row.query.substr(0, size), kToday));
}

BOOST_AUTO_TEST_CASE(any_two_pieces_glued_together_read_back) {
  for (const std::string& first : kHostile)
    for (const std::string& second : kHostile) try {
        check_round_trip(first + second + "x y OR z" + first);
      } catch (const Error& error) {
        BOOST_TEST(!error.text().empty());
      }
}

BOOST_AUTO_TEST_CASE(a_query_beyond_the_limits_is_read_without_deep_nesting, *kMustEnd) {
  for (const std::string& piece : kHostile) {
    BOOST_TEST_CONTEXT("piece " << piece) {
      check_is_small(repeated(piece, 100'000));
    }
  }
}

BOOST_AUTO_TEST_CASE(says_what_it_left_out_of_a_query_that_is_too_long) {
  const ParsedQuery parsed = parse_query(repeated("word ", 70000), kToday);
  BOOST_TEST(parsed.root->children.size() == 820U);
  BOOST_TEST(
      parsed.notes ==
          std::vector<std::string>{"the query is longer than 4096 bytes; the rest is ignored"},
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(reads_parentheses_deeper_than_fifty_as_text) {
  const ParsedQuery parsed = parse_query(repeated("a OR b (", 60 * 8), kToday);
  BOOST_TEST(parsed.notes ==
                 (std::vector<std::string>{
                     "60 parentheses, the first at column 8, are not closed; read to the end",
                     "parentheses nested deeper than 50 are ignored, the first at column 408"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(cuts_a_flood_of_notes_short) {
  const ParsedQuery parsed = parse_query("x" + repeated(" OR AND", 7 * 20) + " y", kToday);
  BOOST_TEST(parsed.notes.size() == 11U);
  BOOST_TEST(parsed.notes.front() == "`AND` at column 6 follows another operator and is ignored");
  BOOST_TEST(parsed.notes.back() == "and 29 more such places");
}

BOOST_AUTO_TEST_CASE(trees_are_compared_in_everything_but_places) {
  const auto tree = [](const std::string& query) { return *parse_query(query, kToday).root; };
  BOOST_TEST(same_tree(tree("a   (b OR c)"), tree("a AND (b OR (c))")));
  for (const std::string other : {"a (c OR b)", "a OR b c", "a (b OR \"c\")", "a (b OR c*)", "a"})
    BOOST_TEST(!same_tree(tree("a (b OR c)"), tree(other)), other);
  BOOST_TEST(!same_tree(tree("a NEAR/2 b"), tree("a NEAR/3 b")));
  BOOST_TEST(!same_tree(tree("date:1w"), tree("date:2w")));
  BOOST_TEST(!same_tree(tree("tag:x"), tree("name:x")));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes::test
