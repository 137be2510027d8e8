// SPDX-License-Identifier: GPL-2.0-or-later
// Storage for many short strings whose views stay valid until all are dropped at once.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace notes {

class TermArena {
 public:
  static constexpr std::size_t kMaxBytes = 1024;  // of one string

  std::string_view keep(std::string_view text);

  // Drops every string and keeps the memory for the next ones.
  void clear();

 private:
  static constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

  void open_next_chunk();

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t opened_chunks_ = 0;
  std::size_t used_ = kChunkBytes;  // of the chunk opened last
};

}  // namespace notes
