// SPDX-License-Identifier: GPL-2.0-or-later
// Lays rows out on a page of limited width: a left and a right side, parts that flow, numbered
// lines. Knows rows and columns, not hits.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "query/render/renderer.h"
#include "query/render/styled_row.h"
#include "query/search/show/hit.h"

namespace notes {

struct NumberedLine {
  std::uint32_t number = 1;
  std::string url;
  MarkedText text;
  std::size_t most_rows = 2;
};

struct PageColumns {
  std::size_t margin = 0;        // at the left of every row; holds the numbers of hits
  std::size_t line_numbers = 1;  // the digits of the longest line number
};

class TextPage {
 public:
  TextPage(const RenderOptions& options, PageColumns columns, std::ostream& out);

  std::size_t rows() const { return rows_; }  // so far

  // The next row has this number in its margin, if there is one.
  void number_next_row(std::size_t number) { next_number_ = number; }
  void blank_row();
  void row(const StyledRow& row);
  // `left` wrapped, `right` at the right edge of its last row, or of a row of its own; parts that
  // are wider than the page flow.
  void two_sided(std::size_t indent, const MarkedText& left, const std::vector<StyledRow>& right);
  // Parts two blanks apart, in as many rows as they need.
  void flow(std::size_t indent, const std::vector<StyledRow>& parts);
  // A line of a note behind its number, which is a link; cut around the first highlight.
  void numbered(std::size_t indent, const NumberedLine& line);

 private:
  const RenderOptions& options_;
  PageColumns columns_;
  std::size_t width_;  // without the margin
  std::ostream& out_;
  std::size_t rows_ = 0;
  std::size_t next_number_ = 0;  // 0: none
};

}  // namespace notes
