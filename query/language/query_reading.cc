// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_reading.h"

#include <algorithm>
#include <array>

#include "common/text/joined.h"
#include "query/language/query_characters.h"

namespace notes {
namespace {

constexpr int kMostWordsOfALookup = 3;

struct Census {
  int words = 0;  // phrases, prefixes and regular expressions too
  int stop_words = 0;
  int conditions = 0;
  int exclusions = 0;
  bool begins_as_question = false;
};

// Words that start a question. All are stop words.
bool is_question_word(std::string_view word) {
  constexpr auto kQuestionWords = std::to_array<std::string_view>(
      {"are", "did", "do", "does", "how", "is", "should", "was", "were", "what", "when", "where",
       "which", "who", "whom", "why", "would"});
  return std::ranges::binary_search(kQuestionWords, lower_ascii(word));
}

// A few words, at most half of them stop words: "sign in", "run out of memory". Stop words alone
// are a name: "the who".
bool is_lookup(const Census& census) {
  if (census.begins_as_question) return false;
  const int content = census.words - census.stop_words;
  if (content == 0) return census.words <= kMostWordsOfALookup;
  return content <= kMostWordsOfALookup && census.stop_words <= content;
}

void count(const QueryNode& node, Census& census) {
  switch (node.kind) {
    case NodeKind::word:
      if (census.words == 0) census.begins_as_question = is_question_word(node.text);
      census.stop_words += node.stop_word ? 1 : 0;
      ++census.words;
      break;
    case NodeKind::phrase:
    case NodeKind::prefix:
    case NodeKind::regex:
      ++census.words;
      break;
    case NodeKind::condition:
      ++census.conditions;
      break;
    case NodeKind::exclude:
      ++census.exclusions;
      break;
    case NodeKind::near:
    case NodeKind::all:
    case NodeKind::any:
      for (const QueryNode& child : node.children) count(child, census);
      break;
  }
}

std::string counted(int number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string reason_of_filters(const Census& census) {
  if (census.exclusions == 0) return "only conditions";
  return census.conditions == 0 ? "only exclusions" : "only conditions and exclusions";
}

std::string reason_of_words(const Census& census, bool asks) {
  const bool is_content = census.stop_words == 0 && is_lookup(census) && !asks;
  std::string reason = counted(census.words, is_content ? "content word" : "word");
  if (census.stop_words > 0) reason += ", " + counted(census.stop_words, "stop word");
  return asks ? reason + ", '?'" : reason;
}

}  // namespace

ReadingChoice choose_reading(const QueryNode& root, const QueryStructure& structure) {
  Census census;
  count(root, census);
  if (census.words == 0) return {Reading::filters, reason_of_filters(census)};
  if (!structure.operators.empty())
    return {Reading::expression, "uses " + joined(structure.operators, ", ")};
  const bool is_words = is_lookup(census) && !structure.asks;
  return {is_words ? Reading::words : Reading::sentence, reason_of_words(census, structure.asks)};
}

}  // namespace notes
