// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/parser_budget.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace notes {
namespace {

constexpr std::size_t kMaxNodes = 1'000'000;  // no text makes more nodes than it has bytes

// How many nodes a character may stand for, at most: a line is a block, a text and a break.
constexpr std::array<std::uint8_t, 256> nodes_of_characters() {
  std::array<std::uint8_t, 256> nodes{};
  nodes['\n'] = nodes['\r'] = 4;
  for (const char mark : std::string_view("`\\&_*[]<!>-+.)"))
    nodes[static_cast<unsigned char>(mark)] = 2;
  return nodes;
}

std::size_t affordable_bytes(std::string_view text) {
  if (text.size() <= kMaxNodes) return text.size();
  constexpr auto kNodes = nodes_of_characters();
  std::size_t nodes = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    nodes += kNodes[static_cast<unsigned char>(text[at])];
    if (nodes > kMaxNodes) return at;
  }
  return text.size();
}

}  // namespace

std::size_t parsable_bytes(std::string_view text) {
  const std::size_t size = affordable_bytes(text);
  if (size == text.size()) return size;
  for (const std::string_view gap : {"\n\n#", "\n\n", "\n"})
    if (const std::size_t at = text.rfind(gap, size - gap.size()); at != text.npos && at > 0)
      return at + std::min<std::size_t>(gap.size(), 2);
  return size;
}

}  // namespace notes
