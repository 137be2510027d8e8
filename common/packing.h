// SPDX-License-Identifier: GPL-2.0-or-later
// The byte format of what the index stores: unsigned numbers are varints (7 bits a byte, low
// first), hashes are 8 bytes, strings are length and bytes. Reading checks every bound: damaged
// bytes are an Error, never a crash.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace notes {

class Packer {
 public:
  void number(std::uint64_t value);
  void hash(std::uint64_t hash);
  void text(std::string_view text);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Throws Error (ExitCode::damaged_index): the index holds `what`.
[[noreturn]] void throw_damage(const std::string& what);

// Throws as throw_damage does if the bytes end early.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::uint32_t number32(
      std::uint64_t start = 0);  // start + number; also throws if it is too large
  std::uint64_t hash();
  std::string_view text();  // a view into the bytes given
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace notes
