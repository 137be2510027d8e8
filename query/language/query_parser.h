// SPDX-License-Identifier: GPL-2.0-or-later
// Reads what people type, and never fails on a half-typed query. The grammar stands in
// man/notes-query-syntax.7; the parser is total but for values a field cannot take.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "query/language/query_node.h"

namespace notes {

// How much of a query stands there. In one that may go on, an unfinished value at the very end is
// left out. In a partial one the last word, value or quote is only the start of what is meant.
enum class Typing : std::uint8_t { may_go_on, finished, partial };

// Throws Error (ExitCode::failure) for a bad field value or regular expression: the text shows the
// query and a caret under the column, the hint an example. `today` is what relative dates count
// from.
ParsedQuery parse_query(std::string_view typed, CivilDay today, Typing typing = Typing::may_go_on);

// The tree in the query language, every group in parentheses; parses back to an equal tree (see
// same_tree) as long as it is no longer than a query may be, 4 KiB.
std::string to_query_text(const QueryNode& node);

// Whether a word as a rule only holds a sentence together ("the", "how"). Case-insensitive.
bool is_stop_word(std::string_view word);

// Sets QueryNode::stop_word where the words around do not make it a name: US visa, vitamin A.
void mark_stop_words(QueryNode& root);

}  // namespace notes
