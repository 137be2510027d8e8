// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a query: only Error may be thrown, and the text of a tree parses back to it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/error.h"
#include "query/language/query_parser.h"
#include "tests/support/same_tree.h"

namespace {

constexpr notes::CivilDay kToday{2024, 3, 1};

// Text of a tree may be longer than its query, and a query is cut at 4 KiB.
constexpr std::size_t kLongestInput = 4096;

void check(std::string_view query) {
  const notes::ParsedQuery parsed = notes::parse_query(query, kToday);
  if (!parsed.root) return;
  const notes::ParsedQuery again = notes::parse_query(notes::to_query_text(*parsed.root), kToday);
  if (!again.root || !notes::same_tree(*parsed.root, *again.root)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > kLongestInput) return 0;
  try {
    check({reinterpret_cast<const char*>(bytes), size});
  } catch (const notes::Error&) {
    return 0;
  }
  return 0;
}
