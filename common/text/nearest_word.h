// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the word that somebody probably meant to type.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace notes {

// The number of insertions, deletions, replacements and swaps of neighbours between one word and
// many others.
class EditDistance {
 public:
  static constexpr std::size_t kMaxLetters = 40;

  // `word` has at most kMaxLetters and must outlive this.
  explicit EditDistance(std::u32string_view word) : word_(word) {}

  // Stops early with a number above `limit`.
  std::size_t to(std::u32string_view other, std::size_t limit);

  // How many of its first letters are within `limit` edits of the start of `other`.
  std::size_t letters_near(std::u32string_view other, std::size_t limit);

 private:
  // Three rows in turn: this one, the one above, and the one above that for swaps.
  std::size_t fill_row(std::u32string_view other, std::size_t i);

  std::u32string_view word_;
  std::array<std::array<std::size_t, kMaxLetters + 1>, 3> rows_{};
};

// The word that starts with `typed`, or else the nearest one within a third of its length; empty if
// none is near. The first of several wins.
std::string nearest_word(std::string_view typed, std::span<const std::string> words);

}  // namespace notes
