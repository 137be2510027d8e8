// SPDX-License-Identifier: GPL-2.0-or-later
// What a section's document holds beside its fields, as far as reader and writer must agree on it:
// the weight of titles, whole titles, and the words in the order of the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/analyzer.h"

namespace notes {

// What the words of the titles above a section weigh; a word of the own text counts 1, so a reader
// tells the words of the own text by it. `depth` of the title in the section's breadcrumb: 0 is the
// note. Measured.
constexpr std::uint32_t inherited_wdf(std::size_t depth) {
  return depth == 0 ? 1 : 2;
}

// A title as one term, so that a section can be found by all of its title and nothing else. Equal
// for titles of the same words in the same order, whatever their case and the punctuation between
// them; C, C++ and C# differ. Empty when there is no word in it.
std::string whole_title_term(std::string_view title, Analyzer& analyzer);

// A word of the sequence of words in slot::words, which tells where words stand next to or near
// each other in a fifth of the space and time of Xapian's positions. It is a print of two bytes;
// two words share one once in 65,535.
using WordPrint = std::uint16_t;

// Between texts that do not run on: no word before it stands near one behind it.
inline constexpr WordPrint kBarrier = 0;

WordPrint print_of(std::string_view stem);  // never kBarrier

class WordSequence {
 public:
  void add(WordPrint print) {
    bytes_ += static_cast<char>(print & 0xff);
    bytes_ += static_cast<char>(print >> 8);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

inline std::size_t word_count(std::string_view sequence) {
  return sequence.size() / sizeof(WordPrint);
}

inline WordPrint word_at(std::string_view sequence, std::size_t index) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
  return static_cast<WordPrint>(byte(2 * index) | byte(2 * index + 1) << 8);
}

}  // namespace notes
