// SPDX-License-Identifier: GPL-2.0-or-later
// Decides which headings of a note start sections, at which level, and below which other section.
// Knows only lines and titles.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "common/text/byte_range.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/markdown_tree.h"

namespace notes {

struct OutlineEntry {
  const Heading* heading = nullptr;  // from the tree; the note's own entry may have none
  Level level = Level::note;
  std::optional<std::size_t> parent;  // index of an earlier entry
  std::uint32_t end_line = 1;         // own text ends before this line
  std::span<const TextRun> runs;      // the tree's, in the own text
};

struct Outline {
  std::vector<OutlineEntry> entries;  // the note's own first, then in order of the file
  bool may_have_contents = false;     // the note has links within itself
};

// The title heading is the first heading, if it opens the note and is the file's only h1 or only
// heading, or if it alone has the highest level and the next level is skipped (h2, then h4). Of the
// other headings, those of the highest level are threads and deeper ones are questions. Tables of
// contents get no entry. The text starts on `body_line`.
Outline build_outline(const MarkdownTree& tree, const LineTable& lines, std::uint32_t body_line,
                      std::string_view rel_path);

// What is left of a section's own text if it starts or ends with a table of contents between the
// markers of a tool (doctoc, markdown-toc, editors).
ByteRange without_contents_block(std::string_view own_text);

}  // namespace notes
