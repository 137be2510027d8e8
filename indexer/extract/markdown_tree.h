// SPDX-License-Identifier: GPL-2.0-or-later
// What sections need from a note's Markdown, in order of the file: headings, running text, links,
// code and features. Only markdown_tree.cc uses the parser, cmark-gfm. outline.h decides which
// headings start sections.
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

// A heading that counts: ATX, also at the start of a list item, or setext with at most two lines
// above at least three dashes or two equals signs. It has a title and is not in a quote or
// <details>.
struct Heading {
  int level = 1;
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;  // for a setext heading, the underline
  std::uint32_t block = 0;
  std::string title;  // see title_of_heading
};

// A paragraph or heading.
struct TextRun {
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;
  std::uint32_t block = 0;
  bool is_task = false;
};

struct Link {
  std::uint32_t line = 1;  // of the paragraph or the target
  std::uint32_t byte = 0;  // where the link starts, or nearly
  std::string target;
};

struct FeatureUse {
  std::uint32_t line = 1;
  std::string_view feature;  // the value of the field `has`: "code", "table"
};

struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;
};

struct MarkdownTree {
  std::vector<Heading> headings;
  std::vector<TextRun> runs;
  std::vector<Link> links;  // targets of links; only absolute addresses of images and in the text
  std::vector<FeatureUse> features;
  std::optional<std::string> html_title;  // of an <h1> before any heading
  std::vector<TextBlock> blocks;          // all blocks of the note, texts of front matter first
  TextReading reading;                    // of `blocks`
};

// Parses the text after the front matter. Safe to call from several threads. Throws NoteTooLarge.
MarkdownTree parse_markdown(const LineTable& lines, const FrontMatter& front_matter);

}  // namespace notes
