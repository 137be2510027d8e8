// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json_lists.h"

#include <sstream>

#include "query/render/json_document.h"
#include "query/render/json_hit.h"
#include "query/render/safe_text.h"

namespace notes {
namespace {

using Json = nlohmann::ordered_json;

void write_rows(const Json& rows, std::ostream& out) {
  for (const Json& row : rows) out << one_line(row) << '\n';
}

Json rows_of(const std::vector<LeftOut>& sections) {
  Json rows = Json::array();
  for (const LeftOut& section : sections)
    rows.push_back(
        {{"id", section.id}, {"line", section.line}, {"title", valid_utf8(section.title)}});
  return rows;
}

Json row_of(const std::string& path, const Section& section) {
  Json row;
  row["id"] = section.id;
  row["level"] = level_name(section.level);
  row["depth"] = section.breadcrumb.size() - 1;
  row["path"] = valid_utf8(path);
  row["line"] = section.heading_line();
  row["end_line"] = section.last_line;
  row["end_line_below"] = section.last_line_below;
  row["title"] = valid_utf8(section.title());
  add_date(section, row);
  row["tags"] = json_of(section.tags);
  return row;
}

Json values_of(const Facet& facet) {
  Json rows = Json::array();
  for (const ValueCount& value : facet.values)
    rows.push_back({{"value", valid_utf8(value.value)}, {"count", value.count}});
  return rows;
}

}  // namespace

void write_json(const Passage& passage, const RenderOptions& options, JsonLayout layout,
                std::ostream& out) {
  Json json = json_of(passage.hit, options);
  json["markdown"] = valid_utf8(passage.markdown);
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
                  {"path", valid_utf8(outline.path)},
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
      rows.push_back({{"facet", name}, {"value", valid_utf8(value.value)}, {"count", value.count}});
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
      rows.push_back({{"name", valid_utf8(value.value)},
                      {"source", facet.name == kNamesFacet ? "name" : "tag"},
                      {"count", value.count}});
  if (layout == JsonLayout::rows) return write_rows(rows, out);
  write_document({{"version", kJsonVersion}, {"sections", counts.sections}, {"tags", rows}}, layout,
                 out);
}

void write_messages(const std::string& advice, std::ostream& out) {
  std::istringstream lines(advice);
  for (std::string line; std::getline(lines, line);)
    out << one_line({{"message", valid_utf8(line)}}) << '\n';
}

void write_json(const std::vector<std::string>& completions, JsonLayout layout, std::ostream& out) {
  Json rows = Json::array();
  for (const std::string& word : completions) rows.push_back(valid_utf8(word));
  if (layout == JsonLayout::rows) return write_rows(rows, out);
  write_document({{"version", kJsonVersion}, {"completions", rows}}, layout, out);
}

}  // namespace notes
