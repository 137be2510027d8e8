// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/around/facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "common/index/open_index.h"
#include "common/section_codec.h"
#include "common/text/label.h"
#include "common/text/web_address.h"
#include "query/search/match/query_plan.h"
#include "query/search/match/section_check.h"

namespace notes {
namespace {

std::vector<std::string> labels(const Section& section, TagSource source) {
  std::vector<std::string> names;
  for (const Tag& tag : section.tags)
    if (tag.source == source) names.push_back(tag.name);
  return names;
}

std::vector<std::string> tags_of(const Section& section) {
  return labels(section, TagSource::tag);
}

std::vector<std::string> names_of(const Section& section) {
  return labels(section, TagSource::name);
}

std::vector<std::string> year_of(const Section& section) {
  constexpr std::size_t kYearLength = 4;
  if (!section.date) return {};
  return {begin_text(*section.date).substr(0, kYearLength)};
}

std::vector<std::string> sites_of(const Section& section) {
  std::vector<std::string> sites;
  for (const std::string& url : section.urls) sites.push_back(host_of(url));
  return sites;
}

std::vector<std::string> level_of(const Section& section) {
  return {std::string(level_name(section.level))};
}

struct FacetRow {
  std::string_view name;
  std::vector<std::string> (*values)(const Section& section);
};

constexpr std::array<FacetRow, 5> kFacets{{
    {kTagsFacet, tags_of},
    {kNamesFacet, names_of},
    {"year", year_of},
    {"site", sites_of},
    {"level", level_of},
}};

// Spellings that a query takes for the same label count together.
class Counter {
 public:
  explicit Counter(const FacetRow& row) : row_(row) {}

  void count(const Section& section) {
    std::set<std::string> seen;
    for (const std::string& value : row_.values(section)) {
      std::string folded = fold_label(value);
      if (folded.empty() || !seen.insert(folded).second) continue;
      ++spellings_[std::move(folded)][value];
    }
  }

  Facet facet() const {
    Facet facet{row_.name, {}, spellings_.size()};
    for (const auto& [folded, spellings] : spellings_) facet.values.push_back(sum(spellings));
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
  std::map<std::string, Spellings> spellings_;
};

class Matches {
 public:
  Matches(const OpenIndex& index, const ParsedQuery& parsed)
      : index_(index), parsed_(parsed), analyzer_(index.settings.language) {}

  template <class Visit>
  void visit(Visit visit_section);

 private:
  std::vector<Stage> stages();
  Xapian::MSet match(const Xapian::Query& query) const;

  const OpenIndex& index_;
  const ParsedQuery& parsed_;
  Analyzer analyzer_;
};

// Tried in order until one finds something.
std::vector<Stage> Matches::stages() {
  if (!parsed_.root) return {{"all sections", Xapian::Query::MatchAll}};
  const CompileContext context{analyzer_, index_.database};
  SearchRequest request;
  request.sort = SortOrder::newest;  // whole titles are no stage of their own
  return plan_query(parsed_, read_words(parsed_, context), request, context).stages;
}

Xapian::MSet Matches::match(const Xapian::Query& query) const {
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_collapse_key(slot::twin);
  return enquire.get_mset(0, index_.database.get_doccount());
}

template <class Visit>
void Matches::visit(Visit visit_section) {
  std::optional<TextCheck> check = find_text_check(parsed_, analyzer_);
  bool is_any = false;
  for (const Stage& stage : stages()) {
    const Xapian::MSet found = match(stage.query);
    for (auto item = found.begin(); item != found.end(); ++item) {
      const Section section = unpack_section(item.get_document().get_data()).section;
      if (check && !passes(*check, section, stage.matched, {index_, analyzer_})) continue;
      visit_section(section);
      is_any = true;
    }
    if (is_any) return;
  }
}

}  // namespace

std::vector<std::string_view> facet_names() {
  std::vector<std::string_view> names;
  for (const FacetRow& row : kFacets) names.push_back(row.name);
  return names;
}

FacetCounts count_facets(const OpenIndex& index, const ParsedQuery& parsed,
                         std::span<const std::string_view> names) {
  std::vector<Counter> counters;
  for (const std::string_view name : names)
    if (const auto* row = std::ranges::find(kFacets, name, &FacetRow::name); row != kFacets.end())
      counters.emplace_back(*row);
  FacetCounts counts;
  Matches(index, parsed).visit([&](const Section& section) {
    ++counts.sections;
    for (Counter& counter : counters) counter.count(section);
  });
  for (const Counter& counter : counters) counts.facets.push_back(counter.facet());
  return counts;
}

}  // namespace notes
