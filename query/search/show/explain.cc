// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/explain.h"

#include <algorithm>
#include <array>

#include "common/schema.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/own_words.h"
#include "query/search/rank/ranking.h"

namespace notes {
namespace {

std::string explain_word(const QueryWord& word) {
  if (!word.prefix.empty()) {
    const std::string before = word.stems.empty() ? "" : " after " + joined(word.stems, " ");
    return word.typed + "*: words that start with " + word.prefix + before;
  }
  std::string line = word.typed + ": stem " + joined(word.stems, " ");
  if (word.exacts != word.stems) line += ", as written " + joined(word.exacts, " ");
  if (!word.joined.empty()) line += ", joined " + word.joined;
  if (!word.sigil.empty()) line += ", with its signs " + word.sigil;
  for (const QueryWord& synonym : word.synonyms) line += ", or " + synonym.typed;
  if (word.count > 1) line += ", " + std::to_string(word.count) + " times";
  return line;
}

std::string_view reading_text(Reading reading) {
  constexpr auto kTexts = std::to_array<std::string_view>(
      {"conditions only", "words, all of them first", "a sentence, by evidence",
       "an expression, as written", "like a section"});
  return kTexts[static_cast<std::size_t>(reading)];
}

void collect_stop_words(const QueryNode& node, std::vector<std::string>& found) {
  if (node.stop_word) found.push_back(node.text);
  for (const QueryNode& child : node.children) collect_stop_words(child, found);
}

// Nothing if they are searched for because there are no other words.
std::vector<std::string> words_left_out(const ParsedQuery& parsed, const QueryPlan& plan) {
  std::vector<std::string> found;
  if (parsed.root) collect_stop_words(*parsed.root, found);
  const bool are_all = std::ranges::all_of(plan.words, [&](const QueryWord& word) {
    return std::ranges::find(found, word.typed) != found.end();
  });
  return are_all ? std::vector<std::string>() : found;
}

}  // namespace

std::vector<std::string> explain_query(const ParsedQuery& parsed, const QueryPlan& plan,
                                       const std::vector<StageMatches>& matches) {
  std::vector<std::string> lines;
  if (parsed.root) lines.push_back("tree: " + to_query_text(*parsed.root));
  std::string reading = "read as: " + std::string(reading_text(parsed.reading));
  if (!parsed.reading_reason.empty()) reading += " (" + parsed.reading_reason + ")";
  lines.push_back(std::move(reading));
  for (const QueryWord& word : plan.words) lines.push_back("word: " + explain_word(word));
  if (const auto left_out = words_left_out(parsed, plan); !left_out.empty())
    lines.push_back("stop words, not required: " + joined(left_out, " "));
  for (const StageMatches& matched : matches)
    lines.push_back("stage: " + matched.stage.purpose + ": " + std::to_string(matched.count));
  return lines;
}

std::vector<ScorePart> explain_score(Xapian::docid docid,
                                     const std::vector<Ingredient>& ingredients,
                                     const SearchIndex& in) {
  std::vector<ScorePart> parts;
  for (const Ingredient& ingredient : ingredients) {
    Xapian::Enquire enquire(in.database);
    enquire.set_weighting_scheme(*weighting_scheme());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, ingredient.query, only({docid})));
    const Xapian::MSet found = enquire.get_mset(0, 1);
    if (found.empty()) continue;
    std::string name = ingredient.name;
    if (name == kWordIngredient && !is_own_word(ingredient.term, docid, in)) name = "inherited";
    parts.push_back({std::move(name), ingredient.term, found.begin().get_weight()});
  }
  return parts;
}

}  // namespace notes
