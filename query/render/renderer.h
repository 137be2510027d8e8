// SPDX-License-Identifier: GPL-2.0-or-later
// Writes a result in an output format. One file per format; renderers.h has the table of formats.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "query/search/search_request.h"
#include "query/search/show/hit.h"

namespace notes {

// The version of JSON documents. Within a version members may be added, never removed or changed.
inline constexpr int kJsonVersion = 1;

struct RenderOptions {
  std::string format = "text";  // a name in the table of formats, or a row layout
  Grouping grouping = Grouping::together;
  bool color = false;          // ANSI colours and bold
  bool hyperlinks = false;     // OSC 8 links on path:line and on line numbers
  std::string link_form;       // see filled_form.h; empty = file://host/path#line
  std::string host;            // for file URLs; may be empty
  int width = 80;              // columns of the terminal
  bool nul_separated = false;  // paths: end each with NUL
  bool explain = false;
  bool twins = false;    // text: list the other places of a section, not only their number
  int height = 0;        // text: fit the first few hits into this many rows; 0 = no limit
  bool is_page = false;  // text: number the hits for --open; remarks go around them
  std::vector<std::string> fields;  // JSON: the members of a hit to write; empty = all
  bool envelope = false;            // jsonl: write the rest of the document as a first line
  std::string current_directory;  // absolute; paths below it are shown relative in text and vimgrep
  std::string home_directory;     // shown as ~ in text; empty = not shortened
  bool to_terminal = false;       // escape everything, and break rows to fit
};

// Writes the whole result: data only, no advice.
using RenderFunction = void (*)(const SearchResult& result, const RenderOptions& options,
                                std::ostream& out);

}  // namespace notes
