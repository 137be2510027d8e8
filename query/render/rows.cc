// SPDX-License-Identifier: GPL-2.0-or-later
// The formats with rows for other programs: vimgrep, paths, and rows in a layout of the user's own.
#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "common/error.h"
#include "common/index/document_terms.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/render/renderers.h"
#include "query/render/shown_text.h"

namespace notes {
namespace {

std::vector<const Snippet*> best_first(const Hit& hit) {
  std::vector<const Snippet*> matching;
  for (const Snippet& snippet : hit.snippets) {
    if (!snippet.highlights.empty()) matching.push_back(&snippet);
  }
  const auto best = std::ranges::find(matching, hit.snippets.data() + hit.best_snippet);
  if (best != matching.end()) std::rotate(matching.begin(), best, best + 1);
  return matching;
}

void write_row(const Hit& hit, const Snippet& row, const RenderOptions& options,
               std::ostream& out) {
  out << printable_path(path_from_here(hit.path, options)) << ':' << row.line << ':' << row.column
      << ':' << printable(row.text) << '\n';
}

Snippet heading_row(const Hit& hit) {
  Snippet row;
  row.line = hit.section.heading_line();
  row.text = hit.section.title();
  return row;
}

// All names that a layout can have.
std::vector<std::string> layout_names() {
  std::istringstream names(
      "path rel_path line column byte heading_line id title breadcrumb date tags level text");
  return {std::istream_iterator<std::string>(names), {}};
}

std::vector<std::string> titles(const Section& section) {
  std::vector<std::string> titles;
  for (const Crumb& crumb : section.breadcrumb) titles.push_back(crumb.title);
  return titles;
}

// With NUL as the end of rows, a path stays as it is. Otherwise it is escaped, so that it is one
// row.
std::string spelt(const std::string& path, const RenderOptions& options) {
  return options.nul_separated ? path : printable_path(path);
}

char end_of_row(const RenderOptions& options) {
  return options.nul_separated ? '\0' : '\n';
}

// Makes every value printable: a line break in a title must not look like another row.
std::vector<Filling> fillings(const Hit& hit, const RenderOptions& options) {
  auto all =
      place_fillings(spelt(hit.path, options), {hit.match_line, hit.column, hit.column_utf16});
  const Section& section = hit.section;
  const auto add = [&](std::string_view name, const std::string& value) {
    all.push_back({name, printable(value)});
  };
  all.push_back({"rel_path", spelt(section.rel_path, options)});
  add("heading_line", std::to_string(section.heading_line()));
  add("id", section.id);
  add("title", section.title());
  add("breadcrumb", joined(titles(section), " > "));
  add("date", shown_date(section.date));
  add("tags", joined(field_values(section, FieldId::tag), " "));
  add("level", std::string(level_name(section.level)));
  add("text", hit.snippets.empty() ? "" : hit.snippets[hit.best_snippet].plain.text);
  return all;
}

}  // namespace

void render_vimgrep(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : result.hits) {
    const std::vector<const Snippet*> rows = best_first(hit);
    if (rows.empty()) write_row(hit, heading_row(hit), options, out);
    for (const Snippet* row : rows) write_row(hit, *row, options, out);
  }
}

void render_paths(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  std::set<std::string_view> seen;
  for (const Hit& hit : result.hits)
    if (seen.insert(hit.path).second) out << spelt(hit.path, options) << end_of_row(options);
}

void check_row_form(std::string_view form) {
  const std::vector<std::string> known = layout_names();
  for (std::size_t at = form.find('{'); at != form.npos; at = form.find('{', at + 1)) {
    const std::size_t end = form.find('}', at);
    const std::string name(form.substr(at + 1, end == form.npos ? end : end - at - 1));
    if (end != form.npos && std::ranges::find(known, name) != known.end()) continue;
    const std::string nearest = nearest_word(name, known);
    throw Error(ExitCode::failure, "--format: a row has no {" + name + "}",
                nearest.empty() ? "use some of {" + joined(known, "} {") + "}"
                                : "did you mean {" + nearest + "}?");
  }
}

void render_form(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : result.hits)
    out << filled(options.format, fillings(hit, options)) << end_of_row(options);
}

}  // namespace notes
