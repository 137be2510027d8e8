// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/catalog.h"
#include "common/index/open_index.h"
#include "common/text/note_name.h"
#include "common/text/printable.h"
#include "common/text/whole_number.h"
#include "query/fresh/fresh_reading.h"
#include "query/mcp/mcp.h"
#include "query/render/shown_text.h"

namespace notes::mcp {
namespace {

constexpr std::string_view kScheme = "note://";
constexpr std::size_t kPageRows = 500;
constexpr std::size_t kMaxBytes = 50'000;  // known clients take no more
constexpr const char* kMarkdown = "text/markdown";

std::string uri_of(const std::string& path) {
  RenderOptions as_note;
  as_note.link_form = std::string(kScheme) + "{path}";
  return place_url(path, {}, as_note);
}

std::size_t parse_cursor(const Json& cursor) {
  const std::string typed = cursor.is_string() ? cursor.get<std::string>() : "?";
  if (typed.empty()) return 0;
  const auto first = whole_number<std::size_t>(typed);
  if (!first)
    throw RequestError(code::invalid_params, "cursor: give nextCursor of the page before");
  return *first;
}

}  // namespace

Json list_resources(const Json& params, Workspace& workspace) {
  const std::size_t first = parse_cursor(params.value("cursor", Json("")));
  const auto read = [first](const OpenIndex& index) {
    Json list = {{"resources", Json::array()}};
    std::size_t notes = 0;
    for (const Root& root : index.settings.roots)
      for (const CatalogNote& note : read_catalog(index.database, root.number))
        if (++notes > first && notes <= first + kPageRows)
          list["resources"].push_back({{"uri", uri_of(note_path(root, note.rel_path))},
                                       {"name", printable(note.rel_path)},
                                       {"mimeType", kMarkdown}});
    if (notes > first + kPageRows) list["nextCursor"] = std::to_string(first + kPageRows);
    return list;
  };
  return workspace.refresh.read(read, [](const Json&) { return Doubt::none; });
}

Json list_resource_templates(const Json& /*params*/, Workspace& /*workspace*/) {
  const auto row = [](const char* uri, const char* name, const char* description) -> Json {
    return {{"uriTemplate", uri},
            {"name", name},
            {"description", description},
            {"mimeType", kMarkdown}};
  };
  return {
      {"resourceTemplates",
       {row("note:///{+path}", "note", "A note, by its path: absolute, or below an indexed folder"),
        row("note:///{+path}:{line}", "section at a line",
            "The section of a note that holds the line"),
        row("note:///{id}", "section", "A section, by the id that search_notes gives it")}}};
}

Json read_resource(const Json& params, Workspace& workspace) {
  const std::string uri = require_text(params, "uri");
  std::optional<Passage> passage;
  if (uri.starts_with(std::string(kScheme) + "/")) {
    const std::string path = percent_decoded(std::string_view(uri).substr(kScheme.size()));
    passage = read_fresh_passage(workspace.refresh, path, kMaxBytes);
    if (!passage) passage = read_fresh_passage(workspace.refresh, path.substr(1), kMaxBytes);
  }
  if (!passage || (passage->markdown.empty() && passage->whole_bytes == 0))
    throw RequestError(code::resource_not_found,
                       "there is no note or section " + shortened(uri, 300), {{"uri", uri}});
  std::string text = std::move(passage->markdown);
  if (text.size() < passage->whole_bytes)
    text += "\n[cut after line " + std::to_string(passage->last_line) + " of " +
            std::to_string(passage->hit.section.last_line_below) +
            ": outline_note and get_section give the rest]\n";
  return {{"contents", {{{"uri", uri}, {"mimeType", kMarkdown}, {"text", std::move(text)}}}}};
}

}  // namespace notes::mcp
