// SPDX-License-Identifier: GPL-2.0-or-later
// How a query is matched, and why it may find nothing.
#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

// Snowball's list for English: https://snowballstem.org/algorithms/english/stop.txt
constexpr std::string_view kStopWords =
    "a about above after again against all am an and any are aren't as at be because been before "
    "being below between both but by can't cannot could couldn't did didn't do does doesn't doing "
    "don't down during each few for from further had hadn't has hasn't have haven't having he her "
    "here hers herself him himself his how i if in into is isn't it its itself let's me more most "
    "mustn't my myself no nor not of off on once only or other ought our ours ourselves out over "
    "own same shan't she should shouldn't so some such than that the their theirs them themselves "
    "then there these they this those through to too under until up very was wasn't we were "
    "weren't what when where which while who whom why with won't would wouldn't you your yours "
    "yourself yourselves";

// Further stop words in a sentence. A look-up may mean them: "let", "will", "via".
constexpr std::string_view kSentenceWords =
    "also although among another anyone anything can concerning either else especially etc ever "
    "every however just let many may might much must often onto per please rather regarding shall "
    "since something though thus toward towards upon us using various versus via vs whatever "
    "whether whose will within without yet";

// A stop word may have one of these endings: what's, we're, they'd.
constexpr auto kEndings =
    std::to_array<std::string_view>({"", "'s", "'re", "'ve", "'ll", "'d", "'m"});

bool is_capitals(std::string_view word) {
  return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// All are stop words.
constexpr std::string_view kQuestionWords =
    "are did do does how is should was were what when where which who whom why would";

constexpr int kMostWordsOfALookup = 3;

struct Census {
  std::vector<QueryNode*> words;  // in query order
  int others = 0;                 // phrases, prefixes and regular expressions
  int conditions = 0;
  int exclusions = 0;
  int stop_words = 0;
  bool is_question = false;

  int all_words() const { return static_cast<int>(words.size()) + others; }
};

void count(QueryNode& node, Census& census) {
  if (node.kind == NodeKind::word) {
    if (census.all_words() == 0)
      census.is_question |= is_among(kQuestionWords, ascii::to_lower(node.text));
    census.words.push_back(&node);
  } else if (node.kind == NodeKind::condition) {
    ++census.conditions;
  } else if (node.kind == NodeKind::exclude) {
    ++census.exclusions;
  } else if (node.children.empty()) {
    ++census.others;
  }
  if (node.kind != NodeKind::exclude)
    for (QueryNode& child : node.children) count(child, census);
}

// Except where case or position makes the word a name: US visa, vitamin A.
void mark_stop_words(Census& census) {
  const auto& words = census.words;
  const bool has_small_letters = std::ranges::any_of(words, [](const QueryNode* word) {
    return std::ranges::any_of(word->text, [](char c) { return c >= 'a' && c <= 'z'; });
  });
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& text = words[i]->text;
    const bool is_last = i > 0 && i + 1 == words.size();
    const bool is_name = has_small_letters && is_capitals(text);                     // US, IT
    const bool is_letter = text.size() == 1 && (is_last || (i > 0 && text == "A"));  // vitamin A
    words[i]->stop_word = is_stop_word(text) && !is_name && !is_letter;
    census.stop_words += words[i]->stop_word ? 1 : 0;
  }
}

// Marks the further words that hold a sentence together.
void mark_sentence_words(const Census& census) {
  for (QueryNode* word : census.words)
    if (!is_capitals(word->text) && is_among(kSentenceWords, ascii::to_lower(word->text)))
      word->stop_word = true;
}

// A few words, at most half of them stop words: "sign in", "run out of memory". Stop words alone
// are a name: "the who".
bool is_lookup(const Census& census) {
  if (census.is_question) return false;
  const int content = census.all_words() - census.stop_words;
  if (content == 0) return census.all_words() <= kMostWordsOfALookup;
  return content <= kMostWordsOfALookup && census.stop_words <= content;
}

std::string counted(int number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string reason_of_filters(const Census& census) {
  if (census.exclusions == 0) return "only conditions";
  return census.conditions == 0 ? "only exclusions" : "only conditions and exclusions";
}

std::string reason_of_words(const Census& census, bool asks) {
  const bool is_content = census.stop_words == 0 && is_lookup(census);
  std::string reason = counted(census.all_words(), is_content ? "content word" : "word");
  if (census.stop_words > 0) reason += ", " + counted(census.stop_words, "stop word");
  return asks ? reason + ", '?'" : reason;
}

std::string typed_text(const ParsedQuery& parsed, const QueryNode& node) {
  const auto [begin, end] = node.typed;
  return begin < end ? parsed.typed.substr(begin, end - begin) : to_query_text(node);
}

bool has_near(const QueryNode& node) {
  return node.kind == NodeKind::near || std::ranges::any_of(node.children, has_near);
}

bool is_plain(const QueryNode& node) {
  const auto is_letter = [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c); };
  return node.kind == NodeKind::word && std::ranges::all_of(node.text, is_letter);
}

std::string longest_word(std::span<const QueryNode> parts) {
  std::string longest;
  for (const QueryNode& part : parts)
    if (is_plain(part) && code_points_of(part.text).size() > code_points_of(longest).size())
      longest = part.text;
  return longest;
}

ObstacleKind obstacle_of(const QueryNode& part) {
  const std::string& text = part.text;
  if (part.kind == NodeKind::condition || part.kind == NodeKind::exclude)
    return ObstacleKind::narrowing;
  if (part.kind == NodeKind::phrase) return ObstacleKind::quotes;
  if (part.kind == NodeKind::word && text.size() > 1 && text.starts_with('@'))
    return ObstacleKind::saved_search;
  if (part.kind == NodeKind::word && text.ends_with('*')) return ObstacleKind::early_star;
  return ObstacleKind::words;
}

}  // namespace

bool is_stop_word(std::string_view typed) {
  const std::string word = with_replaced(ascii::to_lower(typed), "\u2019", "'");
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    const std::string_view begin = std::string_view(word).substr(0, word.size() - ending.size());
    return word.ends_with(ending) && is_among(kStopWords, begin);
  });
}

void choose_reading(const std::vector<std::string_view>& operators, bool asks,
                    ParsedQuery& parsed) {
  Census census;
  census.is_question = asks;
  count(*parsed.root, census);
  mark_stop_words(census);
  if (census.all_words() == 0) {
    parsed.reading = Reading::filters;
    parsed.reading_reason = reason_of_filters(census);
  } else if (!operators.empty()) {
    parsed.reading = Reading::expression;
    parsed.reading_reason = "uses " + joined(operators, ", ");
  } else {
    parsed.reading = is_lookup(census) ? Reading::words : Reading::sentence;
    parsed.reading_reason = reason_of_words(census, asks);
  }
  if (parsed.reading == Reading::sentence) mark_sentence_words(census);
}

Obstacle find_obstacle(const ParsedQuery& parsed) {
  if (!parsed.root) return {};
  const QueryNode& root = *parsed.root;
  if (parsed.reading == Reading::filters && root.condition)
    return {ObstacleKind::condition, typed_text(parsed, root), root.condition->field};
  if (parsed.reading == Reading::filters) return {ObstacleKind::conditions};
  if (has_near(root)) return {ObstacleKind::distance};
  if (parsed.reading == Reading::expression) return {ObstacleKind::expression};
  const auto parts = parts_of(root);
  // The kinds come in the order in which they are likely.
  const QueryNode& part = *std::ranges::min_element(parts, {}, obstacle_of);
  const ObstacleKind kind = obstacle_of(part);
  return {kind, kind == ObstacleKind::words ? longest_word(parts) : typed_text(parsed, part)};
}

}  // namespace notes
