// SPDX-License-Identifier: GPL-2.0-or-later
// The byte format of what the index stores: unsigned numbers are varints (7 bits a byte, low
// first), hashes are 8 bytes, strings are length and bytes. Reading checks every bound: damaged
// bytes are an Error, never a crash.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"

namespace notes {

class Packer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>(value | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }

  void hash(std::uint64_t hash) {
    for (unsigned shift = 0; shift < 64; shift += 8)
      bytes_.push_back(static_cast<char>(hash >> shift));
  }

  void text(std::string_view text) {
    number(text.size());
    bytes_.append(text);
  }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// The index holds `what`.
[[noreturn]] inline void throw_damage(const std::string& what) {
  throw Error(ExitCode::damaged_index, "the index is damaged: it holds " + what,
              "run notes-index --rebuild with the folders of your notes");
}

// Throws as throw_damage does if the bytes end early.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  bool at_end() const { return rest_.empty(); }

  std::uint64_t number() {
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

  // start + number; also throws if it is too large.
  std::uint32_t number32(std::uint64_t start = 0) {
    const std::uint64_t value = number();
    if (start > UINT32_MAX || value > UINT32_MAX - start) throw_damage("bytes that cannot be read");
    return static_cast<std::uint32_t>(start + value);
  }

  std::uint64_t hash() {
    std::uint64_t hash = 0;
    for (unsigned shift = 0; const char byte : taken(sizeof hash)) {
      hash |= std::uint64_t{static_cast<unsigned char>(byte)} << shift;
      shift += 8;
    }
    return hash;
  }

  std::string_view text() { return taken(number()); }  // a view into the bytes given

 private:
  std::string_view taken(std::uint64_t size) {
    if (size > rest_.size()) throw_damage("bytes that cannot be read");
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }

  std::string_view rest_;
};

}  // namespace notes
