// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the values of fields on the sections that a query matches.
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
  std::string value;        // as it is written most often
  std::uint64_t count = 0;  // sections
};

struct Facet {
  std::string_view name;           // in the table of facets
  std::vector<ValueCount> values;  // most frequent first, equal ones by value
  std::size_t distinct = 0;        // how many values there are, those cut off included
};

struct FacetCounts {
  std::uint64_t sections = 0;  // that match
  std::vector<Facet> facets;   // as asked for
};

// Names of all facets: "tags", "names", "year", "site", "level".
std::vector<std::string_view> facet_names();

// Over the sections that hold every word and meet every condition of the query, all sections for
// a blank one; the same text in two places counts once. `names` are of the table.
FacetCounts count_facets(const OpenIndex& index, const ParsedQuery& parsed,
                         const SearchRequest& request, std::span<const std::string_view> names);

// Tags and names of all sections. The index knows how many have each without looking at any: the
// same text in two places counts twice.
FacetCounts count_labels(const OpenIndex& index);

}  // namespace notes
