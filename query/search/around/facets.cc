// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/around/facets.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/index/facet_values.h"
#include "common/index/open_index.h"
#include "common/section_codec.h"
#include "common/text/label.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/query_plan.h"
#include "query/search/match/text_check.h"
#include "query/search/words/labels.h"

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

// Finds a text without making a string of it.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// Spellings that a query takes for the same label count together.
class Counter {
 public:
  explicit Counter(const FacetRow& row) : row_(row) {}

  void count(const FacetValues& values) {
    for (const std::string_view value : values.*row_.values) {
      const auto known = counts_.find(value);
      if (known != counts_.end())
        ++known->second;
      else
        counts_.emplace(value, 1);
    }
  }

  Facet facet() const {
    std::map<std::string, Spellings> by_label;
    for (const auto& [value, count] : counts_) by_label[fold_label(value)][value] = count;
    by_label.erase("");
    Facet facet{row_.name, {}, by_label.size()};
    for (const auto& [folded, spellings] : by_label) facet.values.push_back(sum(spellings));
    std::ranges::stable_sort(facet.values, std::greater<>(), &ValueCount::count);
    return facet;
  }

 private:
  using Spellings = std::map<std::string, std::uint64_t>;

  static ValueCount sum(const Spellings& spellings) {
    ValueCount total;
    std::uint64_t most = 0;
    for (const auto& [value, count] : spellings) {
      total.count += count;
      if (count <= most) continue;
      most = count;
      total.value = value;
    }
    return total;
  }

  const FacetRow& row_;
  std::unordered_map<std::string, std::uint64_t, TextHash, std::equal_to<>> counts_;
};

class Matches {
 public:
  Matches(const OpenIndex& index, const ParsedQuery& parsed, const SearchRequest& request)
      : index_(index),
        parsed_(parsed),
        request_(request),
        analyzer_(index.settings.language),
        check_(find_text_check(parsed, analyzer_)) {}

  template <class Visit>
  void visit(Visit visit_values);

 private:
  std::vector<Stage> stages();
  bool passes_check(Xapian::docid docid, Matched matched);

  const OpenIndex& index_;
  const ParsedQuery& parsed_;
  const SearchRequest& request_;
  Analyzer analyzer_;
  std::optional<TextCheck> check_;
};

// Tried in order until one finds something.
std::vector<Stage> Matches::stages() {
  if (!parsed_.root) return {{"all sections", Xapian::Query::MatchAll}};
  const CompileContext context{analyzer_, index_.database};
  SearchRequest request = request_;
  request.sort = SortOrder::newest;  // whole titles are no stage of their own
  return plan_query(parsed_, read_words(parsed_, request.synonyms, context), request, context)
      .stages;
}

bool Matches::passes_check(Xapian::docid docid, Matched matched) {
  if (!check_) return true;
  const auto stored = unpack_section(index_.database.get_document(docid).get_data());
  return passes(*check_, stored.section, matched, {index_, analyzer_});
}

template <class Visit>
void Matches::visit(Visit visit_values) {
  FacetValues values;
  for (const Stage& stage : stages()) {
    SlotReader twins(index_.database, slot::twin);
    SlotReader facets(index_.database, slot::facets);
    std::unordered_set<std::string> seen;
    bool is_any = false;
    for (const Xapian::docid docid : all_matches(stage.query, index_.database)) {
      std::string twin = twins.value_of(docid);
      if (!twin.empty() && !seen.insert(std::move(twin)).second) continue;
      if (!passes_check(docid, stage.matched)) continue;
      const std::string bytes = facets.value_of(docid);
      read_facet_values(bytes, values);
      visit_values(values);
      is_any = true;
    }
    if (is_any) return;
  }
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
  Matches(index, parsed, request).visit([&](const FacetValues& values) {
    ++counts.sections;
    for (Counter& counter : counters) counter.count(values);
  });
  for (const Counter& counter : counters) counts.facets.push_back(counter.facet());
  return counts;
}

FacetCounts count_labels(const OpenIndex& index) {
  return {
      index.database.get_doccount(),
      {labels_of(index, kTagsFacet, FieldId::tag), labels_of(index, kNamesFacet, FieldId::name)}};
}

}  // namespace notes
