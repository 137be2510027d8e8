// SPDX-License-Identifier: GPL-2.0-or-later
// One row of terminal output: pieces of text, each in a style. Only this file writes escape
// sequences. All text must be printable already.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "query/render/renderer.h"
#include "query/search/show/hit.h"

namespace notes {

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
  void write(const RenderOptions& options, std::ostream& out) const;  // with a newline

 private:
  struct Piece {
    std::string text;
    Style style;
    std::string url;  // empty: no link
  };
  static void write_piece(const Piece& piece, const RenderOptions& options, std::ostream& out);

  std::vector<Piece> pieces_;
  std::size_t width_ = 0;
};

}  // namespace notes
