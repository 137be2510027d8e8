// SPDX-License-Identifier: GPL-2.0-or-later
// How many columns a text takes on a terminal. Follows what terminals agree on: CJK and emoji take
// two columns, combining marks none, and a joined emoji (a family, a flag) is one picture.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes {

// What a reader sees as one character: a base and everything that combines with it.
struct Cluster {
  std::size_t bytes = 0;
  std::size_t columns = 0;  // 0, 1 or 2
};

// `at` is less than the size of `text`. Never cuts into the middle of a code point.
Cluster cluster_at(std::string_view text, std::size_t at);

std::size_t display_width(std::string_view text);

}  // namespace notes
