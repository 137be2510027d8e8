// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of output formats.
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "query/render/renderer.h"

namespace notes {

struct Format {
  std::string_view name;
  std::string_view help;
  RenderFunction render;
};

std::span<const Format> formats();
// Also of a form such as "{path}:{line}", which no row names. Null when unknown.
const Format* find_format(std::string_view name);

// For people: each thread once, its best sections and their matching lines under it.
void render_text(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// One document, the envelope of query/render/result.schema.json; indented on a terminal.
void render_json(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// A hit of the document's results a line, after a line for the rest of it when that is asked for.
void render_jsonl(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// A row `path:line:column:text` for each matching line, for quickfix lists and grep modes.
void render_vimgrep(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// Each note once, best first: for xargs and scripts.
void render_paths(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// A row for each hit, as a form says: for pickers. See row_form.cc.
void render_form(const SearchResult& result, const RenderOptions& options, std::ostream& out);

// Throws Error for a `{name}` that a row cannot have.
void check_row_form(std::string_view form);

}  // namespace notes
