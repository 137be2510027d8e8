// SPDX-License-Identifier: GPL-2.0-or-later
// Recognises tables of contents: they hold the words of every heading and answer nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/text/byte_range.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/markdown_tree.h"

namespace notes {

// Whether a note has links into itself at all; without any it has no contents list.
bool has_in_page_links(std::string_view text);

// At least 4 lines that say something, 60 % of which are a single link into the note (also as the
// row of a table); or a title such as "Contents" and one such link. `lines` are those below the
// heading. None when there is other text beside a block that a tool marked.
bool is_contents_list(const LineTable& table, LineRange lines, std::string_view title);

// The part of an own text that is left when a block between the markers of a tool (doctoc,
// markdown-toc, editors) opens or closes it.
ByteRange without_contents_block(std::string_view own_text);

}  // namespace notes
