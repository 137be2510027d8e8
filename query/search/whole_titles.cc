// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/whole_titles.h"

#include <algorithm>
#include <functional>

#include "common/schema.h"
#include "common/section_codec.h"
#include "query/search/ranking.h"

namespace notes {
namespace {

using Xapian::Query;

// Many sections may be called "Rationale": the best of them are enough.
constexpr Xapian::doccount kMaxTitled = 100;

void add_stems(std::string_view text, Analyzer& analyzer, std::vector<std::string>& stems) {
  for (const Term& term : analyzer.analyze(text))
    if (term.role == TermRole::word) stems.emplace_back(term.stem);
}

// False when the node is more than words.
bool collect_stems(const QueryNode& node, Analyzer& analyzer, std::vector<std::string>& stems) {
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::phrase:
      add_stems(node.text, analyzer, stems);
      return true;
    case NodeKind::all:
      return std::ranges::all_of(node.children, [&](const QueryNode& child) {
        return collect_stems(child, analyzer, stems);
      });
    case NodeKind::condition:
      return true;
    case NodeKind::prefix:
    case NodeKind::regex:
    case NodeKind::near:
    case NodeKind::any:
    case NodeKind::exclude:
      return false;
  }
  return false;
}

Query words_in_title(const std::vector<std::string>& stems) {
  std::vector<Query> words;
  for (const std::string& stem : stems) words.emplace_back(field_term(field(FieldId::title), stem));
  return {Query::OP_AND, words.begin(), words.end()};
}

bool has_title(const Xapian::Document& document, const std::vector<std::string>& stems,
               Analyzer& analyzer) {
  std::vector<std::string> own;
  add_stems(unpack_section(document.get_data()).section.title(), analyzer, own);
  return own == stems;
}

}  // namespace

std::vector<std::string> stems_of_title(const QueryNode& root, Analyzer& analyzer) {
  std::vector<std::string> stems;
  if (!collect_stems(root, analyzer, stems)) stems.clear();
  return stems;
}

std::vector<RankedDocument> find_whole_titles(const Xapian::Database& database, const Query& ranked,
                                              const std::vector<std::string>& stems,
                                              Analyzer& analyzer) {
  std::vector<RankedDocument> titled;
  if (stems.empty()) return titled;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(*weighting_scheme());
  enquire.set_query(Query(Query::OP_FILTER, ranked, words_in_title(stems)));
  const Xapian::MSet found = enquire.get_mset(0, kMaxTitled);
  for (auto item = found.begin(); item != found.end(); ++item)
    if (has_title(item.get_document(), stems, analyzer))
      titled.push_back({*item, item.get_weight()});
  return titled;
}

void favour_whole_titles(std::span<Candidate> candidates,
                         const std::vector<RankedDocument>& titled) {
  if (titled.empty()) return;
  const double best = candidates.front().score;
  for (Candidate& candidate : candidates) {
    if (std::ranges::find(titled, candidate.docid, &RankedDocument::docid) == titled.end())
      continue;
    candidate.gained_by_title = best;
    candidate.score += best;
  }
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
}

}  // namespace notes
