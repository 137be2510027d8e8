// SPDX-License-Identifier: GPL-2.0-or-later
// Tags that somebody wrote: in front matter, on `Tags:` lines and as #tag in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "indexer/extract/front_matter.h"

namespace notes {

// A list of tags without duplicates: `ML`, `ml` and `#ml` are one, as are `a-b`, `a_b` and `a b`.
class TagList {
 public:
  // Marks around the tag (#, quotes, [[ ]]) are removed; what is no tag is ignored, and so is what
  // comes after a hundred tags.
  void add(std::string_view tag);
  std::vector<std::string> take() { return std::move(tags_); }

 private:
  std::vector<std::string> tags_;
  std::vector<std::string> folded_;  // sorted
};

// Of the keys tags, keywords, topics and categories; also in the singular.
void add_front_matter_tags(const FrontMatter& front_matter, TagList& tags);

// `run` is the text of a TextRun, `source` the lines of the note it came from: only there an
// escaped \#sign shows.
void add_text_tags(std::string_view run, std::string_view source, TagList& tags);

}  // namespace notes
