// SPDX-License-Identifier: GPL-2.0-or-later
// Outliners indent the list below a heading by a tab, which makes it code for CommonMark.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes {

// The text with a blank for the first tab of each line of such a list, so that the parser reads a
// list where all bytes stand where they stood. Nothing when there is none. Code indented by spaces,
// below a blank line, or without the mark of a list in its first line stays code.
std::optional<std::string> with_lists_below_headings(std::string_view text);

}  // namespace notes
