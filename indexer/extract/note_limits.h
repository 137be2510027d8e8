// SPDX-License-Identifier: GPL-2.0-or-later
// Limits for a note, so that none takes more than 300 MB of memory (measured on notes made of one
// thing only). A note above a limit is named and left out.
#pragma once

#include <cstddef>
#include <new>

namespace notes {

inline constexpr std::size_t kMaxBlocks = 1'500'000;  // paragraphs, headings, pieces of code
inline constexpr std::size_t kMaxHeadings = 150'000;
inline constexpr std::size_t kMaxLinks = 500'000;  // to addresses and to notes
inline constexpr std::size_t kMaxFrontMatterValues = 250'000;
// For all its sections together, including what they inherit: a hundred tags above a hundred
// thousand headings would take too much.
inline constexpr std::size_t kMaxSectionBytes = 100'000'000;

struct NoteTooLarge : std::bad_alloc {};

inline void require_at_most(std::size_t most, std::size_t count) {
  if (count > most) throw NoteTooLarge();
}

}  // namespace notes
