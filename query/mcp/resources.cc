// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

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

struct NotePath {
  std::string path;
  std::string rel_path;
};

std::vector<NotePath> read_note_paths(const OpenIndex& index) {
  std::vector<NotePath> paths;
  for (const Root& root : index.settings.roots)
    for (CatalogNote& note : read_catalog(index.database, root.number))
      paths.push_back({note_path(root, note.rel_path), std::move(note.rel_path)});
  return paths;
}

}  // namespace

Json list_resources(const Json& params, Workspace& workspace) {
  const std::size_t first = parse_cursor(params.value("cursor", Json("")));
  const auto paths =
      read_fresh_index(workspace.refresh, read_note_paths, [](const auto&) { return Doubt::none; });
  const std::size_t end = std::min(paths.size(), first + kPageRows);
  Json list = {{"resources", Json::array()}};
  for (std::size_t i = first; i < end; ++i)
    list["resources"].push_back({{"uri", uri_of(paths[i].path)},
                                 {"name", printable(paths[i].rel_path)},
                                 {"mimeType", kMarkdown}});
  if (end < paths.size()) list["nextCursor"] = std::to_string(end);
  return list;
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
