// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/styled_row.h"

#include "common/text/display_width.h"

namespace notes {
namespace {

// Select Graphic Rendition parameters. Uses only those of the 16 theme colours that are readable on
// both dark and light backgrounds. Matches and line numbers look as in grep.
std::string_view ansi_parameters(Style style) {
  switch (style) {
    case Style::plain:
      return "";
    case Style::title:
      return "1";
    case Style::match:
      return "1;31";
    case Style::location:
      return "35";
    case Style::line_number:
      return "32";
    case Style::date:
    case Style::tag:
      return "36";
    case Style::faint:
      return "2";
    case Style::warning:
      return "33";
  }
  return "";
}

}  // namespace

StyledRow& StyledRow::add(std::string_view text, Style style) {
  return add_link(text, "", style);
}

StyledRow& StyledRow::add(const MarkedText& text, Style style) {
  std::size_t at = 0;
  const std::string_view all = text.text;
  for (const ByteRange range : text.highlights) {
    add(all.substr(at, range.begin - at), style);
    add(all.substr(range.begin, range.end - range.begin), Style::match);
    at = range.end;
  }
  return add(all.substr(at), style);
}

StyledRow& StyledRow::add_link(std::string_view text, std::string_view url, Style style) {
  if (text.empty()) return *this;
  pieces_.push_back({std::string(text), style, std::string(url)});
  width_ += display_width(text);
  return *this;
}

StyledRow& StyledRow::add(const StyledRow& other) {
  pieces_.insert(pieces_.end(), other.pieces_.begin(), other.pieces_.end());
  width_ += other.width_;
  return *this;
}

StyledRow& StyledRow::pad_to(std::size_t column) {
  return width_ < column ? add(std::string(column - width_, ' ')) : *this;
}

void StyledRow::write(const RenderOptions& options, std::ostream& out) const {
  for (const Piece& piece : pieces_) write_piece(piece, options, out);
  out << '\n';
}

void StyledRow::write_piece(const Piece& piece, const RenderOptions& options, std::ostream& out) {
  const bool is_link = options.hyperlinks && !piece.url.empty();
  const std::string_view parameters = options.color ? ansi_parameters(piece.style) : "";
  if (is_link) out << "\x1b]8;;" << piece.url << "\x1b\\";
  if (!parameters.empty()) out << "\x1b[" << parameters << 'm';
  out << piece.text;
  if (!parameters.empty()) out << "\x1b[0m";
  if (is_link) out << "\x1b]8;;\x1b\\";
}

}  // namespace notes
