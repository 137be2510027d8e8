// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps hostile nesting away from the Markdown parser: cmark-gfm visits every open block once a
// line, so 50 kB of list markers above 50 kB of empty lines take it half a minute.
#pragma once

#include <optional>
#include <string>

#include "common/text/byte_range.h"
#include "indexer/extract/line_table.h"

namespace notes {

// The bytes of `body` with their deepest markers of lists and quotes made letters, each in
// its place, so that lines and bytes agree with the original. Nothing when no line nests deeper
// than people write.
std::optional<std::string> with_shallow_nesting(const LineTable& lines, ByteRange body);

}  // namespace notes
