// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/term_arena.h"

#include <cassert>
#include <cstring>

namespace notes {

std::string_view TermArena::keep(std::string_view text) {
  assert(text.size() <= kMaxBytes);
  if (text.empty()) return {};
  if (kChunkBytes - used_ < text.size()) open_next_chunk();
  char* const place = chunks_[opened_chunks_ - 1].get() + used_;
  std::memcpy(place, text.data(), text.size());
  used_ += text.size();
  return {place, text.size()};
}

void TermArena::clear() {
  opened_chunks_ = 0;
  used_ = kChunkBytes;
}

void TermArena::open_next_chunk() {
  if (opened_chunks_ == chunks_.size()) {
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(kChunkBytes));
  }
  ++opened_chunks_;
  used_ = 0;
}

}  // namespace notes
