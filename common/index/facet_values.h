// SPDX-License-Identifier: GPL-2.0-or-later
// What facets count of a section, as the value in slot::facets: whoever counts thousands of
// sections reads none of their documents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"

namespace notes {

namespace slot {
inline constexpr std::uint32_t facets = 5;  // beside those in schema.h
}

struct FacetValues {
  using Texts = std::vector<std::string_view>;  // into the bytes that were read
  Texts tags;
  Texts names;
  Texts year;   // "2024", or none
  Texts sites;  // hosts of its links
  Texts level;
};

std::string pack_facet_values(const Section& section);

// Replaces `values` by what `bytes` say. Throws Error (damaged_index).
void read_facet_values(std::string_view bytes, FacetValues& values);

}  // namespace notes
