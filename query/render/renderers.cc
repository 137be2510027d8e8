// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/renderers.h"

#include <algorithm>
#include <array>

#include "query/render/json.h"
#include "query/render/jsonl.h"
#include "query/render/paths.h"
#include "query/render/terminal.h"
#include "query/render/vimgrep.h"

namespace notes {
namespace {

constexpr std::array<Format, 5> kFormats{{
    {"text", "for people: threads, their best sections, the matching lines", render_text},
    {"json", "one document with everything known about the result", render_json},
    {"jsonl", "one hit a line, as JSON", render_jsonl},
    {"vimgrep", "path:line:column:text, a row per matching line", render_vimgrep},
    {"paths", "each note once; with -0 they end in NUL", render_paths},
}};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view name) {
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace notes
