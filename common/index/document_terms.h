// SPDX-License-Identifier: GPL-2.0-or-later
// What a section's document holds, where reader and writer must agree: the terms for whole titles
// and names, the weight of titles, and the values, which are read faster than the document itself.
// Also the ids by which notes and sections are found.
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

std::uint64_t hash_of(std::string_view bytes);  // XXH3

// Ids stay the same while other things change: a hash of the bytes in base32 (a-z, 2-7).
inline constexpr std::size_t kIdLength = 12;  // characters, 60 bits
std::string short_id(std::string_view bytes, std::size_t length = kIdLength);

// What stands for a note in the places of its sections, and the term that finds them.
std::uint64_t note_hash(std::string_view root_path, std::string_view rel_path);
std::string note_term(std::uint64_t note);
std::string note_term(std::string_view root_path, std::string_view rel_path);

// A section's id begins like the term of its note, so that no section needs a term of its own: look
// for it in the notes whose terms begin with note_terms_of(id). `key` tells the note's sections
// apart.
std::string section_id(std::uint64_t note, std::string_view key);
std::string note_terms_of(std::string_view section_id);

// The same for sections with the same heading and text, in slot::twin, and the term that finds them
// together with a few others.
std::string twin_key(std::string_view heading_and_text);
std::string twin_term(std::string_view key);

// Shows which of two hits encloses the other.
struct Place {
  std::uint64_t note = 0;        // its hash
  std::uint32_t begin_byte = 0;  // of the section
  std::uint32_t end_byte_below = 0;
  std::uint32_t thread_byte = 0;  // where its thread begins; its own start for a thread or a note
  bool operator==(const Place&) const = default;

  bool encloses(const Place& other) const {
    return note == other.note && begin_byte <= other.begin_byte &&
           other.end_byte_below <= end_byte_below && *this != other;
  }
};

std::string pack_place(const Place& place);
Place unpack_place(std::string_view bytes);  // throws Error (damaged_index)

// The bytes compare as the minutes do.
std::string sortable_minute(std::int64_t minute);
std::int64_t minute_from_sortable(std::string_view bytes);

struct FacetValues {
  using Texts = std::vector<std::string_view>;  // into the bytes that were read
  Texts tags;
  Texts names;
  Texts year;   // "2024", or none
  Texts sites;  // hosts of its links
  Texts level;
};

std::string pack_facet_values(const Section& section);

// Replaces `values` with what is in the bytes. Throws Error (damaged_index).
void read_facet_values(std::string_view bytes, FacetValues& values);

}  // namespace notes
