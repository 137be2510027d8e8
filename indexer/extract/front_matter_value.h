// SPDX-License-Identifier: GPL-2.0-or-later
// Values of front matter as YAML and JSON write them: quotes, escapes, comments, `[lists]` and
// `{maps}`. Lenient: what is not closed is taken as it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

// "'it''s'" gives "it's", and "\"a \\\"b\\\"\"" gives "a \"b\"". Valid UTF-8 without blanks around.
std::string unquoted(std::string_view value);

// Without the ` # comment` after it. "#a" is not a comment but a tag.
std::string_view without_comment(std::string_view value);

bool opens_flow(std::string_view value);  // a [list] or a {map}; "[[page]]" opens none

// Where the quoted text, list or map that opens `value` ends; 0 if nothing closes it.
std::size_t end_of_flow(std::string_view value);

// The items of "[a, 'b, c', [[d]]]" or "{a: 1}" as they are written; none of them is blank. The
// closing bracket may be missing.
std::vector<std::string_view> flow_items(std::string_view value);

}  // namespace notes
