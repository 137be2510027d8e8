// SPDX-License-Identifier: GPL-2.0-or-later
// Prepares parts of a query for messages: on one line, valid UTF-8, not too long.
#pragma once

#include <string>
#include <string_view>

namespace notes {

struct ShownText {
  std::string text;
  std::size_t columns = 0;  // on a terminal
};

// Replaces white space and control characters with blanks.
ShownText show_on_a_line(std::string_view part);

// The first or last 60 bytes, with an ellipsis where text was cut.
ShownText show_begin(std::string_view part);
ShownText show_end(std::string_view part);

}  // namespace notes
