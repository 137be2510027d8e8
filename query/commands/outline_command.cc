// SPDX-License-Identifier: GPL-2.0-or-later
#include <sstream>

#include "common/index/open_index.h"
#include "query/commands/commands.h"
#include "query/render/json_lists.h"
#include "query/render/safe_text.h"
#include "query/render/text_lists.h"
#include "query/search/around/note_outline.h"

namespace notes {
namespace {

NoteOutline read_fresh_outline(const CommandRequest& request) {
  const SearchCommand& search = request.search;
  const auto read = [&] {
    return with_index(search.index_directory, [&](const OpenIndex& index) {
      return read_outline(index, request.argument);
    });
  };
  IndexRefresh refresh(search.index_directory, search.refresh);
  NoteOutline outline = read();
  const Doubt doubt = outline.sections.empty() ? Doubt::missing
                      : outline.stale          ? Doubt::stale
                                               : Doubt::none;
  if (refresh.after_reading(doubt)) outline = read();
  return outline;
}

}  // namespace

CommandOutput outline_command(const CommandRequest& request) {
  const NoteOutline outline = read_fresh_outline(request);
  if (outline.sections.empty())
    throw Error(ExitCode::nothing_found, "the index has no note " + request.argument,
                "notes-query --format=paths lists notes; notes-index --status names the folders");
  CommandOutput output;
  std::ostringstream out;
  if (is_json(request))
    write_json(outline, json_layout(request), out);
  else
    write_text(outline, request.render, out);
  output.data = out.str();
  if (outline.stale)
    output.advice = printable(outline.path) + ": changed since it was indexed: lines may be off\n";
  return output;
}

}  // namespace notes
