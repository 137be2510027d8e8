// SPDX-License-Identifier: GPL-2.0-or-later
// Text output for outlines and counts.
#include <algorithm>
#include <utility>
#include <vector>

#include "query/render/renderers.h"
#include "query/render/shown_text.h"
#include "query/render/text_page.h"
#include "query/search/around/around.h"

namespace notes {
namespace {

constexpr std::size_t kIndent = 2;

std::vector<MarkedText> title_rows(const Section& section, std::size_t column,
                                   const RenderOptions& options) {
  const MarkedText title{printable(section.title()), {}};
  const auto width = static_cast<std::size_t>(options.width);
  if (!options.to_terminal || width < column + kFewestColumns) return {title};
  return fit(title, {width - column, kTitleRows});
}

// The row and its date, which stands on a row of its own if it does not fit.
std::string with_date(StyledRow row, const std::string& date, std::size_t column,
                      const RenderOptions& options) {
  if (date.empty()) return row.text(options);
  std::string text;
  const std::size_t width = row.width() + kIndent + date.size();
  if (options.to_terminal && width > static_cast<std::size_t>(options.width)) {
    text = std::exchange(row, {}).text(options);
    row.pad_to(column);
  } else {
    row.add("  ");
  }
  return text + row.add(date, Style::date).text(options);
}

// The counts, right-aligned, before the values. Tags and names are told apart by their look.
std::string counts_text(const FacetCounts& counts, bool as_tags, const RenderOptions& options) {
  std::string text;
  std::size_t columns = 0;
  for (const Facet& facet : counts.facets)
    for (const ValueCount& value : facet.values)
      columns = std::max(columns, std::to_string(value.count).size());
  for (const Facet& facet : counts.facets) {
    const bool is_name = facet.name == kNamesFacet;
    if (!as_tags) text += StyledRow().add(facet.name, Style::title).text(options);
    for (const ValueCount& value : facet.values) {
      const std::string digits = std::to_string(value.count);
      StyledRow row;
      row.pad_to(kIndent + columns - digits.size()).add(digits, Style::line_number).add("  ");
      if (as_tags && !is_name)
        row.add("#" + printable(value.value), Style::tag);
      else
        row.add(printable(value.value)).add(as_tags ? "  name" : "", Style::faint);
      text += row.text(options);
    }
  }
  return text;
}

}  // namespace

std::string list_of(const NoteOutline& outline, const RenderOptions& options) {
  const std::string path = shown_path(outline.path, options) + ':';
  std::string text;
  std::vector<std::string> dates;  // of the current section and those above it
  for (const Section& section : outline.sections) {
    const std::size_t depth = section.breadcrumb.size() - 1;
    const std::string line = std::to_string(section.heading_line());
    // The place of the last section is the widest.
    const std::string last_line = std::to_string(outline.sections.back().heading_line());
    const std::size_t column = path.size() + last_line.size() + kIndent * (depth + 1);
    StyledRow row;
    row.add_link(path + line, place_url(outline.path, {section.heading_line()}, options),
                 Style::location);
    for (const MarkedText& part : title_rows(section, column, options)) {
      if (row.width() > column) text += std::exchange(row, {}).text(options);
      row.pad_to(column).add(part, depth == 0 ? Style::title : Style::plain);
    }
    dates.resize(depth);
    dates.push_back(shown_date(section.date));
    // A date that is the same as the parent's is left out.
    if (depth == 0 || dates[depth] != dates[depth - 1])
      text += with_date(std::move(row), dates[depth], column, options);
    else
      text += row.text(options);
  }
  if (outline.linked_from == 0) return text;
  const char* links = outline.linked_from == 1 ? " section links" : " sections link";
  return text + std::to_string(outline.linked_from) + links + " to this note\n";
}

std::string list_of(const FacetCounts& counts, const RenderOptions& options) {
  return counts_text(counts, false, options);
}

std::string list_of_tags(const FacetCounts& counts, const RenderOptions& options) {
  return counts_text(counts, true, options);
}

}  // namespace notes
