// SPDX-License-Identifier: GPL-2.0-or-later
// Makes text from notes safe to print: nothing in a note, title or path may move the cursor,
// recolour the terminal, reorder a line or break a row. Also writes places and dates for people,
// for programs and in links.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/day.h"
#include "common/text/printable.h"
#include "query/render/renderers.h"
#include "query/search/search.h"

namespace notes {

// For terminals and rows, with highlights kept in place: like printable(text) in common/text.
MarkedText printable(std::string_view text, std::span<const ByteRange> highlights);

// The same, but keeps bytes that are not UTF-8, so that a program can still open the path.
std::string printable_path(std::string_view path);

// For JSON: replaces each byte that is not UTF-8 with U+FFFD.
MarkedText valid_utf8(std::string_view text, std::span<const ByteRange> highlights);

// A rough average for English and code.
inline constexpr std::size_t kBytesPerToken = 4;

// Rounded up.
constexpr std::size_t tokens_of(std::size_t bytes) {
  return (bytes + kBytesPerToken - 1) / kBytesPerToken;
}

struct Filling {
  std::string_view name;  // without braces
  std::string value;
};

// Fills in a form such as `vscode://file{path}:{line}`: replaces each `{name}` with its value.
// Braces around anything else stay.
std::string filled(std::string_view form, std::span<const Filling> fillings);

// The values of `{path}`, `{line}`, `{column}` (in UTF-16 units, as most programs count) and
// `{byte}` (the column in bytes).
std::vector<Filling> place_fillings(std::string path, const TextPlace& place);

// Relative if below the current directory, else unchanged. Escapes nothing, so that programs can
// open the path.
std::string path_from_here(std::string_view path, const RenderOptions& options);

// For people: also shortens the home directory to `~/`, and makes the path printable.
std::string shown_path(std::string_view path, const RenderOptions& options);

// The link to a place: file://host/home/me/my%20notes.md#52, or what --link-form says.
std::string place_url(std::string_view path, const TextPlace& place, const RenderOptions& options);

// `2024-02-16 19:26`, `2024-02-16`, `2024-02`, `2024`, or `2024-02-12..2024-02-18`. A query's date:
// accepts all of these. Empty without a date.
std::string shown_date(const std::optional<DateSpan>& date);

}  // namespace notes
