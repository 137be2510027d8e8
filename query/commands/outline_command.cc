// SPDX-License-Identifier: GPL-2.0-or-later
#include <sstream>

#include "query/commands/commands.h"
#include "query/fresh/fresh_reading.h"
#include "query/render/json_lists.h"
#include "query/render/safe_text.h"
#include "query/render/text_lists.h"

namespace notes {
CommandOutput outline_command(const CommandRequest& request) {
  IndexRefresh refresh(request.search.index_directory, request.search.refresh);
  const NoteOutline outline = read_fresh_outline(refresh, request.argument);
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
