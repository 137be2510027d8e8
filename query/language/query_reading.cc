// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_reading.h"

#include "query/language/query_parser.h"

namespace notes {
namespace {

constexpr int kMostWordsOfALookup = 3;

struct Census {
  int words = 0;  // phrases, prefixes and regular expressions too
  int stop_words = 0;
  int conditions = 0;
  int exclusions = 0;
};

void count(const QueryNode& node, Census& census) {
  switch (node.kind) {
    case NodeKind::word:
      census.stop_words += is_stop_word(node.text) ? 1 : 0;
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

std::string reason_of_expression(const std::vector<std::string_view>& operators) {
  std::string reason = "uses ";
  for (const std::string_view name : operators)
    reason.append(name == operators.front() ? "" : ", ").append(name);
  return reason;
}

std::string reason_of_sentence(const Census& census, bool asks) {
  std::string reason = counted(census.words, "word");
  if (census.stop_words > 0) reason += ", " + counted(census.stop_words, "stop word");
  if (asks) reason += ", '?'";
  return reason;
}

}  // namespace

ReadingChoice choose_reading(const QueryNode& root, const ReadingClues& clues) {
  Census census;
  count(root, census);
  if (census.words == 0) return {Reading::filters, reason_of_filters(census)};
  if (!clues.operators.empty()) return {Reading::expression, reason_of_expression(clues.operators)};
  if (census.words <= kMostWordsOfALookup && census.stop_words == 0 && !clues.asks)
    return {Reading::words, counted(census.words, "content word")};
  return {Reading::sentence, reason_of_sentence(census, clues.asks)};
}

}  // namespace notes
