// SPDX-License-Identifier: GPL-2.0-or-later
// Values of front matter as lists of plain strings: quotes, brackets, commas and comments removed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

// "'a b'" gives "a b"; a comment behind a quoted value is dropped.
std::string unquoted(std::string_view value);

// The items of "[a, 'b, c', [[d]]]"; the closing bracket may be missing.
std::vector<std::string> inline_list(std::string_view value);

// Whether `value` opens an inline list that it does not close.
bool is_open_list(std::string_view value);

}  // namespace notes
