// SPDX-License-Identifier: GPL-2.0-or-later
// A section with everything below it, as the Markdown of its note. It is cut to a size where a
// reader can stop: before a section, else between paragraphs, else inside one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

struct OpenIndex;

struct LeftOut {
  std::string id;
  std::string title;
  std::uint32_t line = 1;  // of the heading
};

struct Passage {
  Hit hit;
  std::string markdown;           // byte for byte as in the note
  std::size_t whole_bytes = 0;    // without the cut
  std::uint32_t last_line = 1;    // of the note in `markdown`
  std::vector<LeftOut> left_out;  // sections below that did not fit, in the note's order
};

// `name` as for find_section; at most `max_bytes` of Markdown.
std::optional<Passage> find_passage(const OpenIndex& index, const std::string& name,
                                    std::size_t max_bytes);

// The longest start of `text` of at most `max_bytes` that ends with a paragraph, or with a line or
// a character if nothing longer fits. Blank lines in code do not end a paragraph.
std::string_view whole_paragraphs(std::string_view text, std::span<const TextBlock> blocks,
                                  std::size_t max_bytes);

}  // namespace notes
