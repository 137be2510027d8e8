// SPDX-License-Identifier: GPL-2.0-or-later
// Joins texts with a sign between them, and splits them again.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

// `texts` are strings of any kind.
template <class Texts>
std::string joined(const Texts& texts, std::string_view between) {
  std::string all;
  bool is_first = true;
  for (const auto& text : texts) {
    if (!is_first) all += between;
    all += text;
    is_first = false;
  }
  return all;
}

// The parts of `text` between blanks. `text` must outlive them.
inline std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace notes
