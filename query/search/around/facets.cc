// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the values of fields in the sections that match a query.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

#include "common/index/open_index.h"
#include "common/index/place.h"
#include "common/text/label.h"
#include "query/search/around/around.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/query_compiler.h"
#include "query/search/match/query_plan.h"
#include "query/search/match/text_check.h"

namespace notes {
namespace {

struct FacetRow {
  std::string_view name;
  FacetValues::Texts FacetValues::*values;
};

constexpr std::array<FacetRow, 5> kFacets{{
    {kTagsFacet, &FacetValues::tags},
    {kNamesFacet, &FacetValues::names},
    {"year", &FacetValues::year},
    {"site", &FacetValues::sites},
    {"level", &FacetValues::level},
}};

class Counter {
 public:
  explicit Counter(const FacetRow& row) : row_(row) {}

  void count(const FacetValues& values, std::uint64_t sections) {
    for (const std::string_view value : values.*row_.values)
      counts_[std::string(value)] += sections;
  }

  Facet facet() const {
    std::map<std::string, Spellings> by_label;
    for (const auto& [value, count] : counts_) by_label[fold_label(value)][value] = count;
    by_label.erase("");
    Facet facet{row_.name, {}, by_label.size()};
    for (const auto& [folded, spellings] : by_label) {
      ValueCount total{
          std::ranges::max_element(spellings, {}, &Spellings::value_type::second)->first};
      for (const auto& [value, count] : spellings) total.count += count;
      facet.values.push_back(std::move(total));
    }
    std::ranges::stable_sort(facet.values, std::greater<>(), &ValueCount::count);
    return facet;
  }

 private:
  using Spellings = std::map<std::string, std::uint64_t>;

  const FacetRow& row_;
  std::unordered_map<std::string, std::uint64_t> counts_;
};

// Remembers the hashes of strings that mostly differ. A std::set would take longer than all else.
class SeenStrings {
 public:
  explicit SeenStrings(std::size_t most) : hashes_(2 * most + 1) {}

  // Returns whether it is new.
  bool insert(std::string_view text) {
    const std::size_t hash = std::max<std::size_t>(1, std::hash<std::string_view>()(text));
    std::size_t at = hash % hashes_.size();
    while (hashes_[at] != 0 && hashes_[at] != hash) at = (at + 1) % hashes_.size();
    return std::exchange(hashes_[at], hash) != hash;
  }

 private:
  std::vector<std::size_t> hashes_;  // 0 = free
};

// Use the first stage that finds something.
std::vector<Stage> stages_of(const ParsedQuery& parsed, SearchRequest request,
                             const SearchIndex& in) {
  if (!parsed.root) return {{"all sections", Xapian::Query::MatchAll}};
  request.sort = SortOrder::newest;  // this leaves out the stage for whole titles
  return plan_query(parsed, read_words(parsed, request.synonyms, in), request, in).stages;
}

// How many sections have the same values. Many do: those of one note differ little.
using SectionsByValues = std::unordered_map<std::string, std::uint64_t>;

// Counts the matching sections, and only the first of several twins.
SectionsByValues count_alike(const OpenIndex& index, const ParsedQuery& parsed,
                             const SearchRequest& request) {
  Analyzer analyzer(index.settings.language);
  const SearchIndex in{index, analyzer};
  const TextCheck check(parsed, in);
  SectionsByValues alike;
  for (const Stage& stage : stages_of(parsed, request, in)) {
    SlotReader twins(in.database, slot::twin);
    SlotReader facets(in.database, slot::facets);
    const auto matches = all_matches(stage.query, in.database);
    SeenStrings seen(matches.size());
    for (const Xapian::docid docid : matches) {
      const std::string twin = twins.value_of(docid);
      if (!twin.empty() && !seen.insert(twin)) continue;
      if (!check.empty() && !check.passes(docid, stage.matched)) continue;
      ++alike[facets.value_of(docid)];
    }
    if (!alike.empty()) break;
  }
  return alike;
}

Facet labels_of(const OpenIndex& index, std::string_view name, FieldId id) {
  Facet facet{name, {}};
  for (Label& label : find_labels(index.database, field(id), ""))
    if (!label.without_marks) facet.values.push_back({std::move(label.written), label.sections});
  std::ranges::stable_sort(facet.values, std::greater<>(), &ValueCount::count);
  facet.distinct = facet.values.size();
  return facet;
}

}  // namespace

std::vector<std::string_view> facet_names() {
  std::vector<std::string_view> names;
  for (const FacetRow& row : kFacets) names.push_back(row.name);
  return names;
}

FacetCounts count_facets(const OpenIndex& index, const ParsedQuery& parsed,
                         const SearchRequest& request, std::span<const std::string_view> names) {
  if (!parsed.root && std::ranges::equal(names, std::array{kTagsFacet, kNamesFacet}))
    return count_labels(index);
  std::vector<Counter> counters;
  for (const std::string_view name : names)
    if (const auto* row = std::ranges::find(kFacets, name, &FacetRow::name); row != kFacets.end())
      counters.emplace_back(*row);
  FacetCounts counts;
  FacetValues values;
  for (const auto& [bytes, sections] : count_alike(index, parsed, request)) {
    counts.sections += sections;
    read_facet_values(bytes, values);
    for (Counter& counter : counters) counter.count(values, sections);
  }
  for (const Counter& counter : counters) counts.facets.push_back(counter.facet());
  return counts;
}

FacetCounts count_labels(const OpenIndex& index) {
  return {
      index.database.get_doccount(),
      {labels_of(index, kTagsFacet, FieldId::tag), labels_of(index, kNamesFacet, FieldId::name)}};
}

}  // namespace notes
