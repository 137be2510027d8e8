// SPDX-License-Identifier: GPL-2.0-or-later
// Writes JSON documents, and the JSON of everything but search results.
#include <sstream>
#include <string_view>

#include "common/text/printable.h"
#include "query/render/json.h"

namespace notes {
namespace {

// On one line if `indent` is negative.
std::string text_of(const Json& value, int indent) {
  return json_without_controls(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

void write_rows(const Json& rows, std::ostream& out) {
  for (const Json& row : rows) out << one_line(row) << '\n';
}

Json rows_of(const std::vector<LeftOut>& sections) {
  Json rows = Json::array();
  for (const LeftOut& section : sections)
    rows.push_back({{"id", section.id}, {"line", section.line}, {"title", section.title}});
  return rows;
}

Json row_of(const std::string& path, const Section& section) {
  Json row;
  row["id"] = section.id;
  row["level"] = level_name(section.level);
  row["depth"] = section.breadcrumb.size() - 1;
  row["path"] = path;
  row["line"] = section.heading_line();
  row["end_line"] = section.last_line;
  row["end_line_below"] = section.last_line_below;
  row["title"] = section.title();
  add_date(section, row);
  row["tags"] = json_of(section.tags);
  return row;
}

Json values_of(const Facet& facet) {
  Json rows = Json::array();
  for (const ValueCount& value : facet.values)
    rows.push_back({{"value", value.value}, {"count", value.count}});
  return rows;
}

}  // namespace

std::string one_line(const Json& value) {
  return text_of(value, -1);
}

void write_document(const Json& value, JsonLayout layout, std::ostream& out) {
  constexpr int kIndent = 2;
  out << text_of(value, layout == JsonLayout::indented ? kIndent : -1) << '\n';
}

void write_json(const Passage& passage, const RenderOptions& options, JsonLayout layout,
                std::ostream& out) {
  Json json = json_of(passage.hit, options);
  json["markdown"] = passage.markdown;
  json["markdown_end_line"] = passage.last_line;
  json["cut"] = passage.markdown.size() < passage.whole_bytes;
  json["left_out"] = rows_of(passage.left_out);
  write_document(json, layout, out);
}

void write_json(const NoteOutline& outline, JsonLayout layout, std::ostream& out) {
  Json rows = Json::array();
  for (const Section& section : outline.sections) rows.push_back(row_of(outline.path, section));
  if (layout == JsonLayout::rows) return write_rows(rows, out);
  write_document({{"version", kJsonVersion},
                  {"path", outline.path},
                  {"stale", outline.stale},
                  {"linked_from", outline.linked_from},
                  {"sections", rows}},
                 layout, out);
}

void write_json(const FacetCounts& counts, JsonLayout layout, std::ostream& out) {
  Json facets = Json::object();
  Json distinct = Json::object();
  Json rows = Json::array();
  for (const Facet& facet : counts.facets) {
    const std::string name(facet.name);
    facets[name] = values_of(facet);
    distinct[name] = facet.distinct;
    for (const ValueCount& value : facet.values)
      rows.push_back({{"facet", name}, {"value", value.value}, {"count", value.count}});
  }
  if (layout == JsonLayout::rows) return write_rows(rows, out);
  write_document({{"version", kJsonVersion},
                  {"sections", counts.sections},
                  {"facets", facets},
                  {"distinct", distinct}},
                 layout, out);
}

void write_json_tags(const FacetCounts& counts, JsonLayout layout, std::ostream& out) {
  Json rows = Json::array();
  for (const Facet& facet : counts.facets)
    for (const ValueCount& value : facet.values)
      rows.push_back({{"name", value.value},
                      {"source", facet.name == kNamesFacet ? "name" : "tag"},
                      {"count", value.count}});
  if (layout == JsonLayout::rows) return write_rows(rows, out);
  write_document({{"version", kJsonVersion}, {"sections", counts.sections}, {"tags", rows}}, layout,
                 out);
}

void write_messages(const std::string& advice, std::ostream& out) {
  std::istringstream lines(advice);
  for (std::string line; std::getline(lines, line);) out << one_line({{"message", line}}) << '\n';
}

void write_json(const std::vector<std::string>& completions, JsonLayout layout, std::ostream& out) {
  if (layout == JsonLayout::rows) return write_rows(completions, out);
  write_document({{"version", kJsonVersion}, {"completions", completions}}, layout, out);
}

}  // namespace notes
