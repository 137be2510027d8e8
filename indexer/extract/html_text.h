// SPDX-License-Identifier: GPL-2.0-or-later
// The few things worth knowing about raw HTML in a note. Not an HTML parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes {

// How many <details> a piece of HTML leaves open (negative: closes), not counting comments.
int opened_details(std::string_view html);

// The text of the first <h1>…</h1>.
std::optional<std::string> first_html_heading(std::string_view html);

}  // namespace notes
