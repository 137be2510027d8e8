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
};

class TextPage {
 public:
  // `number_columns`: the digits of the longest line number.
  TextPage(const RenderOptions& options, std::size_t number_columns, std::ostream& out);

  void blank_row();
  void row(const StyledRow& row);
  // `left` wrapped, `right` at the right edge of its last row, or of a row of its own; parts that
  // are wider than the page flow.
  void two_sided(std::size_t indent, const MarkedText& left, const std::vector<StyledRow>& right);
  // Parts two blanks apart, in as many rows as they need.
  void flow(std::size_t indent, const std::vector<StyledRow>& parts);
  // A line of a note behind its number, which is a link; cut to two rows around the first
  // highlight.
  void numbered(std::size_t indent, const NumberedLine& line);

 private:
  const RenderOptions& options_;
  std::size_t width_;
  std::size_t number_columns_;
  std::ostream& out_;
};

}  // namespace notes
