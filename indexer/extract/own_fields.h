// SPDX-License-Identifier: GPL-2.0-or-later
// The fields that each section has from its own text and front matter: tags, names, links,
// features. For dates see dates.h; section_builder.h adds what is inherited.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/front_matter.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/markdown_tree.h"
#include "indexer/extract/outline.h"
#include "indexer/extract/section_builder.h"

namespace notes {

// The parts of a note as they were read.
struct NoteParts {
  const LineTable& lines;
  const FrontMatter& front_matter;
  const MarkdownTree& tree;
  const Outline& outline;
  std::string_view rel_path;
};

// One for each entry of the outline, with only these fields.
std::vector<ExtractedSection> sections_with_own_fields(const NoteParts& note);

// A block in the form that tags, names and dates need: line by line, with the line ends of `source`
// and without code. Wiki links keep their marks.
std::string running_text(const TextReading& reading, std::size_t block, std::string_view source);

// Replaces what is not running text: code, images, the edges of links, the backslash of \#sign.
inline constexpr char kPlaceholder = '\x1f';

// What links may call a note: its path and each end of it ("/sea/tides", "sea/tides", "tides"), and
// its titles ("=ebb and flow"), which count if no file has that name.
std::vector<std::string> names_of_note(std::string_view rel_path,
                                       const std::vector<std::string>& titles);

}  // namespace notes
