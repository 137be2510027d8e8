// SPDX-License-Identifier: GPL-2.0-or-later
// Which headings of a note open sections, of which level, and below which other section. Knows
// lines and titles, not what sections are about.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/section.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/markdown_tree.h"

namespace notes {

struct OutlineEntry {
  const Heading* heading = nullptr;  // of the tree; the note's own entry may have none
  Level level = Level::note;
  std::optional<std::size_t> parent;  // index of an earlier entry
  std::uint32_t end_line = 1;         // own text ends before this line
};

struct Outline {
  std::vector<OutlineEntry> entries;  // the note's own first, then in order of the file

  // The entry whose own text has the line; nothing for the lines of a contents list.
  std::optional<std::size_t> find_entry_at(std::uint32_t line) const;

  struct Start {
    std::uint32_t line = 1;
    std::optional<std::size_t> entry;
  };
  std::vector<Start> starts;  // ascending

  bool may_have_contents = false;  // the note has links into itself
};

// The title heading is the first heading when it opens the note and is the file's only h1 or only
// heading, or when it alone has the highest level and the next level is skipped (h2, then h4). Of
// the others those of the highest level are threads, deeper ones questions. Contents lists get no
// entry. The text begins on `body_line`.
Outline build_outline(const MarkdownTree& tree, const LineTable& lines, std::uint32_t body_line,
                      std::string_view rel_path);

// Whether the lines from `first` up to `end` hold no text, but only properties, dates, tags, links,
// images and badges, quotes and callouts, HTML and comments, rules, and what a program reads. Such
// lines may precede the title of a note.
bool says_no_text(const LineTable& lines, std::uint32_t first, std::uint32_t end);

}  // namespace notes
