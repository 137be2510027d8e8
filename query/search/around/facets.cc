// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the values of fields in the sections that match a query.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

#include "common/index/document_terms.h"
#include "common/index/open_index.h"
#include "common/text/label.h"
#include "query/search/around/around.h"
#include "query/search/match/matching.h"
#include "query/search/match/query_compiler.h"

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

// The most frequent first.
Facet sorted_facet(std::string_view name, std::vector<ValueCount> values) {
  std::ranges::stable_sort(values, std::greater<>(), &ValueCount::count);
  const std::size_t distinct = values.size();
  return {name, std::move(values), distinct};
}

using Counts = std::unordered_map<std::string, std::uint64_t>;  // of sections

// Counts all spellings of a value as its most frequent one.
std::vector<ValueCount> values_of(const Counts& counts) {
  using Counted = std::pair<const std::string, std::uint64_t>;
  std::map<std::string, std::map<std::string, std::uint64_t>> by_label;
  for (const auto& [value, count] : counts) by_label[fold_label(value)][value] = count;
  by_label.erase("");
  std::vector<ValueCount> values;
  for (const auto& [folded, spellings] : by_label) {
    ValueCount total{std::ranges::max_element(spellings, {}, &Counted::second)->first};
    for (const auto& [value, count] : spellings) total.count += count;
    values.push_back(std::move(total));
  }
  return values;
}

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

// Counts the matching sections, and only the first of several twins, by their values. Many have the
// same: those of one note differ little.
Counts count_alike(const OpenIndex& index, const ParsedQuery& parsed,
                   const SearchRequest& request) {
  Analyzer analyzer(index.settings.language);
  const SearchIndex in{index, analyzer};
  const TextCheck check(parsed, in);
  Counts alike;
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
  std::vector<ValueCount> values;
  for (Label& label : find_labels(index.database, field(id), ""))
    if (!label.without_marks) values.push_back({std::move(label.written), label.sections});
  return sorted_facet(name, std::move(values));
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
  std::vector<std::pair<const FacetRow*, Counts>> counted;
  for (const std::string_view name : names)
    if (const auto* row = std::ranges::find(kFacets, name, &FacetRow::name); row != kFacets.end())
      counted.emplace_back(row, Counts());
  FacetCounts counts;
  FacetValues values;
  for (const auto& [bytes, sections] : count_alike(index, parsed, request)) {
    counts.sections += sections;
    read_facet_values(bytes, values);
    for (auto& [row, of_values] : counted)
      for (const std::string_view value : values.*row->values)
        of_values[std::string(value)] += sections;
  }
  for (const auto& [row, of_values] : counted)
    counts.facets.push_back(sorted_facet(row->name, values_of(of_values)));
  return counts;
}

FacetCounts count_labels(const OpenIndex& index) {
  return {
      index.database.get_doccount(),
      {labels_of(index, kTagsFacet, FieldId::tag), labels_of(index, kNamesFacet, FieldId::name)}};
}

}  // namespace notes
