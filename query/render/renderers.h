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
// Also finds the format for a row form such as "{path}:{line}". Null if unknown.
const Format* find_format(std::string_view name);

// For people: each thread once, with its best sections and their matching lines under it.
void render_text(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// One document as in query/render/result.schema.json. Indented on a terminal.
void render_json(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// One hit per line, after a line with the rest of the document if `options.envelope` is set.
void render_jsonl(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// A row `path:line:column:text` per matching line, for quickfix lists and grep modes.
void render_vimgrep(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// Each note once, best first, for xargs and scripts.
void render_paths(const SearchResult& result, const RenderOptions& options, std::ostream& out);
// One row per hit in the layout of `options.format`, for pickers. See row_form.cc.
void render_form(const SearchResult& result, const RenderOptions& options, std::ostream& out);

// Throws Error for an unknown `{name}`.
void check_row_form(std::string_view form);

}  // namespace notes
