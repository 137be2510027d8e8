// SPDX-License-Identifier: GPL-2.0-or-later
// Joins texts with a sign between them, splits them again, and replaces parts of them.
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

// Where `words`, which blanks separate, have this word; npos if they do not.
constexpr std::size_t find_among(std::string_view words, std::string_view word) {
  if (word.empty() || word.find(' ') != words.npos) return words.npos;
  std::size_t at = words.find(word);
  const auto is_whole = [&] {
    const std::size_t end = at + word.size();
    return (at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ');
  };
  while (at != words.npos && !is_whole()) at = words.find(word, at + 1);
  return at;
}

constexpr bool is_among(std::string_view words, std::string_view word) {
  return find_among(words, word) != words.npos;
}

inline std::string with_replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace notes
