// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/error.h"
#include "common/text/code_point.h"
#include "common/text/printable.h"
#include "query/fresh/fresh_reading.h"
#include "query/mcp/mcp.h"
#include "query/render/shown_text.h"

namespace notes::mcp {
namespace {

constexpr int kMostTries = 6;

Passage require_passage(const std::string& name, std::size_t max_bytes, Workspace& workspace) {
  auto passage = read_fresh_passage(workspace.refresh, name, max_bytes);
  if (!passage)
    throw Error(
        ExitCode::nothing_found, "the index has no section " + shortened(name, 200),
        "search_notes and outline_note show the ids of sections; renaming a heading changes "
        "its id");
  if (passage->markdown.empty() && passage->whole_bytes == 0)
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

}  // namespace

Json get_section(const Json& arguments, Workspace& workspace) {
  std::string name = arguments["section"];
  const std::size_t max_bytes = mcp::max_bytes(arguments);
  if (const int levels = arguments["parents"]; levels > 0)
    name = wider(require_passage(name, 0, workspace), levels);
  std::size_t room = max_bytes;
  for (int tries = 1;; ++tries) {
    const Passage passage = require_passage(name, room, workspace);
    std::string text = text_of(passage, max_bytes);
    if (text.size() <= max_bytes || room == 0 || tries == kMostTries) return text;
    const std::size_t over = text.size() - max_bytes;
    const std::size_t size = passage.markdown.size();
    room = tries + 1 == kMostTries || size < over ? 0 : size - over;
  }
}

}  // namespace notes::mcp
