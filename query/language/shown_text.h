// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a query as messages show them: on one line, valid UTF-8, not too long.
#pragma once

#include <string>
#include <string_view>

namespace notes {

struct ShownText {
  std::string text;
  std::size_t columns = 0;  // on a terminal
};

// A blank for every white space and control character.
ShownText show_on_a_line(std::string_view part);

// At most 60 bytes from its begin or end, with an ellipsis where something was left out.
ShownText show_begin(std::string_view part);
ShownText show_end(std::string_view part);

}  // namespace notes
