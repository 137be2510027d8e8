// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/packing.h"

#include <algorithm>
#include <limits>

#include "common/error.h"

namespace notes {
void throw_damage(const std::string& what) {
  throw Error(ExitCode::damaged_index, "the index is damaged: it holds " + what,
              "run notes-index --rebuild with the folders of your notes");
}

void Packer::number(std::uint64_t value) {
  while (value >= 0x80) {
    bytes_.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  bytes_.push_back(static_cast<char>(value));
}

void Packer::hash(std::uint64_t hash) {
  for (unsigned shift = 0; shift < 64; shift += 8)
    bytes_.push_back(static_cast<char>(hash >> shift));
}

void Packer::text(std::string_view text) {
  number(text.size());
  bytes_.append(text);
}

std::uint64_t Unpacker::number() {
  constexpr std::size_t kMostBytes = 10;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < std::min(rest_.size(), kMostBytes); ++i) {
    const auto byte = static_cast<unsigned char>(rest_[i]);
    value |= std::uint64_t{byte & 0x7fU} << (7 * i);
    if (byte >= 0x80) continue;
    rest_.remove_prefix(i + 1);
    return value;
  }
  throw_damage("bytes that cannot be read");
}

std::uint32_t Unpacker::number32(std::uint64_t start) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
  const std::uint64_t value = number();
  if (start > kMost || value > kMost - start) throw_damage("bytes that cannot be read");
  return static_cast<std::uint32_t>(start + value);
}

std::uint64_t Unpacker::hash() {
  if (rest_.size() < sizeof(std::uint64_t)) throw_damage("bytes that cannot be read");
  std::uint64_t hash = 0;
  for (std::size_t i = sizeof hash; i > 0; --i)
    hash = hash << 8 | static_cast<unsigned char>(rest_[i - 1]);
  rest_.remove_prefix(sizeof hash);
  return hash;
}

std::string_view Unpacker::text() {
  const std::uint64_t size = number();
  if (size > rest_.size()) throw_damage("bytes that cannot be read");
  const std::string_view text = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return text;
}

}  // namespace notes
