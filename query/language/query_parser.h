// SPDX-License-Identifier: GPL-2.0-or-later
// Parses a query as people type it, even half-typed. Only an invalid field value or regular
// expression is an error. See man/notes-query-syntax.7 for the grammar.
#pragma once

#include <string>
#include <string_view>

#include "query/language/query_node.h"

namespace notes {

// Throws Error (ExitCode::failure) for a bad field value or regular expression: its text shows the
// query with a caret under the fault, its hint an example. Relative dates count from `today`.
ParsedQuery parse_query(std::string_view typed, CivilDay today, Typing typing = Typing::may_go_on);

// Writes the tree as a query, with every group in parentheses. It parses back to an equal tree
// unless it is longer than kLongestQuery.
std::string to_query_text(const QueryNode& node);

// Whether `word` usually has no content of its own ("the", "how"). Case-insensitive.
bool is_stop_word(std::string_view word);

// Decides how to match the query, and says why. Marks its stop words.
void choose_reading(const std::vector<std::string_view>& operators, bool asks, ParsedQuery& parsed);

}  // namespace notes
