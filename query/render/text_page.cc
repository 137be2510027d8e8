// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text_page.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "common/text/code_point.h"
#include "common/text/printable.h"
#include "query/search/show/note_text.h"

namespace notes {
namespace {

constexpr std::string_view kCut = "…";
constexpr std::size_t kCutColumns = 1;
constexpr std::size_t kUnlimited = static_cast<std::size_t>(-1);

// A row shows the bytes [begin, end) of the line. The next row starts at `next`.
struct Row {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;
};

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::size_t found = text.find_first_not_of(' ', at);
  return found == std::string_view::npos ? text.size() : found;
}

Row row_until(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t next = skip_blanks(text, end);
  while (end > begin && text[end - 1] == ' ') --end;
  return {begin, end, next};
}

// Keeps words whole unless that would waste most of the row. CJK text has no blanks, so a row may
// end between any two characters.
Row take_row(std::string_view text, std::size_t begin, std::size_t columns) {
  std::size_t used = 0;
  std::size_t break_at = begin;
  std::size_t at = begin;
  while (at < text.size()) {
    const Cluster cluster = cluster_at(text, at);
    if ((text[at] == ' ' || cluster.columns == 2) && used * 3 > columns) break_at = at;
    if (used + cluster.columns > columns) break;
    used += cluster.columns;
    at += cluster.bytes;
  }
  if (at == text.size()) return row_until(text, begin, at);
  return row_until(text, begin, break_at > begin ? break_at : at);
}

std::vector<Row> take_rows(std::string_view text, std::size_t begin, LineBox box) {
  // Skip indentation that would fill the row.
  const std::size_t first_word = skip_blanks(text, begin);
  if ((first_word - begin) * 3 > box.columns) begin = first_word;
  std::vector<Row> rows;
  const std::size_t lead = begin > 0 ? kCutColumns : 0;
  for (std::size_t at = begin; at < text.size() && rows.size() < box.rows;) {
    const std::size_t columns = box.columns - (rows.empty() ? lead : 0);
    Row row = take_row(text, at, columns);
    const bool is_cut = rows.size() + 1 == box.rows && row.next < text.size();
    if (is_cut) row = take_row(text, at, columns - kCutColumns);
    if (row.end > row.begin) rows.push_back(row);
    at = row.next;
  }
  return rows;
}

// The start of a word at most `before` characters before the highlight.
std::size_t window_begin(std::string_view text, std::size_t highlight_begin, std::size_t before) {
  std::size_t at = highlight_begin;
  for (; before > 0 && at > 0; --before) at = begin_of_character(text, at - 1);
  if (at == 0) return 0;
  const std::size_t blank = text.substr(0, highlight_begin).find(' ', at);
  return blank == std::string_view::npos ? at : skip_blanks(text, blank);
}

bool show(const std::vector<Row>& rows, const ByteRange& highlight) {
  return !rows.empty() && highlight.end <= rows.back().end;
}

// The rows that show the first highlight. They start at the beginning of the line if that shows it;
// else a little before the highlight, or further back if the line ends soon after it.
std::vector<Row> rows_around_highlight(const MarkedText& line, LineBox box) {
  const std::string_view text = line.text;
  std::vector<Row> rows = take_rows(text, 0, box);
  if (line.highlights.empty() || show(rows, line.highlights.front())) return rows;
  const ByteRange highlight = line.highlights.front();
  const std::size_t most_bytes = box.columns * box.rows * 3 / 4;
  const std::size_t least = box.columns / 3;
  const std::size_t after = std::min(most_bytes, text.size() - highlight.begin);
  rows = take_rows(text, window_begin(text, highlight.begin, std::max(least, most_bytes - after)),
                   box);
  if (show(rows, highlight)) return rows;
  return take_rows(text, window_begin(text, highlight.begin, least), box);
}

constexpr std::size_t kTabStop = 8;

// The length of the colour or link sequence at the start of `text`, or 0.
std::size_t sequence_length(std::string_view text) {
  constexpr std::string_view kLinkEnd = "\x1b\\";
  if (text.starts_with("\x1b[")) return std::min(text.find('m'), text.size() - 1) + 1;
  if (!text.starts_with("\x1b]")) return 0;
  const std::size_t end = text.find(kLinkEnd);
  return end == text.npos ? text.size() : end + kLinkEnd.size();
}

std::size_t line_width(std::string_view line) {
  std::size_t width = 0;
  while (!line.empty()) {
    std::size_t length = sequence_length(line);
    if (length == 0) {
      const Cluster cluster = cluster_at(line, 0);
      width += line.front() == '\t' ? kTabStop - width % kTabStop : cluster.columns;
      length = cluster.bytes;
    }
    line.remove_prefix(length);
  }
  return width;
}

// Select Graphic Rendition parameters, by Style. Uses only those of the 16 theme colours that are
// readable on both dark and light backgrounds. Matches and line numbers look as in grep.
constexpr std::array<std::string_view, 9> kAnsiParameters{"",   "1",  "1;31", "35", "32",
                                                          "36", "36", "2",    "33"};

// Rows wider than kWidest are hard to follow from the left side to the right.
constexpr int kNarrowest = 24;
constexpr int kWidest = 100;
constexpr std::size_t kGap = 2;

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

std::vector<MarkedText> fit(const MarkedText& line, LineBox box) {
  const std::vector<Row> rows = rows_around_highlight(line, box);
  std::vector<MarkedText> fitted;
  for (const Row& row : rows) {
    const bool cut_before = fitted.empty() && row.begin > 0;
    const bool cut_after = &row == &rows.back() && row.next < line.text.size();
    const ByteRange shown{static_cast<std::uint32_t>(row.begin),
                          static_cast<std::uint32_t>(row.end)};
    fitted.push_back(
        slice(line.text, line.highlights, shown, cut_before ? kCut : "", cut_after ? kCut : ""));
  }
  return fitted;
}

std::string wrapped(std::string_view text, int columns) {
  const LineBox box{std::max(kFewestColumns, static_cast<std::size_t>(columns)), kUnlimited};
  std::string rows;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);)
    for (const MarkedText& row : fit({line, {}}, box)) rows += row.text + '\n';
  return rows;
}

std::size_t count_terminal_rows(std::string_view text, std::size_t columns) {
  std::size_t rows = 0;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);)
    rows += std::max<std::size_t>(1, (line_width(line) + columns - 1) / columns);
  return rows;
}

StyledRow& StyledRow::add(std::string_view text, Style style) {
  return add_link(text, "", style);
}

StyledRow& StyledRow::add(const MarkedText& text, Style style) {
  std::size_t at = 0;
  const std::string_view all = text.text;
  for (const ByteRange range : text.highlights) {
    add(all.substr(at, range.begin - at), style);
    add(range.in(all), Style::match);
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
