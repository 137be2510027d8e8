// SPDX-License-Identifier: GPL-2.0-or-later
// Recognises tables of contents: they contain the words of every heading but answer nothing.
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

// The tables of contents in one note.
class ContentsLists {
 public:
  // `headings` must outlive this.
  ContentsLists(const LineTable& lines, std::span<const Heading> headings,
                std::string_view rel_path);

  // False if the note has no links within itself, and so no table of contents.
  bool may_exist() const { return may_exist_; }

  // True if there are at least 4 lines with text and 60 % of them are a single link within the note
  // (also as a row of a table), or if the title is like "Contents" and there is one such link. At
  // least half of the links must lead to headings, and no other line may be prose. `lines` are the
  // lines below the heading. False if there is text outside a block marked by a tool.
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
  mutable std::set<std::string> anchors_;  // of the headings; built on first use
};

// What is left of a section's own text if it starts or ends with a block between the markers of a
// tool (doctoc, markdown-toc, editors).
ByteRange without_contents_block(std::string_view own_text);

}  // namespace notes
