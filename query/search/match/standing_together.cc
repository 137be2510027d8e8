// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/standing_together.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/schema.h"
#include "query/search/match/all_matches.h"

namespace notes {
namespace {

// Sections with all of the stems whose sequence of words is as wanted.
Xapian::Query decided(const std::vector<std::string>& stems, Check is_wanted) {
  std::vector<Xapian::Query> parts(stems.begin(), stems.end());
  parts.push_back(only_checked(slot::words, std::move(is_wanted)));
  return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

std::string bytes_of(const WordPrints& row) {
  WordSequence words;
  for (const WordPrint print : row) words.add(print);
  return words.take();
}

// Whether `is_wanted` says so of the index after any occurrence of the row.
template <class Is>
bool any_row(std::string_view sequence, std::string_view row, Is is_wanted) {
  for (auto at = sequence.find(row); at != sequence.npos; at = sequence.find(row, at + 1))
    if (at % sizeof(WordPrint) == 0 && is_wanted((at + row.size()) / sizeof(WordPrint)))
      return true;
  return false;
}

}  // namespace

WordPrints prints_of(const std::vector<std::string>& stems) {
  WordPrints prints;
  for (const std::string& stem : stems) prints.push_back(print_of(stem));
  return prints;
}

bool has_any(std::string_view sequence, const WordPrints& prints) {
  for (std::size_t i = 0; i < word_count(sequence); ++i)
    if (std::ranges::find(prints, word_at(sequence, i)) != prints.end()) return true;
  return false;
}

bool has_row(std::string_view sequence, const WordPrints& row) {
  return any_row(sequence, bytes_of(row), [](std::size_t) { return true; });
}

std::set<WordPrint> prints_behind(std::string_view sequence, const WordPrints& row) {
  std::set<WordPrint> behind;
  any_row(sequence, bytes_of(row), [&](std::size_t at) {
    if (at < word_count(sequence)) behind.insert(word_at(sequence, at));
    return false;
  });
  return behind;
}

// Remembers where each word was last seen. The words are together if the oldest of these places is
// near enough.
bool has_window(std::string_view sequence, const WordPrints& words, std::size_t window) {
  constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> last_seen(words.size(), kUnseen);
  const std::size_t count = word_count(sequence);
  for (std::size_t at = 0; at < count; ++at) {
    const WordPrint print = word_at(sequence, at);
    std::size_t word = 0;
    while (word < words.size() && words[word] != print) ++word;
    if (word == words.size()) {
      if (print == kBarrier) std::ranges::fill(last_seen, kUnseen);
      continue;
    }
    last_seen[word] = at;
    const bool all_near = std::ranges::all_of(
        last_seen, [&](std::size_t seen) { return seen != kUnseen && seen + window > at; });
    if (all_near) return true;
  }
  return false;
}

Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words) {
  if (stems.empty()) return {};
  if (stems.size() == 1 && last_words.empty()) return Xapian::Query(stems.front());
  WordPrints last = prints_of(last_words);
  std::ranges::sort(last);
  return decided(stems, [row = bytes_of(prints_of(stems)), last](std::string_view sequence) {
    return any_row(sequence, row, [&](std::size_t at) {
      return last.empty() ||
             (at < word_count(sequence) && std::ranges::binary_search(last, word_at(sequence, at)));
    });
  });
}

Xapian::Query near_each_other(std::vector<std::string> stems, std::size_t window) {
  std::ranges::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  if (stems.size() < 2) return in_a_row(stems);
  return decided(stems, [words = prints_of(stems), window](std::string_view sequence) {
    return has_window(sequence, words, window);
  });
}

}  // namespace notes
