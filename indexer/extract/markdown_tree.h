// SPDX-License-Identifier: GPL-2.0-or-later
// What sections need to know of a note's Markdown, in order of the file: headings, running text,
// links, code and features. The only file that knows the parser, cmark-gfm. Which headings open
// sections of which level is outline's matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/reading.h"
#include "indexer/extract/front_matter.h"
#include "indexer/extract/line_table.h"

namespace notes {

// Counts: an ATX heading, also as the first content of a list item, or a setext heading of at most
// two lines above at least three dashes or two equals signs, with a title. Not in quotes or
// <details>.
struct Heading {
  int level = 1;
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;  // the underline of a setext heading
  std::uint32_t block = 0;
  std::string title;  // clean_title of what is shown
};

// A paragraph or heading.
struct TextRun {
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;
  std::uint32_t block = 0;
  bool is_task = false;
};

struct Link {
  std::uint32_t line = 1;  // of the paragraph
  std::uint32_t byte = 0;  // where it begins, or nearly
  std::string target;
};

enum class Feature : std::uint8_t { code, image, link, math, table, task };
std::string_view feature_name(Feature feature);  // the value of the field `has`

struct FeatureUse {
  std::uint32_t line = 1;
  Feature feature = Feature::code;
};

struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
};

struct MarkdownTree {
  std::vector<Heading> headings;
  std::vector<TextRun> runs;
  std::vector<Link> web_links;   // absolute addresses, of links, images and bare ones
  std::vector<Link> note_links;  // other targets of links, as written
  std::vector<FeatureUse> features;
  std::optional<std::string> html_title;  // of an <h1> before any heading
  std::vector<TextBlock> blocks;          // all of the note's, texts of front matter first
  TextReading reading;                    // of them
};

// Parses what follows the front matter. Safe to call from several threads. Throws
// NoteTooLarge.
MarkdownTree parse_markdown(const LineTable& lines, const FrontMatter& front_matter);

}  // namespace notes
