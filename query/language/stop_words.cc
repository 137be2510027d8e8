// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string_view>

#include "query/language/query_characters.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

// clang-format off
constexpr auto kStopWords = std::to_array<std::string_view>({
  "a", "about", "above", "after", "again", "against", "all", "also", "although", "am", "among",
  "an", "and", "another", "any", "anyone", "anything", "are", "aren't", "as", "at",
  "be", "because", "been", "before", "being", "below", "between", "both", "but", "by",
  "can", "can't", "cannot", "concerning", "could", "couldn't",
  "did", "didn't", "do", "does", "doesn't", "doing", "don't", "during",
  "e.g.", "each", "eg", "either", "else", "especially", "etc", "ever", "every", "everyone",
  "everything",
  "few", "for", "from", "further",
  "had", "hadn't", "has", "hasn't", "have", "haven't", "having", "he", "her", "here", "hers",
  "herself", "him", "himself", "his", "how", "however",
  "i", "i.e.", "ie", "if", "in", "into", "is", "isn't", "it", "its", "itself",
  "just", "let", "many", "may", "me", "might", "more", "most", "much", "must", "mustn't", "my",
  "myself",
  "neither", "no", "nor", "not", "of", "off", "often", "on", "once", "only", "onto", "or", "other",
  "ought", "our", "ours", "ourselves", "out", "over", "own",
  "per", "please", "rather", "regarding", "same", "shall", "she", "should", "shouldn't", "since", "so", "some",
  "someone", "something", "such",
  "than", "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they",
  "this", "those", "though", "through", "thus", "to", "too",
  "toward", "towards",
  "under", "until", "up", "upon", "us", "using", "various", "versus", "very", "via", "vs",
  "was", "wasn't", "we", "were", "weren't", "what", "whatever", "when", "whenever", "where",
  "wherever", "whether", "which", "while", "who", "whoever", "whom", "whose", "why", "will", "with", "within", "without", "won't", "would", "wouldn't",
  "yet", "you", "your", "yours", "yourself", "yourselves",
});

// What is glued to a stop word without making it another: what's, we're, they'd.
constexpr auto kEndings = std::to_array<std::string_view>({"'s", "'re", "'ve", "'ll", "'d", "'m"});
// clang-format on

static_assert(std::ranges::is_sorted(kStopWords));

constexpr std::string_view kCurlyApostrophe = "\u2019";
constexpr std::size_t kLongestStopWord = 16;

bool is_listed(std::string_view word) {
  return std::ranges::binary_search(kStopWords, word);
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

}  // namespace notes
