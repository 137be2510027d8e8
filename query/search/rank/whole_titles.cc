// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/whole_titles.h"

#include <algorithm>

#include "query/search/rank/ranking.h"

namespace notes {
namespace {

// Many sections may be called "Rationale": the best of them are enough.
constexpr Xapian::doccount kMaxTitled = 100;

// False when the node is more than words and conditions. Each word has a blank on either side.
bool collect_words(const QueryNode& node, std::string& words) {
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::phrase:
      words.append(node.text).append(" ");
      return true;
    case NodeKind::all:
      return std::ranges::all_of(
          node.children, [&](const QueryNode& child) { return collect_words(child, words); });
    case NodeKind::condition:
      return true;
    case NodeKind::exclude:
      return node.children.front().kind == NodeKind::condition;
    case NodeKind::prefix:
    case NodeKind::regex:
    case NodeKind::near:
    case NodeKind::any:
      return false;
  }
  return false;
}

void replace(const Replacement& replacement, std::string& words) {
  const std::string typed = " " + replacement.typed + " ";
  const std::string known = " " + replacement.known + " ";
  for (auto at = words.find(typed); at != std::string::npos;
       at = words.find(typed, at + known.size() - 1))
    words.replace(at, typed.size(), known);
}

}  // namespace

std::optional<std::string> typed_title(const QueryNode& root,
                                       std::span<const Replacement> replacements) {
  std::string words = " ";
  if (!collect_words(root, words)) return std::nullopt;
  for (const Replacement& replacement : replacements)
    if (!replacement.known.empty()) replace(replacement, words);
  return words;
}

std::vector<RankedDocument> find_whole_titles(const Xapian::Database& database,
                                              const Xapian::Query& ranked,
                                              const std::string& term) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(*weighting_scheme());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, ranked, Xapian::Query(term)));
  const Xapian::MSet found = enquire.get_mset(0, kMaxTitled);
  std::vector<RankedDocument> titled;
  for (auto item = found.begin(); item != found.end(); ++item)
    titled.push_back({*item, item.get_weight()});
  return titled;
}

void favour_whole_titles(std::span<Candidate> candidates, std::size_t titled) {
  if (titled == 0) return;
  const double other = titled < candidates.size() ? candidates[titled].score : 0;
  const double gain = std::max(candidates.front().score, other);
  for (Candidate& candidate : candidates.first(titled)) {
    candidate.gained_by_title = gain;
    candidate.score += gain;
  }
}

}  // namespace notes
