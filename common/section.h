// SPDX-License-Identifier: GPL-2.0-or-later
// What the index stores about a section, in addition to its terms, and its stored form. Its text is
// not stored: it is read from the note at [begin_byte, end_byte).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/day.h"
#include "common/text/reading.h"

namespace notes {

enum class Level : std::uint8_t { note, thread, question };

inline std::string_view level_name(Level level) {
  constexpr std::array<std::string_view, 3> kNames{"note", "thread", "question"};
  return kNames.at(static_cast<std::size_t>(level));
}

// Where a section's date was found: in the section itself, or in the one it inherits from.
enum class DateSource : std::uint8_t { line, heading, front_matter, file_name, folder };

inline std::string_view date_source_name(DateSource source) {
  constexpr std::array<std::string_view, 5> kNames{"line", "heading", "front matter", "file name",
                                                   "folder"};
  return kNames.at(static_cast<std::size_t>(source));
}

// A tag that somebody wrote, or a name found in the text (INT2, BRECQ).
enum class TagSource : std::uint8_t { tag, name };

struct Tag {
  std::string name;  // as written, without '#'
  TagSource source = TagSource::tag;
  bool operator==(const Tag&) const = default;
};

struct Crumb {
  std::string title;
  std::uint32_t line = 1;  // of the heading; the first line in a note without one
  bool operator==(const Crumb&) const = default;
};

// Lines are 1-based and inclusive, bytes 0-based and half-open. Both count the file as it is, with
// byte order mark and front matter. "Own" is the heading and what follows up to the first child
// section; "below" reaches to the end of the last descendant (the same as own if there is none).
struct Section {
  std::string id;  // 12 characters of base32
  Level level = Level::note;
  std::uint32_t root = 0;        // number of the root in the index settings
  std::string rel_path;          // below the root, '/' between parts, as the file system spells it
  std::uint32_t first_line = 1;  // the line of begin_byte; the heading may come later
  std::uint32_t last_line = 1;
  std::uint32_t last_line_below = 1;
  std::uint64_t begin_byte = 0;
  std::uint64_t end_byte = 0;
  std::uint64_t end_byte_below = 0;
  std::uint64_t own_hash = 0;  // XXH3 of the bytes [begin_byte, end_byte)
  // The text in these bytes, as cmark split it: ascending, with offsets from begin_byte. See
  // read_text.
  std::vector<TextBlock> blocks;
  std::vector<Crumb> breadcrumb;  // from the note to this section; back().title is its title
  std::optional<DateSpan> date;   // own or inherited
  DateSource date_source = DateSource::line;  // if there is a date
  std::vector<Tag> tags;                      // own and inherited, names last
  std::vector<std::string> urls;              // own, in order, without duplicates
  // For a note: its other names, from front matter, file name and aliases.
  std::vector<std::string> other_titles;
  bool operator==(const Section&) const = default;

  const std::string& title() const { return breadcrumb.back().title; }
  // Line of the heading; the first line in a note without one.
  std::uint32_t heading_line() const { return breadcrumb.back().line; }
};

// The value of a document in slot::section: the section, and what the indexer compares on the next
// run.
struct StoredSection {
  Section section;
  std::uint64_t terms_hash = 0;  // of everything that its terms and values are made from
};

std::string pack_section(const StoredSection& stored);

// Throws Error (ExitCode::damaged_index).
StoredSection unpack_section(std::string_view bytes);

}  // namespace notes
