// SPDX-License-Identifier: GPL-2.0-or-later
// Finds what somebody probably meant to type.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace notes {

// Insertions, deletions, replacements and swaps of neighbours, each counting one.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The word that begins with `typed`, or else the nearest one within a third of its length; empty
// when none is near. The first wins on a tie.
std::string nearest_word(std::string_view typed, std::span<const std::string> words);

}  // namespace notes
