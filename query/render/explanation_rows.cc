// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/explanation_rows.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "common/text/display_width.h"
#include "query/render/safe_text.h"

namespace notes {
namespace {

constexpr std::size_t kGap = 2;

std::string score_text(double score) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.3f", score);
  return text.data();
}

// Ingredient, term and score, formatted.
using Cells = std::array<std::string, 3>;

std::vector<Cells> cells_of(const Hit& hit) {
  std::vector<Cells> rows{{"score", "", score_text(hit.score)}};
  for (const ScorePart& part : hit.explanation) {
    rows.push_back({printable(part.ingredient), printable(part.term), score_text(part.score)});
  }
  return rows;
}

std::size_t widest(const std::vector<Cells>& rows, std::size_t column) {
  std::size_t width = 0;
  for (const Cells& cells : rows) width = std::max(width, display_width(cells[column]));
  return width;
}

std::string blanks_after(const std::string& cell, std::size_t width) {
  return std::string(width - display_width(cell), ' ');
}

}  // namespace

std::vector<std::string> explanation_rows(const SearchResult& result) {
  std::vector<std::string> rows;
  for (const std::string& line : result.explanation) {
    rows.push_back(line.empty() ? "#" : "# " + printable(line));
  }
  return rows;
}

std::string order_reason(const SearchResult& result, const Hit& hit, const Hit& later) {
  const auto rank_of = [&](const Hit& one) { return &one - result.hits.data(); };
  const std::string above = "above a score of " + score_text(later.score) + ": ";
  if (rank_of(later) < rank_of(hit)) return above + "it is shown with its thread";
  if (hit.matched != Matched::some && later.matched == Matched::some)
    return above + "it has all of the words";
  const bool is_around =
      hit.path == later.path && hit.section.first_line < later.section.first_line;
  if (is_around) return above + "its title has the words, and the other is below it";
  return above + "the other was not among the first that are ranked in full";
}

std::vector<std::string> score_rows(const Hit& hit) {
  const std::vector<Cells> table = cells_of(hit);
  const std::array<std::size_t, 3> widths{widest(table, 0), widest(table, 1), widest(table, 2)};
  const std::string gap(kGap, ' ');
  std::vector<std::string> rows;
  for (const Cells& cells : table) {
    rows.push_back(cells[0] + blanks_after(cells[0], widths[0]) + gap + cells[1] +
                   blanks_after(cells[1], widths[1]) + gap + blanks_after(cells[2], widths[2]) +
                   cells[2]);
  }
  return rows;
}

}  // namespace notes
