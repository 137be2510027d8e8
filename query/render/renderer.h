// SPDX-License-Identifier: GPL-2.0-or-later
// How a result becomes output bytes. One file per format; the table of formats is in renderers.h.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

// Of JSON documents. Within a version members may be added, never removed or changed.
inline constexpr int kJsonVersion = 1;

struct RenderOptions {
  bool color = false;          // ANSI colours and bold
  bool hyperlinks = false;     // OSC 8 links on path:line and on line numbers
  std::string link_form;       // see filled_form.h; empty = file://host/path#line
  std::string host;            // of file URLs; may be empty
  int width = 80;              // columns of the terminal
  bool nul_separated = false;  // paths: end each with NUL
  bool explain = false;
  bool twins = false;    // text: where the same section stands as well, not only how often
  int height = 0;        // text: rows in which the first few hits shall fit; 0 = any number
  bool is_page = false;  // text: remarks stand around the hits, which have the numbers of --open
  std::vector<std::string> fields;  // JSON: the members that a hit shall have; empty = all
  bool envelope = false;            // jsonl: a first line with all that is not a hit
  std::string form;                 // of a row, see check_row_form
  bool one_a_note = false;          // text: a hit stands for those of its note, not of its thread
  bool hits_apart = false;          // text: in order of rank, not those of a thread together
  std::string current_directory;  // absolute; paths below it are shown relative in text and vimgrep
  std::string home_directory;     // shown as ~ in text; empty = not shortened
  bool to_terminal = false;       // nothing raw may get there, and rows are broken to fit
};

// Writes the whole result. Output is data only; advice goes to the caller's stderr.
using RenderFunction = void (*)(const SearchResult& result, const RenderOptions& options,
                                std::ostream& out);

}  // namespace notes
