// SPDX-License-Identifier: GPL-2.0-or-later
// Fits text into the columns of a terminal, and lays out rows on a page of limited width. Knows
// rows, columns and styles, not hits. Only text_page.cc writes escape sequences; all text must be
// printable already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/render/renderers.h"
#include "query/search/search.h"

namespace notes {

inline constexpr std::size_t kFewestColumns = 8;
inline constexpr std::size_t kTitleRows = 3;  // a longer title is cut

struct LineBox {
  std::size_t columns = 80;  // at least kFewestColumns
  std::size_t rows = 1;      // the maximum
};

// Breaks printable text between words into lines that fit. Each ends in a newline.
std::string wrapped(std::string_view text, int columns);

// A line that is too long for its box shows the part around its first highlight, with `…` at the
// cuts. `line` is printable. Rows have no trailing blanks; a blank line gives no row.
std::vector<MarkedText> fit(const MarkedText& line, LineBox box);

// The terminal rows that an output takes, with wrapped lines. Ignores the colours and links that
// text_page.h writes. `columns` is not 0.
std::size_t count_terminal_rows(std::string_view text, std::size_t columns);

enum class Style : std::uint8_t {
  plain,
  title,
  match,
  location,
  line_number,
  date,
  tag,
  faint,
  warning
};

// Pieces of text, each in a style.
class StyledRow {
 public:
  StyledRow& add(std::string_view text, Style style = Style::plain);
  // Adds highlighted parts in Style::match, the others in `style`.
  StyledRow& add(const MarkedText& text, Style style);
  StyledRow& add_link(std::string_view text, std::string_view url, Style style);
  StyledRow& add(const StyledRow& other);
  // Adds blanks up to the column, unless the row is already that wide.
  StyledRow& pad_to(std::size_t column);

  std::size_t width() const { return width_; }  // in columns
  bool empty() const { return pieces_.empty(); }
  std::string text(const RenderOptions& options) const;  // with a newline

 private:
  struct Piece {
    std::string text;
    Style style;
    std::string url;  // empty: no link
  };

  std::vector<Piece> pieces_;
  std::size_t width_ = 0;
};

class TextPage {
 public:
  // Columns: `margin` is left of every row and holds the numbers of hits, `line_numbers` is for the
  // digits of the longest line number.
  TextPage(const RenderOptions& options, std::size_t margin, std::size_t line_numbers);

  const std::string& text() const { return text_; }  // so far

  // Puts `number` in the margin of the next row, if there is a margin.
  void number_next_row(std::size_t number) { next_number_ = number; }
  void blank_row() { text_ += '\n'; }
  void row(const StyledRow& row);
  // Wraps `left` and puts `right` at the right edge of its last row or of a row of its own. Parts
  // wider than the page flow.
  void two_sided(std::size_t indent, const MarkedText& left, const std::vector<StyledRow>& right);
  // Writes the parts two blanks apart, in as many rows as they need.
  void flow(std::size_t indent, const std::vector<StyledRow>& parts);
  // Writes a line of a note after its number, which is a link. Cuts it around the first highlight.
  void numbered(std::size_t indent, std::uint32_t number, const std::string& url,
                const MarkedText& line, std::size_t most_rows);

 private:
  const RenderOptions& options_;
  std::size_t margin_;
  std::size_t line_numbers_;
  std::size_t width_;  // without the margin
  std::string text_;
  std::size_t next_number_ = 0;  // 0: none
};

}  // namespace notes
