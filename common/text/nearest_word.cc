// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/nearest_word.h"

#include <algorithm>

#include "common/text/code_point.h"

namespace notes {
std::size_t EditDistance::to(std::u32string_view other, std::size_t limit) {
  const std::size_t shorter = std::min(word_.size(), other.size());
  if (std::max(word_.size(), other.size()) - shorter > limit || other.size() > kMaxLetters)
    return limit + 1;
  return letters_near(other, limit) < word_.size() ? limit + 1
                                                   : rows_[word_.size() % 3][other.size()];
}

std::size_t EditDistance::letters_near(std::u32string_view other, std::size_t limit) {
  if (word_.size() > kMaxLetters || other.size() > kMaxLetters) return word_.size();
  for (std::size_t j = 0; j <= other.size(); ++j) rows_[0][j] = j;
  for (std::size_t i = 1; i <= word_.size(); ++i)
    if (fill_row(other, i) > limit) return i - 1;
  return word_.size();
}

std::size_t EditDistance::fill_row(std::u32string_view other, std::size_t i) {
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

std::string nearest_word(std::string_view typed, std::span<const std::string> words) {
  const std::u32string letters = code_points_of(typed);
  if (letters.empty() || letters.size() > EditDistance::kMaxLetters) return {};
  for (const std::string& word : words)
    if (word.starts_with(typed)) return word;
  std::string nearest;
  std::size_t allowed = std::max<std::size_t>(letters.size() / 3, 1) + 1;
  EditDistance distance_of_typed(letters);
  for (const std::string& word : words) {
    const std::size_t distance = distance_of_typed.to(code_points_of(word), allowed);
    if (distance >= allowed) continue;
    allowed = distance;
    nearest = word;
  }
  return nearest;
}

}  // namespace notes
