// SPDX-License-Identifier: GPL-2.0-or-later
// What a section's document holds, where reader and writer must agree: the values of its fields,
// the weight of titles, whole titles, names for links, and the words in text order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema.h"
#include "common/section.h"
#include "common/text/analyzer.h"

namespace notes {

// The values of a field in a section. None for dates, which are not words, nor for fields that are
// not part of a stored section (`is`, `has`, `link`).
std::vector<std::string> field_values(const Section& section, FieldId id);

// The weight of words in the titles above a section. Each word of its own text adds 1, so a reader
// can tell whether the text has the word. `depth` is the title's index in the section's breadcrumb;
// 0 is the note. The values come from measurements.
constexpr std::uint32_t inherited_wdf(std::size_t depth) {
  return depth == 0 ? 1 : 2;
}

// A title as one term, so that a section can be found by exactly its title. The same for titles
// with the same words in the same order, whatever their case, accents and punctuation; but C,
// C++ and C# differ. Empty if the title has no word.
std::string whole_title_term(std::string_view title, Analyzer& analyzer);

// The term for a name of a note, on the note's own section, and the term for a link by that name.
// Long paths are hashed: each note has several, and no list shows them.
std::string note_name_term(std::string_view name);
std::string link_term(std::string_view name);

// A word in the sequence stored in slot::words, which shows which words are next to or near each
// other, in a fifth of the space and time of Xapian's positions. It is a hash of two bytes; two
// words have the same one once in 65,535.
using WordPrint = std::uint16_t;

// Separates texts that do not run on: words on different sides of it are never near each other.
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
