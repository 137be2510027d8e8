// SPDX-License-Identifier: GPL-2.0-or-later
// The text of notes: get_section, and notes as resources.
#include <algorithm>

#include "common/error.h"
#include "common/index/catalog.h"
#include "common/index/open_index.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/label.h"
#include "common/text/printable.h"
#include "query/fresh/fresh_reading.h"
#include "query/mcp/mcp.h"
#include "query/render/shown_text.h"

namespace notes::mcp {
namespace {

constexpr std::string_view kScheme = "note://";
constexpr std::size_t kPageRows = 500;
constexpr std::size_t kMaxBytes = 50'000;  // known clients take no more
constexpr const char* kMarkdown = "text/markdown";

Passage require_passage(const std::string& name, std::size_t max_bytes, Workspace& workspace) {
  auto passage = read_fresh_passage(workspace.refresh, name, max_bytes);
  if (!passage)
    throw Error(
        ExitCode::nothing_found, "the index has no section " + shortened(name, 200),
        "search_notes and outline_note show the ids of sections; renaming a heading changes "
        "its id");
  if (passage->whole_bytes == 0)
    throw Error(ExitCode::nothing_found,
                passage->hit.path + ": no longer exists or cannot be read");
  return std::move(*passage);
}

// The name by which find_section finds the section `levels` above.
std::string wider(const Passage& passage, int levels) {
  const std::vector<Crumb>& crumbs = passage.hit.section.breadcrumb;
  const std::size_t depth = crumbs.size() - 1;
  const std::size_t up = std::min(depth, static_cast<std::size_t>(levels));
  if (up == depth) return passage.hit.path;
  return passage.hit.path + ":" + std::to_string(crumbs[depth - up].line);
}

std::string left_out(const Passage& passage, std::size_t max_bytes) {
  std::string rows;
  std::size_t count = 0;
  for (const Section& section : passage.left_out) {
    const std::string row = "[" + section.id + "] line " + std::to_string(section.heading_line()) +
                            " " + shortened(section.title(), 60) + "\n";
    if (rows.size() + row.size() > max_bytes) break;
    rows += row;
    ++count;
  }
  if (count < passage.left_out.size())
    rows += "and " + std::to_string(passage.left_out.size() - count) + " more\n";
  return rows.empty() ? "" : "left out:\n" + fenced(rows);
}

std::string text_of(const Passage& passage, std::size_t max_bytes) {
  const Section& section = passage.hit.section;
  const std::string path = printable(passage.hit.path);
  const std::size_t shown = std::min(path.size(), max_bytes / 4);
  std::string text = (shown < path.size() ? "…" : "") +
                     path.substr(begin_of_character(path, path.size() - shown)) + " lines " +
                     std::to_string(section.first_line) + "-" + std::to_string(passage.last_line) +
                     " [" + section.id + "]";
  const bool is_cut = passage.markdown.size() < passage.whole_bytes;
  if (is_cut)
    text += "; cut, ends at line " + std::to_string(section.last_line_below) +
            "; all of it takes about " +
            std::to_string(tokens_of(passage.whole_bytes + text.size() + 60)) + " tokens";
  if (passage.hit.stale) text += "; stale: the note changed since it was indexed";
  return text + "\n" + fenced(passage.markdown) + (is_cut ? left_out(passage, max_bytes / 5) : "");
}

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

Json get_section(const Json& arguments, Workspace& workspace) {
  std::string name = arguments["section"];
  const std::size_t max_bytes = mcp::max_bytes(arguments);
  if (const int levels = arguments["parents"]; levels > 0)
    name = wider(require_passage(name, 0, workspace), levels);
  constexpr int kMostTries = 6;
  std::size_t room = max_bytes;
  for (int left = kMostTries - 1;; --left) {
    const Passage passage = require_passage(name, room, workspace);
    std::string text = text_of(passage, max_bytes);
    if (text.size() <= max_bytes || room == 0 || left == 0) return text;
    const std::size_t size = passage.markdown.size();
    room = left == 1 ? 0 : size - std::min(size, text.size() - max_bytes);
  }
}

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
  if (!passage || passage->whole_bytes == 0)
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
