// SPDX-License-Identifier: GPL-2.0-or-later
// A section with all that stands below it as the Markdown of its note, cut to a size at places
// where a reader can stop: before a section, between paragraphs, and only then in the middle of
// one.
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
  std::size_t whole_bytes = 0;    // that it would have uncut
  std::uint32_t last_line = 1;    // of the note in `markdown`
  std::vector<LeftOut> left_out;  // sections below that did not fit, in the note's order
};

// `name` as for find_section; at most `max_bytes` of Markdown.
std::optional<Passage> find_passage(const OpenIndex& index, const std::string& name,
                                    std::size_t max_bytes);

// The longest beginning of `text` that has at most `max_bytes` and ends with a paragraph; when not
// even the first fits, with a line; else with a character. Blank lines in blocks of code end none.
std::string_view whole_paragraphs(std::string_view text, std::span<const TextBlock> blocks,
                                  std::size_t max_bytes);

}  // namespace notes
