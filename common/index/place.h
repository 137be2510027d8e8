// SPDX-License-Identifier: GPL-2.0-or-later
// The values of a section's document, which are read faster than the document itself: its position
// in the note (slot::place), its dates (the slots of day_range fields), and what facets count
// (slot::facets). Also the ids by which notes and sections are found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"

namespace notes {

// Ids stay the same while other things change: XXH3 over the bytes, in base32 (a-z, 2-7).
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
