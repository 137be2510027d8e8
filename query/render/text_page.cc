#include "query/render/text_page.h"

#include <algorithm>
#include <string>

#include "query/render/fitted_lines.h"

namespace notes {
namespace {

// Beyond a hundred columns the eye loses the row between its left and its right side.
constexpr int kNarrowest = 24;
constexpr int kWidest = 100;
constexpr std::size_t kGap = 2;
constexpr std::size_t kTitleRows = 3;
constexpr std::size_t kLineRows = 2;
constexpr std::size_t kFewestColumns = 8;

std::size_t room(std::size_t width, std::size_t taken) {
  return std::max(kFewestColumns, width > taken ? width - taken : 0);
}

StyledRow joined(const std::vector<StyledRow>& parts) {
  StyledRow row;
  for (const StyledRow& part : parts) row.pad_to(row.empty() ? 0 : row.width() + kGap).add(part);
  return row;
}

}  // namespace

TextPage::TextPage(const RenderOptions& options, std::size_t number_columns, std::ostream& out)
    : options_(options),
      width_(static_cast<std::size_t>(std::clamp(options.width, kNarrowest, kWidest))),
      number_columns_(number_columns),
      out_(out) {}

void TextPage::blank_row() {
  out_ << '\n';
}

void TextPage::row(const StyledRow& row) {
  row.write(options_, out_);
}

void TextPage::two_sided(std::size_t indent, const MarkedText& left,
                         const std::vector<StyledRow>& right) {
  const StyledRow parts = joined(right);
  StyledRow last;
  for (const MarkedText& part : fit(left, {room(width_, indent), kTitleRows})) {
    if (!last.empty()) row(last);
    last = StyledRow().pad_to(indent).add(part, Style::title);
  }
  if (parts.empty()) return row(last);
  if (last.width() + kGap + parts.width() > width_) {
    row(last);
    last = StyledRow();
  }
  if (indent + parts.width() > width_) return flow(indent, right);
  row(last.pad_to(width_ - parts.width()).add(parts));
}

void TextPage::flow(std::size_t indent, const std::vector<StyledRow>& parts) {
  StyledRow line;
  for (const StyledRow& part : parts) {
    if (!line.empty() && line.width() + kGap + part.width() > width_) {
      row(line);
      line = StyledRow();
    }
    line.pad_to(line.empty() ? indent : line.width() + kGap).add(part);
  }
  if (!line.empty()) row(line);
}

void TextPage::numbered(std::size_t indent, std::uint32_t number, const MarkedText& line) {
  const std::string digits = std::to_string(number);
  const std::size_t text_column = indent + number_columns_ + kGap;
  bool is_first = true;
  for (const MarkedText& part : fit(line, {room(width_, text_column), kLineRows})) {
    StyledRow next;
    if (is_first) {
      next.pad_to(indent + number_columns_ - digits.size()).add(digits, Style::line_number);
    }
    row(next.pad_to(text_column).add(part, Style::plain));
    is_first = false;
  }
}

}  // namespace notes
