// SPDX-License-Identifier: GPL-2.0-or-later
// Values of front matter in YAML and JSON: quotes, escapes, comments, `[lists]` and `{maps}`.
// Lenient: what is not closed is used as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

// "'it''s'" gives "it's", and "\"a \\\"b\\\"\"" gives "a \"b\"". Valid UTF-8 without blanks around.
std::string unquoted(std::string_view value);

// Without the ` # comment` after it. "#a" is not a comment but a tag.
std::string_view without_comment(std::string_view value);

bool opens_quote(std::string_view value);
bool opens_flow(std::string_view value);  // a [list] or a {map}, but not "[[page]]"

// The end of the quoted text, list or map at the start of `value`; 0 if it is not closed.
std::size_t end_of_flow(std::string_view value);

// The items of "[a, 'b, c', [[d]]]" or "{a: 1}" as written, without blank ones. The closing bracket
// may be missing.
std::vector<std::string_view> flow_items(std::string_view value);

}  // namespace notes
