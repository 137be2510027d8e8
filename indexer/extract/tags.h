// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the tags that somebody wrote: in front matter, on `Tags:` lines and as #tag in the text.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "indexer/extract/front_matter.h"

namespace notes {

// Tags without duplicates: `ML`, `ml` and `#ml` are the same, as are `a-b`, `a_b` and `a b`.
struct TagList {
  struct Label {
    std::uint32_t line = 0;  // of `Tags:` or the last tag below it; 0 = none is open
    std::size_t columns = 0;
    bool is_item = false;
  };

  std::vector<std::string> tags;
  std::set<std::string> folded;  // of the tags
  Label label;
};

// From the keys tags, keywords, topics and categories; also in the singular.
void add_front_matter_tags(const FrontMatter& front_matter, TagList& tags);

// `run` is the text of a TextRun, and `source` the lines of the note it came from: only these show
// the indentation.
void add_text_tags(std::string_view run, std::string_view source, std::uint32_t first_line,
                   TagList& tags);

// What may be a formula: the text between the dollar sign at `open` and the next one on its line.
// Empty if there is none.
std::string_view formula_at(std::string_view text, std::size_t open);

}  // namespace notes
