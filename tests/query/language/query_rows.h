// SPDX-License-Identifier: GPL-2.0-or-later
// Queries and how they are to be read: what the parser tests check row by row, and what the
// property tests cut into half-typed prefixes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/language/query_parser.h"

namespace notes::test {

inline constexpr CivilDay kToday{2024, 3, 1};  // a Friday

// The tree with the kind of each node in view: (all a "b c" pre~* /re/ (near/5 x y) {tag ml}).
std::string tree_text(const QueryNode& node);

struct QueryRow {
  std::string query;
  std::string tree;     // tree_text; empty for a query that asks for nothing
  std::string reading;  // "words: 2 content words"
  std::vector<std::string> notes = {};
};

// By subject.
const std::vector<QueryRow>& word_rows();
const std::vector<QueryRow>& operator_rows();
const std::vector<QueryRow>& field_rows();
const std::vector<QueryRow>& sentence_rows();
const std::vector<QueryRow>& half_typed_rows();

std::vector<QueryRow> all_rows();

}  // namespace notes::test
