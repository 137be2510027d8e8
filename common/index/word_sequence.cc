// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/word_sequence.h"

#include <xxhash.h>

namespace notes {

WordPrint print_of(std::string_view stem) {
  const std::uint64_t hash = XXH3_64bits(stem.data(), stem.size());
  return static_cast<WordPrint>(hash % UINT16_MAX + 1);
}

}  // namespace notes
