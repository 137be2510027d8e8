// SPDX-License-Identifier: GPL-2.0-or-later
// Recognises tables of contents: they hold the words of every heading and answer nothing.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "common/text/byte_range.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/markdown_tree.h"

namespace notes {

// The contents lists of one note.
class ContentsLists {
 public:
  // `headings` outlive this.
  ContentsLists(const LineTable& lines, std::span<const Heading> headings,
                std::string_view rel_path);

  // Whether the note links into itself at all; otherwise it has none.
  bool may_exist() const { return may_exist_; }

  // At least 4 lines that say something, 60 % of which are a single link into the note (also as the
  // row of a table); or a title such as "Contents" and one such link. At least half of the links
  // lead to headings, and no other line is prose. `lines` are those below the heading. None when
  // there is other text besides a block that a tool marked.
  bool is_list(LineRange lines, std::string_view title) const;

 private:
  bool is_mostly_links(LineRange lines, std::string_view title) const;
  std::string_view in_page_target(std::string_view target) const;
  std::string_view in_page_link(std::string_view line) const;
  bool is_heading(std::string_view text) const;
  bool leads_to_heading(std::string_view link) const;

  const LineTable& lines_;
  std::span<const Heading> headings_;
  std::string file_name_;
  bool may_exist_ = false;
  mutable std::set<std::string> anchors_;  // of the headings; made when first asked for
};

// The part of an own text that is left when a block between the markers of a tool (doctoc,
// markdown-toc, editors) opens or closes it.
ByteRange without_contents_block(std::string_view own_text);

}  // namespace notes
