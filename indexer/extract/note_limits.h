// SPDX-License-Identifier: GPL-2.0-or-later
// What a note may hold, so that none takes more than 300 MB of memory (measured on notes of nothing
// else). One that holds more is left out and named.
#pragma once

#include <cstddef>
#include <new>

namespace notes {

inline constexpr std::size_t kMaxBlocks = 1'500'000;  // paragraphs, headings, pieces of code
inline constexpr std::size_t kMaxHeadings = 150'000;
inline constexpr std::size_t kMaxLinks = 250'000;
inline constexpr std::size_t kMaxFrontMatterValues = 250'000;
// All its sections together, with what they inherit: a hundred tags above a hundred thousand
// headings are more than a note is worth.
inline constexpr std::size_t kMaxSectionBytes = 100'000'000;

struct NoteTooLarge : std::bad_alloc {};

inline void require_at_most(std::size_t most, std::size_t count) {
  if (count > most) throw NoteTooLarge();
}

}  // namespace notes
