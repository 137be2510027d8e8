// SPDX-License-Identifier: GPL-2.0-or-later
// What the words of the titles above a section weigh in its document. Shared, because a reader
// tells by it which words stand in the section's own text: those that count more than their titles
// give.
#pragma once

#include <cstddef>
#include <cstdint>

namespace notes {

// `depth` of the title in the section's breadcrumb: 0 is the note. Measured; a word of the own text
// counts 1.
constexpr std::uint32_t inherited_wdf(std::size_t depth) {
  return depth == 0 ? 1 : 2;
}

}  // namespace notes
