// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/display_width.h"

namespace notes {
namespace {

// Select Graphic Rendition parameters, by Style. Uses only those of the 16 theme colours that are
// readable on both dark and light backgrounds. Matches and line numbers look as in grep.
constexpr std::array<std::string_view, 9> kAnsiParameters{"",   "1",  "1;31", "35", "32",
                                                          "36", "36", "2",    "33"};

// Rows wider than kWidest are hard to follow from the left side to the right.
constexpr int kNarrowest = 24;
constexpr int kWidest = 100;
constexpr std::size_t kGap = 2;
constexpr std::size_t kTitleRows = 3;
constexpr std::size_t kFewestColumns = 8;

std::size_t room(std::size_t width, std::size_t taken) {
  return std::max(kFewestColumns, width > taken ? width - taken : 0);
}

StyledRow joined(const std::vector<StyledRow>& parts) {
  StyledRow row;
  for (const StyledRow& part : parts) row.pad_to(row.empty() ? 0 : row.width() + kGap).add(part);
  return row;
}

// Wraps the left side to leave room for the right: a right side alone on a row looks lost.
std::vector<MarkedText> left_rows(const MarkedText& left, std::size_t columns,
                                  std::size_t right_columns) {
  std::vector<MarkedText> rows = fit(left, {columns, kTitleRows});
  if (right_columns == 0) return rows;
  const std::size_t taken = kGap + right_columns;
  const bool right_fits = !rows.empty() && display_width(rows.back().text) + taken <= columns;
  if (right_fits || taken * 2 > columns) return rows;
  return fit(left, {columns - taken, kTitleRows});
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

std::string StyledRow::text(const RenderOptions& options) const {
  std::string row;
  for (const Piece& piece : pieces_) {
    const bool is_link = options.hyperlinks && !piece.url.empty();
    const std::string_view parameters =
        options.color ? kAnsiParameters[static_cast<std::size_t>(piece.style)] : "";
    if (is_link) row.append("\x1b]8;;").append(piece.url).append("\x1b\\");
    if (!parameters.empty()) row.append("\x1b[").append(parameters).append("m");
    row += piece.text;
    if (!parameters.empty()) row += "\x1b[0m";
    if (is_link) row += "\x1b]8;;\x1b\\";
  }
  row += '\n';
  return row;
}

TextPage::TextPage(const RenderOptions& options, std::size_t margin, std::size_t line_numbers)
    : options_(options),
      margin_(margin),
      line_numbers_(line_numbers),
      width_(static_cast<std::size_t>(std::clamp(options.width, kNarrowest, kWidest)) - margin) {}

void TextPage::row(const StyledRow& row) {
  StyledRow whole;
  if (margin_ > 0 && next_number_ > 0) {
    const std::string digits = std::to_string(std::exchange(next_number_, 0));
    whole.pad_to(margin_ - kGap - digits.size()).add(digits, Style::faint);
  }
  text_ += whole.pad_to(margin_).add(row).text(options_);
}

void TextPage::two_sided(std::size_t indent, const MarkedText& left,
                         const std::vector<StyledRow>& right) {
  const StyledRow parts = joined(right);
  StyledRow last;
  for (const MarkedText& part : left_rows(left, room(width_, indent), parts.width())) {
    if (!last.empty()) row(last);
    last = StyledRow().pad_to(indent).add(part, Style::title);
  }
  if (parts.empty()) return row(last);
  if (last.width() + kGap + parts.width() > width_) row(std::exchange(last, {}));
  if (indent + parts.width() > width_) return flow(indent, right);
  row(last.pad_to(width_ - parts.width()).add(parts));
}

void TextPage::flow(std::size_t indent, const std::vector<StyledRow>& parts) {
  StyledRow line;
  for (const StyledRow& part : parts) {
    if (!line.empty() && line.width() + kGap + part.width() > width_) row(std::exchange(line, {}));
    line.pad_to(line.empty() ? indent : line.width() + kGap).add(part);
  }
  if (!line.empty()) row(line);
}

void TextPage::numbered(std::size_t indent, std::uint32_t number, const std::string& url,
                        const MarkedText& line, std::size_t most_rows) {
  const std::string digits = std::to_string(number);
  const std::size_t text_column = indent + line_numbers_ + kGap;
  StyledRow start = StyledRow().pad_to(indent + line_numbers_ - digits.size());
  start.add_link(digits, url, Style::line_number);
  for (const MarkedText& part : fit(line, {room(width_, text_column), most_rows}))
    row(std::exchange(start, {}).pad_to(text_column).add(part, Style::plain));
}

}  // namespace notes
