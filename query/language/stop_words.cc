// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "query/language/query_characters.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

// Snowball's list for English: https://snowballstem.org/algorithms/english/stop.txt
// clang-format off
constexpr auto kStopWords = std::to_array<std::string_view>({
  "a", "about", "above", "after", "again", "against", "all", "am", "an", "and", "any", "are",
  "aren't", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both",
  "but", "by", "can't", "cannot", "could", "couldn't", "did", "didn't", "do", "does", "doesn't",
  "doing", "don't", "down", "during", "each", "few", "for", "from", "further", "had", "hadn't",
  "has", "hasn't", "have", "haven't", "having", "he", "her", "here", "hers", "herself", "him",
  "himself", "his", "how", "i", "if", "in", "into", "is", "isn't", "it", "its", "itself", "let's",
  "me", "more", "most", "mustn't", "my", "myself", "no", "nor", "not", "of", "off", "on", "once",
  "only", "or", "other", "ought", "our", "ours", "ourselves", "out", "over", "own", "same",
  "shan't", "she", "should", "shouldn't", "so", "some", "such", "than", "that", "the", "their",
  "theirs", "them", "themselves", "then", "there", "these", "they", "this", "those", "through",
  "to", "too", "under", "until", "up", "very", "was", "wasn't", "we", "were", "weren't", "what",
  "when", "where", "which", "while", "who", "whom", "why", "with", "won't", "would", "wouldn't",
  "you", "your", "yours", "yourself", "yourselves",
});

// Further stop words in a sentence. A look-up may mean them: "let", "will", "via".
constexpr auto kSentenceWords = std::to_array<std::string_view>({
  "also", "although", "among", "another", "anyone", "anything", "can", "concerning", "either",
  "else", "especially", "etc", "ever", "every", "however", "just", "let", "many", "may", "might",
  "much", "must", "often", "onto", "per", "please", "rather", "regarding", "shall", "since",
  "something", "though", "thus", "toward", "towards", "upon", "us", "using", "various", "versus",
  "via", "vs", "whatever", "whether", "whose", "will", "within", "without", "yet",
});

// A stop word with one of these endings is still a stop word: what's, we're, they'd.
constexpr auto kEndings = std::to_array<std::string_view>({"'s", "'re", "'ve", "'ll", "'d", "'m"});
// clang-format on

static_assert(std::ranges::is_sorted(kStopWords));
static_assert(std::ranges::is_sorted(kSentenceWords));

constexpr std::string_view kCurlyApostrophe = "\u2019";
constexpr std::size_t kLongestStopWord = 16;

bool is_listed(std::string_view word) {
  return std::ranges::binary_search(kStopWords, word);
}

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Collects the words that are not excluded, in query order.
void collect_words(QueryNode& node, std::vector<QueryNode*>& words) {
  if (node.kind == NodeKind::exclude) return;
  if (node.kind == NodeKind::word) words.push_back(&node);
  for (QueryNode& child : node.children) collect_words(child, words);
}

}  // namespace

bool is_stop_word(std::string_view typed) {
  if (typed.size() > kLongestStopWord) return false;
  std::string word = lower_ascii(typed);
  if (const auto at = word.find(kCurlyApostrophe); at != std::string::npos)
    word.replace(at, kCurlyApostrophe.size(), "'");
  if (is_listed(word)) return true;
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return word.ends_with(ending) &&
           is_listed(std::string_view(word).substr(0, word.size() - ending.size()));
  });
}

void mark_stop_words(QueryNode& root) {
  std::vector<QueryNode*> words;
  collect_words(root, words);
  const bool has_small_letters = std::ranges::any_of(words, [](const QueryNode* word) {
    return std::ranges::any_of(word->text, is_small_letter);
  });
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& text = words[i]->text;
    const bool is_last = i > 0 && i + 1 == words.size();
    const bool is_name = has_small_letters && is_capitals(text);                     // US, IT
    const bool is_letter = text.size() == 1 && (is_last || (i > 0 && text == "A"));  // vitamin A
    words[i]->stop_word = is_stop_word(text) && !is_name && !is_letter;
  }
}

void mark_sentence_words(QueryNode& root) {
  std::vector<QueryNode*> words;
  collect_words(root, words);
  for (QueryNode* word : words)
    if (!is_capitals(word->text) &&
        std::ranges::binary_search(kSentenceWords, lower_ascii(word->text)))
      word->stop_word = true;
}

}  // namespace notes
