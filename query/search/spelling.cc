// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/spelling.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/schema.h"

namespace notes {
namespace {

constexpr std::size_t kShortWord = 4;
constexpr std::size_t kMaxWord = 40;

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t letters_in(const std::string& word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](char c) { return !continues(c); }));
}

// Optimal string alignment distance over bytes, given up above `limit`.
class EditDistance {
 public:
  explicit EditDistance(const std::string& word) : word_(word) {}

  std::size_t to(const std::string& other, std::size_t limit) {
    const std::size_t shorter = std::min(word_.size(), other.size());
    if (std::max(word_.size(), other.size()) - shorter > limit || other.size() > kMaxWord)
      return limit + 1;
    for (std::size_t j = 0; j <= other.size(); ++j) rows_[0][j] = j;
    for (std::size_t i = 1; i <= word_.size(); ++i)
      if (fill_row(other, i) > limit) return limit + 1;
    return rows_[word_.size() % 3][other.size()];
  }

 private:
  // Three rows in turn: this one, the one above, and the one above that for swaps.
  std::size_t fill_row(const std::string& other, std::size_t i) {
    auto& row = rows_[i % 3];
    const auto& above = rows_[(i + 2) % 3];
    const auto& second_above = rows_[(i + 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const bool same = word_[i - 1] == other[j - 1];
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && word_[i - 1] == other[j - 2] && word_[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], second_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    return least;
  }

  const std::string& word_;
  std::array<std::array<std::size_t, kMaxWord + 1>, 3> rows_{};
};

struct Best {
  std::string word;  // empty until there is one
  std::size_t edits = 0;
  Xapian::doccount frequency = 0;
};

class Search {
 public:
  Search(const std::string& word, const Xapian::Database& database)
      : database_(database), distance_(word) {
    best_.edits = letters_in(word) <= kShortWord ? 1 : 2;  // the most that is allowed
  }

  // Words under a term prefix that start with `start`.
  void scan(std::string_view term_prefix, const std::string& start) {
    const std::string from = std::string(term_prefix) + start;
    for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term)
      consider((*term).substr(term_prefix.size()), term.get_termfreq());
  }

  std::optional<std::string> result() const {
    return best_.word.empty() ? std::nullopt : std::optional(best_.word);
  }

 private:
  void consider(const std::string& candidate, Xapian::doccount frequency) {
    const std::size_t edits = distance_.to(candidate, best_.edits);
    if (edits > best_.edits || (edits == best_.edits && frequency <= best_.frequency)) return;
    best_ = {candidate, edits, frequency};
  }

  const Xapian::Database& database_;
  EditDistance distance_;
  Best best_;
};

}  // namespace

std::optional<std::string> find_spelling(const std::string& word,
                                         const Xapian::Database& database) {
  if (word.size() > kMaxWord) return std::nullopt;
  Search search(word, database);
  // Most slips spare the first letter, or swap it with the second.
  std::vector<std::string> starts{word.substr(0, 1)};
  if (word[1] != word[0]) starts.push_back(word.substr(1, 1));
  for (const std::string& start : starts)
    for (const std::string_view term_prefix : {prefix::exact, std::string_view()})
      search.scan(term_prefix, start);
  return search.result();
}

}  // namespace notes
