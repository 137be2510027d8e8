// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of output formats, what they need to know, and the messages about a result.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/search.h"

namespace notes {

struct FacetCounts;
struct NoteOutline;

// The version of JSON documents. Within a version members may be added, never removed or changed.
inline constexpr int kJsonVersion = 1;

struct RenderOptions {
  Grouping grouping = Grouping::together;
  bool color = false;          // ANSI colours and bold
  bool hyperlinks = false;     // OSC 8 links on path:line and on line numbers
  std::string link_form;       // see shown_text.h; empty = file://host/path#line
  std::string host;            // for file URLs; may be empty
  int width = 80;              // columns of the terminal
  bool nul_separated = false;  // paths: end each with NUL
  bool explain = false;
  bool twins = false;    // text: list the other places of a section, not only their number
  int height = 0;        // text: fit the first few hits into this many rows; 0 = no limit
  bool is_page = false;  // text: number the hits for --open; remarks go around them
  std::vector<std::string> fields;  // JSON: the members of a hit to write; empty = all
  bool envelope = false;            // jsonl: write the rest of the document as a first line
  std::string format = "text";      // the name of a format, or a row form: see check_row_form
  std::string current_directory;  // absolute; paths below it are shown relative in text and vimgrep
  std::string home_directory;     // shown as ~ in text; empty = not shortened
  bool to_terminal = false;       // escape everything, and break rows to fit
};

struct Format {
  std::string_view name;
  std::string_view help;
  // The whole result: data only, no advice.
  std::string (*render)(const SearchResult& result, const RenderOptions& options);
};

std::span<const Format> formats();
// Also finds the format for a row form such as "{path}:{line}". Null if unknown.
const Format* find_format(std::string_view name);

// The hits in the order of text output, as --open counts them.
std::vector<const Hit*> hits_in_view(std::span<const Hit> hits, const RenderOptions& options);

// For people: each thread once, with its best sections and their matching lines under it.
std::string render_text(const SearchResult& result, const RenderOptions& options);
// One document as in query/render/result.schema.json. Indented on a terminal.
std::string render_json(const SearchResult& result, const RenderOptions& options);
// One hit per line, after a line with the rest of the document if `options.envelope` is set.
std::string render_jsonl(const SearchResult& result, const RenderOptions& options);

// Throws Error for an unknown `{name}`.
void check_row_form(std::string_view form);

// For people: a section per row with its place, its title indented by depth, and its date if it
// differs from the parent's.
std::string list_of(const NoteOutline& outline, const RenderOptions& options);
// A table per facet.
std::string list_of(const FacetCounts& counts, const RenderOptions& options);
// Tags, with a '#', and names, without it and marked as names.
std::string list_of_tags(const FacetCounts& counts, const RenderOptions& options);

// Printable lines, each with a newline. Empty if there is nothing to say.
struct Advice {
  std::string above;  // what was corrected, relaxed or left out, or why there are no hits
  std::string below;  // how to see more than this page
};

// Unless it is `for_people`, leaves out how to see more: programs page through the rows.
Advice advice_on(const SearchResult& result, bool for_people = true);

// What to try if a query found nothing: "try fewer or other words, or the start of one with a star,
// like sourd*". Empty if there is nothing more to say.
std::string remedy(const Obstacle& obstacle);

}  // namespace notes
