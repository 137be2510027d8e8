// SPDX-License-Identifier: GPL-2.0-or-later
// The reading of any bytes, as each kind of block: its text leads back to the bytes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tests/common/text/reading_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(bytes), size);
  for (int kind = 0; kind <= static_cast<int>(notes::BlockKind::label); ++kind) {
    const notes::TextBlock block{{0, static_cast<std::uint32_t>(size)},
                                 static_cast<notes::BlockKind>(kind)};
    if (!notes::testing::fault_of(notes::read_text(source, {&block, 1}), source).empty())
      std::abort();
  }
  return 0;
}
