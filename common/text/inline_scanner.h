// SPDX-License-Identifier: GPL-2.0-or-later
// Finds what is not text within one block: marks, tags, link targets, line ends. Everything between
// these tokens is plain text. Only reading.cc uses it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/reading.h"

namespace notes {

enum class InlineTokenKind : std::uint8_t {
  hidden,
  blank,        // shown as a blank
  entity,       // see entity_at
  shown,        // text of another kind
  image_begin,  // hidden; the text up to image_end belongs to an image
  image_end,
};

// In order, without overlap. Bytes are offsets in the block.
struct InlineToken : ByteRange {
  InlineTokenKind kind = InlineTokenKind::hidden;
  PartKind part = PartKind::text;  // for `shown`
};

// The text of a link is between two tokens; without text, they are one.
struct ScannedLink {
  LinkKind kind = LinkKind::link;
  ByteRange target;
  std::size_t first_token = 0;
  std::size_t last_token = 0;
};

struct ScannedInlines {
  std::vector<InlineToken> tokens;
  std::vector<ScannedLink> links;
};

// Replaces what `scanned` has of an earlier block, and keeps its memory.
void scan_inlines(std::string_view block, BlockKind kind, ScannedInlines& scanned);

}  // namespace notes
