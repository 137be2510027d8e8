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

class OutlineWriter {
 public:
  OutlineWriter(const NoteOutline& outline, const RenderOptions& options)
      : outline_(outline), options_(options), path_(shown_path(outline.path, options)) {}

  std::string text() {
    for (const Section& section : outline_.sections) write_row(section);
    if (outline_.linked_from == 0) return text_;
    const char* links = outline_.linked_from == 1 ? " section links" : " sections link";
    return text_ + std::to_string(outline_.linked_from) + links + " to this note\n";
  }

 private:
  std::string place_of(const Section& section) const {
    return path_ + ':' + std::to_string(section.heading_line());
  }

  void write_row(const Section& section) {
    const std::size_t depth = section.breadcrumb.size() - 1;
    // The place of the last section is the widest.
    const std::size_t column = place_of(outline_.sections.back()).size() + kIndent * (depth + 1);
    StyledRow row;
    row.add_link(place_of(section), place_url(outline_.path, {section.heading_line()}, options_),
                 Style::location);
    for (const MarkedText& part : title_rows(section, column)) {
      if (row.width() > column) text_ += std::exchange(row, {}).text(options_);
      row.pad_to(column).add(part, depth == 0 ? Style::title : Style::plain);
    }
    add_date(section, column, row);
    text_ += row.text(options_);
  }

  std::vector<MarkedText> title_rows(const Section& section, std::size_t column) const {
    const MarkedText title{printable(section.title()), {}};
    const auto width = static_cast<std::size_t>(options_.width);
    if (!options_.to_terminal || width < column + kFewestColumns) return {title};
    return fit(title, {width - column, kTitleRows});
  }

  // Leaves out a date that is the same as the parent's.
  void add_date(const Section& section, std::size_t column, StyledRow& row) {
    const std::size_t depth = section.breadcrumb.size() - 1;
    dates_.resize(depth);
    dates_.push_back(shown_date(section.date));
    const std::string& date = dates_[depth];
    if (date.empty() || (depth > 0 && date == dates_[depth - 1])) return;
    const std::size_t width = row.width() + kIndent + date.size();
    if (options_.to_terminal && width > static_cast<std::size_t>(options_.width)) {
      text_ += std::exchange(row, {}).text(options_);
      row.pad_to(column);
    } else {
      row.add("  ");
    }
    row.add(date, Style::date);
  }

  const NoteOutline& outline_;
  const RenderOptions& options_;
  std::string path_;
  std::string text_;
  std::vector<std::string> dates_;  // of the current section and those above it
};

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
  return OutlineWriter(outline, options).text();
}

std::string list_of(const FacetCounts& counts, const RenderOptions& options) {
  return counts_text(counts, false, options);
}

std::string list_of_tags(const FacetCounts& counts, const RenderOptions& options) {
  return counts_text(counts, true, options);
}

}  // namespace notes
