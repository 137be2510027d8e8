// SPDX-License-Identifier: GPL-2.0-or-later
// Tags that somebody wrote: in front matter, on `Tags:` lines and as #tag in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "indexer/extract/front_matter.h"

namespace notes {

// A list of tags without duplicates: `ML`, `ml` and `#ml` are one, as are `a-b`, `a_b` and `a b`.
class TagList {
 public:
  // Marks around the tag (#, quotes, [[ ]]) are removed; what is not a tag is ignored, and so is
  // what comes after a hundred tags.
  void add(std::string_view tag);
  // Adds what a line of text lists after `Tags:`, or below such a line when it is indented or the
  // item of a list. `source` is the same line as the note has it.
  void add_line(std::string_view line, std::string_view source, std::uint32_t number);
  std::vector<std::string> take() { return std::move(tags_); }

 private:
  struct Label {
    std::uint32_t line = 0;  // of the label or the last tag below it; 0 = none is open
    std::size_t columns = 0;
    bool is_item = false;
  };

  Label label_;
  std::vector<std::string> tags_;
  std::vector<std::string> folded_;  // sorted
};

// From the keys tags, keywords, topics and categories; also in the singular.
void add_front_matter_tags(const FrontMatter& front_matter, TagList& tags);

// `run` is the text of a TextRun, `source` the lines of the note it came from: only there an
// escaped \#sign and the indentation show.
void add_text_tags(std::string_view run, std::string_view source, std::uint32_t first_line,
                   TagList& tags);

}  // namespace notes
