// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/word_reading.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "query/search/words/begun_words.h"
#include "query/search/words/synonyms.h"

namespace notes {
namespace {

// The time for a query grows faster than the number of its words.
constexpr std::size_t kMostWords = 200;

bool keep_first(std::vector<QueryWord>& words) {
  if (words.size() <= kMostWords) return false;
  words.resize(kMostWords);
  return true;
}

void take(std::vector<QueryWord> typed, WordReading& reading) {
  for (const QueryWord& word : typed)
    reading.row.insert(reading.row.end(), word.stems.begin(), word.stems.end());
  if (!std::ranges::all_of(typed, &QueryWord::stop_word))
    std::erase_if(typed, [](const QueryWord& word) { return word.stop_word; });
  reading.words = std::move(typed);
}

// Returns false if the query has anything but words and conditions.
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
  const std::string known = " " + replacement.meant.front() + " ";
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
    if (!replacement.meant.empty() && !replacement.beside) replace(replacement, words);
  return words;
}

WordReading read_words(const ParsedQuery& parsed, const SynonymSets& synonyms,
                       const CompileContext& context) {
  WordReading reading;
  if (!parsed.root) return reading;
  auto typed = collect_query_words(*parsed.root, context.analyzer, context.database);
  std::vector<Replacement> replacements;
  bool has_others = keep_first(typed);
  std::ranges::move(notes_on_prefixes(typed), std::back_inserter(reading.remarks));
  reading.has_unknown = std::ranges::any_of(typed, [&](const QueryWord& word) {
    return !word.stems.empty() && !is_known(word, context.database);
  });
  if (parsed.reading != Reading::expression) {
    // Synonyms first: a word with a synonym needs no correction.
    std::ranges::move(add_synonyms(typed, synonyms, context.database, context.analyzer),
                      std::back_inserter(reading.remarks));
    Relaxed relaxed = relax(typed, context.database, context.analyzer);
    std::ranges::move(relaxed.remarks, std::back_inserter(reading.remarks));
    replacements = std::move(relaxed.replacements);
    has_others |= keep_first(typed);  // splitting compounds may have added words
  }
  if (has_others)
    reading.remarks.push_back("only the first " + std::to_string(kMostWords) +
                              " different words count");
  take(std::move(typed), reading);
  if (!reading.words.empty()) reading.title = typed_title(*parsed.root, replacements);
  return reading;
}

}  // namespace notes
