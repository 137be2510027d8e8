// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/text_lists.h"

#include <algorithm>
#include <vector>

#include "query/render/safe_text.h"
#include "query/render/shown_date.h"
#include "query/render/shown_path.h"
#include "query/render/styled_row.h"

namespace notes {
namespace {

constexpr std::size_t kIndent = 2;

std::string date_of(const Section& section) {
  return section.date ? shown_date(*section.date) : std::string();
}

class OutlineWriter {
 public:
  OutlineWriter(const NoteOutline& outline, const RenderOptions& options, std::ostream& out)
      : outline_(outline), options_(options), path_(shown_path(outline.path, options)), out_(out) {
    for (const Section& section : outline.sections)
      place_columns_ = std::max(place_columns_, place_of(section).size());
  }

  void write() {
    for (const Section& section : outline_.sections) write_row(section);
  }

 private:
  std::string place_of(const Section& section) const {
    return path_ + ':' + std::to_string(section.heading_line());
  }

  void write_row(const Section& section) {
    const std::size_t depth = section.breadcrumb.size() - 1;
    StyledRow row;
    row.add_link(place_of(section), place_url(outline_.path, section.heading_line(), options_),
                 Style::location);
    row.pad_to(place_columns_ + kIndent * (depth + 1));
    row.add(printable(section.title()), depth == 0 ? Style::title : Style::plain);
    dates_.resize(depth);
    dates_.push_back(date_of(section));
    const bool inherited = depth > 0 && dates_[depth] == dates_[depth - 1];
    if (!dates_[depth].empty() && !inherited) row.add("  ").add(dates_[depth], Style::date);
    row.write(options_, out_);
  }

  const NoteOutline& outline_;
  const RenderOptions& options_;
  std::string path_;
  std::ostream& out_;
  std::size_t place_columns_ = 0;
  std::vector<std::string> dates_;  // of the sections around the one at hand
};

std::size_t count_columns(const FacetCounts& counts) {
  std::size_t columns = 0;
  for (const Facet& facet : counts.facets)
    for (const ValueCount& value : facet.values)
      columns = std::max(columns, std::to_string(value.count).size());
  return columns;
}

// The count at the right edge of its column.
StyledRow counted(std::uint64_t count, std::size_t columns) {
  const std::string digits = std::to_string(count);
  StyledRow row;
  row.pad_to(kIndent + columns - digits.size());
  row.add(digits, Style::line_number).add("  ");
  return row;
}

}  // namespace

void write_text(const NoteOutline& outline, const RenderOptions& options, std::ostream& out) {
  OutlineWriter(outline, options, out).write();
}

void write_text(const FacetCounts& counts, const RenderOptions& options, std::ostream& out) {
  const std::size_t columns = count_columns(counts);
  for (const Facet& facet : counts.facets) {
    StyledRow().add(facet.name, Style::title).write(options, out);
    for (const ValueCount& value : facet.values)
      counted(value.count, columns).add(printable(value.value)).write(options, out);
  }
}

void write_text_tags(const FacetCounts& counts, const RenderOptions& options, std::ostream& out) {
  const std::size_t columns = count_columns(counts);
  for (const Facet& facet : counts.facets) {
    const bool is_name = facet.name == kNamesFacet;
    for (const ValueCount& value : facet.values) {
      StyledRow row = counted(value.count, columns);
      if (is_name)
        row.add(printable(value.value)).add("  name", Style::faint);
      else
        row.add("#" + printable(value.value), Style::tag);
      row.write(options, out);
    }
  }
}

}  // namespace notes
