// SPDX-License-Identifier: GPL-2.0-or-later
// How many slips of the fingers make one word of another: letters left out, put in, replaced, or
// swapped with their neighbour.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace notes {

// Optimal string alignment distance to many words, one after the other.
class EditDistance {
 public:
  static constexpr std::size_t kMaxLetters = 40;

  // Of at most kMaxLetters; must outlive this.
  explicit EditDistance(std::u32string_view word) : word_(word) {}

  // More than `limit` as soon as it is known to be.
  std::size_t to(std::u32string_view other, std::size_t limit);

 private:
  // Three rows in turn: this one, the one above, and the one above that for swaps.
  std::size_t fill_row(std::u32string_view other, std::size_t i);

  std::u32string_view word_;
  std::array<std::array<std::size_t, kMaxLetters + 1>, 3> rows_{};
};

}  // namespace notes
