// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/nearest_word.h"

#include <algorithm>
#include <vector>

namespace notes {
namespace {

// Nobody mistypes a word this long; it also bounds the quadratic work below.
constexpr std::size_t kMaxTypedBytes = 64;

bool are_swapped(std::string_view a, std::string_view b, std::size_t i, std::size_t j) {
  return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({replaced, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
      if (are_swapped(a, b, i, j)) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::string nearest_word(std::string_view typed, std::span<const std::string> words) {
  if (typed.empty() || typed.size() > kMaxTypedBytes) return {};
  for (const std::string& word : words)
    if (word.starts_with(typed)) return word;
  std::string nearest;
  std::size_t allowed = std::max<std::size_t>(typed.size() / 3, 1) + 1;
  for (const std::string& word : words) {
    const std::size_t distance = edit_distance(typed, word);
    if (distance >= allowed) continue;
    allowed = distance;
    nearest = word;
  }
  return nearest;
}

}  // namespace notes
