// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/renderers.h"

#include <algorithm>
#include <array>

namespace notes {
namespace {

constexpr std::array<Format, 5> kFormats{{
    {"text", "for people: threads, their best sections and the matching lines", render_text},
    {"json", "one document with everything about the result", render_json},
    {"jsonl", "JSON, one section per line", render_jsonl},
    {"vimgrep", "path:line:column:text, one row for each matching line", render_vimgrep},
    {"paths", "the path of each note, once", render_paths},
}};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view name) {
  static constexpr Format kForm{"{...}", "one row for each section", render_form};
  if (name.find('{') != name.npos) return &kForm;
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace notes
