// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_rows.h"

#include <boost/test/unit_test.hpp>

namespace notes::test {
namespace {

std::string list(const std::string& name, const std::vector<QueryNode>& children) {
  std::string text = "(" + name;
  for (const QueryNode& child : children) text += " " + tree_text(child);
  return text + ")";
}

std::string condition_text(const Condition& condition) {
  const std::string quote = condition.quoted ? "\"" : "";
  return "{" + std::string(field(condition.field).name) + " " + quote + condition.text +
         (condition.begins ? "*" : "") + quote + "}";
}

std::string reading_text(const ParsedQuery& parsed) {
  return std::string(reading_name(parsed.reading)) + ": " + parsed.reading_reason;
}

void check(const std::vector<QueryRow>& rows) {
  for (const QueryRow& row : rows) {
    BOOST_TEST_CONTEXT("query " << row.query) {
      const ParsedQuery parsed = parse_query(row.query, kToday);
      BOOST_TEST(parsed.typed == row.query);
      BOOST_TEST((parsed.root ? tree_text(*parsed.root) : "") == row.tree);
      BOOST_TEST(reading_text(parsed) == row.reading);
      BOOST_TEST(parsed.notes == row.notes, boost::test_tools::per_element());
    }
  }
}

}  // namespace

std::string tree_text(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::word:
      return node.text;
    case NodeKind::phrase:
      return "\"" + node.text + "\"";
    case NodeKind::prefix:
      return node.text + "~*";
    case NodeKind::regex:
      return "/" + node.text + "/";
    case NodeKind::near:
      return list("near/" + std::to_string(node.distance), node.children);
    case NodeKind::condition:
      return condition_text(*node.condition);
    case NodeKind::all:
      return list("all", node.children);
    case NodeKind::any:
      return list("any", node.children);
    case NodeKind::exclude:
      return list("not", node.children);
  }
  return {};
}

std::vector<QueryRow> all_rows() {
  std::vector<QueryRow> rows;
  for (const auto* part :
       {&word_rows(), &operator_rows(), &field_rows(), &sentence_rows(), &half_typed_rows()})
    rows.insert(rows.end(), part->begin(), part->end());
  return rows;
}

BOOST_AUTO_TEST_SUITE(query_parser)

BOOST_AUTO_TEST_CASE(reads_words_as_typed_without_the_punctuation_of_sentences) {
  check(word_rows());
}

BOOST_AUTO_TEST_CASE(obeys_operators_in_capitals_between_operands) {
  check(operator_rows());
}

BOOST_AUTO_TEST_CASE(reads_fields_and_leaves_unknown_ones_as_words) {
  check(field_rows());
}

BOOST_AUTO_TEST_CASE(reads_questions_and_sentences_as_plain_text) {
  check(sentence_rows());
}

BOOST_AUTO_TEST_CASE(reads_what_is_still_being_typed_and_says_how) {
  check(half_typed_rows());
}

BOOST_AUTO_TEST_CASE(remembers_where_each_part_was_typed) {
  const ParsedQuery parsed = parse_query("  routing, -tag:ml (\"a b\" OR pre*)", kToday);
  const QueryNode& root = *parsed.root;
  BOOST_TEST((root.typed == ByteRange{2, 34}));
  BOOST_TEST((root.children[0].typed == ByteRange{2, 9}));
  BOOST_TEST((root.children[1].typed == ByteRange{11, 18}));
  BOOST_TEST((root.children[1].children[0].typed == ByteRange{12, 18}));
  BOOST_TEST((root.children[2].typed == ByteRange{19, 34}));
  BOOST_TEST((root.children[2].children[0].typed == ByteRange{20, 25}));
  BOOST_TEST((root.children[2].children[1].typed == ByteRange{29, 33}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes::test
