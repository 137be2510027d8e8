// SPDX-License-Identifier: GPL-2.0-or-later
// The Markdown of a section and everything below it. If it is too long, it is cut before a section,
// else between paragraphs, else inside a paragraph.
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
  std::size_t whole_bytes = 0;    // before the cut
  std::uint32_t last_line = 1;    // line of the note where `markdown` ends
  std::vector<LeftOut> left_out;  // sections below that did not fit, in order
};

// `name` as for find_section; returns at most `max_bytes` of Markdown.
std::optional<Passage> find_passage(const OpenIndex& index, const std::string& name,
                                    std::size_t max_bytes);

// The longest start of `text` with at most `max_bytes` that ends with a paragraph, else with a
// line, else with a character. Blank lines in code do not end a paragraph.
std::string_view whole_paragraphs(std::string_view text, std::span<const TextBlock> blocks,
                                  std::size_t max_bytes);

}  // namespace notes
