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

#include "indexer/extract/line_table.h"

namespace notes {

// Counts: an ATX heading, also as the first content of a list item, or a setext heading of at most
// two lines above at least three dashes or two equals signs, with a title. Not in quotes or
// <details>.
struct Heading {
  int level = 1;
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;  // the underline of a setext heading
  bool in_list_item = false;
  std::string title;  // clean_title of the plain text
};

// Stands in running text for what is no text: code, raw HTML, images, the edges of links.
inline constexpr char kPlaceholder = '\x1f';

// The text of a paragraph or heading: no markup, entities decoded, lines divided by '\n'.
struct TextRun {
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;  // or one more
  std::uint32_t begin = 0;      // in MarkdownTree::text
  std::uint32_t end = 0;
  bool is_task = false;
};

struct Link {
  std::uint32_t line = 1;  // of the paragraph
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
  std::vector<Link> web_links;  // absolute addresses, of links, images and bare ones
  std::vector<FeatureUse> features;
  std::vector<LineRange> code_blocks;
  std::optional<std::string> html_title;  // of an <h1> before any heading
  std::string text;                       // of all runs
  std::uint32_t unread_line = 0;          // from here on the parser's budget was spent; 0 = never

  std::string_view text_of(const TextRun& run) const {
    return std::string_view(text).substr(run.begin, run.end - run.begin);
  }
};

// Parses from `body_byte` on, which is where `first_line` begins or behind its byte order mark.
// Safe to call from several threads.
MarkdownTree parse_markdown(const LineTable& lines, std::uint32_t first_line,
                            std::uint64_t body_byte);

}  // namespace notes
