// SPDX-License-Identifier: GPL-2.0-or-later
// A section as both programs know it: what the index stores about it beside its terms. Its text is
// not here: it is read from the note at [begin_byte, end_byte).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/day.h"
#include "common/text/reading.h"

namespace notes {

enum class Level : std::uint8_t { note, thread, question };

std::string_view level_name(Level level);  // "note", "thread", "question"

// Where the date of a section was read: its own, or that of the section it inherits from.
enum class DateSource : std::uint8_t { line, heading, front_matter, file_name, folder };

std::string_view date_source_name(DateSource source);  // "front matter"

// A tag somebody wrote, or a name derived from the text (INT2, BRECQ).
enum class TagSource : std::uint8_t { tag, name };

struct Tag {
  std::string name;  // as written, without '#'
  TagSource source = TagSource::tag;
  bool operator==(const Tag&) const = default;
};

struct Crumb {
  std::string title;
  std::uint32_t line = 1;  // of the heading; for a note that has none, the first line
  bool operator==(const Crumb&) const = default;
};

// Lines are 1-based and inclusive, bytes 0-based and half-open; both count the file as it is, byte
// order mark and front matter included. "Own" is the heading and what follows up to the first child
// section; "below" reaches to the end of the last descendant (equal to own when there is none).
struct Section {
  std::string id;  // 12 characters of base32
  Level level = Level::note;
  std::uint32_t root = 0;        // number of the root in the index settings
  std::string rel_path;          // below the root, '/' between parts, as the file system spells it
  std::uint32_t first_line = 1;  // where begin_byte stands; the heading may stand below
  std::uint32_t last_line = 1;
  std::uint32_t last_line_below = 1;
  std::uint64_t begin_byte = 0;
  std::uint64_t end_byte = 0;
  std::uint64_t end_byte_below = 0;
  std::uint64_t own_hash = 0;  // XXH3 of the bytes [begin_byte, end_byte)
  // What stands in them, as cmark cut it: ascending, bytes from begin_byte on. See read_text.
  std::vector<TextBlock> blocks;
  std::vector<Crumb> breadcrumb;  // from the note to this section; back().title is its title
  std::optional<DateSpan> date;   // own or inherited
  DateSource date_source = DateSource::line;  // when there is a date
  std::vector<Tag> tags;                      // own and inherited, names last
  std::vector<std::string> urls;              // own, in order, without duplicates
  // Of a note: what it is called beside its heading, by front matter, file name and aliases.
  std::vector<std::string> other_titles;
  bool operator==(const Section&) const = default;

  const std::string& title() const { return breadcrumb.back().title; }
  // Line of the heading; of a note without one, the first line.
  std::uint32_t heading_line() const { return breadcrumb.back().line; }
};

}  // namespace notes
