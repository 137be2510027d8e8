// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/word_reading.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/search/words/synonyms.h"

namespace notes {
namespace {

// Each word is weighed in the sections of all others: with more of them than anybody types, a query
// would take longer than in proportion to its length.
constexpr std::size_t kMostWords = 200;

// Whether there are others.
bool keep_first(std::vector<QueryWord>& words) {
  if (words.size() <= kMostWords) return false;
  words.resize(kMostWords);
  return true;
}

void take(std::vector<QueryWord> typed, WordReading& reading) {
  for (QueryWord& word : typed) {
    reading.row.insert(reading.row.end(), word.stems.begin(), word.stems.end());
    (word.stop_word ? reading.stop_words : reading.words).push_back(std::move(word));
  }
  if (reading.words.empty()) reading.words.swap(reading.stop_words);
}

}  // namespace

WordReading read_words(const ParsedQuery& parsed, const SynonymSets& synonyms,
                       const CompileContext& context) {
  WordReading reading;
  if (!parsed.root) return reading;
  auto typed = collect_query_words(*parsed.root, context.analyzer, context.database);
  bool has_others = keep_first(typed);
  std::ranges::move(notes_on_prefixes(typed), std::back_inserter(reading.remarks));
  reading.has_unknown = std::ranges::any_of(typed, [&](const QueryWord& word) {
    return std::ranges::any_of(
        word.stems, [&](const auto& stem) { return !context.database.term_exists(stem); });
  });
  if (parsed.reading != Reading::expression) {
    // Synonyms first: what has one needs no correction.
    std::ranges::move(add_synonyms(typed, synonyms, context.database, context.analyzer),
                      std::back_inserter(reading.remarks));
    Relaxed relaxed = relax(typed, context.database, context.analyzer);
    for (const Replacement& replacement : relaxed.replacements)
      reading.remarks.push_back(sentence(replacement));
    if (relaxed.gave_up)
      reading.remarks.emplace_back("too many words are unknown: only the first were looked up");
    reading.replacements = std::move(relaxed.replacements);
    has_others |= keep_first(typed);  // compounds may have been taken apart
  }
  if (has_others)
    reading.remarks.push_back("only the first " + std::to_string(kMostWords) +
                              " different words count");
  take(std::move(typed), reading);
  return reading;
}

}  // namespace notes
