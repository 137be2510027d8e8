// SPDX-License-Identifier: GPL-2.0-or-later
// Checks the regular expression of re:/x/ (ECMAScript, as std::regex reads it). Matching is
// query/search's job.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes {

// What is wrong with it, as "a parenthesis is not closed"; nothing when it can be used.
std::optional<std::string> find_regex_fault(std::string_view pattern);

}  // namespace notes
