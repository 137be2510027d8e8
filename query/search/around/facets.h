// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the values of fields in the sections that match a query.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/search_request.h"

namespace notes {

struct OpenIndex;

inline constexpr std::string_view kTagsFacet = "tags";
inline constexpr std::string_view kNamesFacet = "names";

struct ValueCount {
  std::string value;        // in its most frequent spelling
  std::uint64_t count = 0;  // sections
};

struct Facet {
  std::string_view name;           // as in the table of facets
  std::vector<ValueCount> values;  // most frequent first, then by value
  std::size_t distinct = 0;        // number of different values, including those cut off
};

struct FacetCounts {
  std::uint64_t sections = 0;  // that match
  std::vector<Facet> facets;   // in the order requested
};

// Names of all facets: "tags", "names", "year", "site", "level".
std::vector<std::string_view> facet_names();

// Counts sections that have every word and meet every condition of the query; all sections if the
// query is blank. The same text in two places counts once. `names` are names from the table.
FacetCounts count_facets(const OpenIndex& index, const ParsedQuery& parsed,
                         const SearchRequest& request, std::span<const std::string_view> names);

// Tags and names of all sections. Reads only the counts in the index, so the same text in two
// places counts twice.
FacetCounts count_labels(const OpenIndex& index);

}  // namespace notes
