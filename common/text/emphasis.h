// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs the marks of emphasis (* and _) and strikethrough (~) by CommonMark's rules, in linear
// time. inline_scanner decides which characters of a block are marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace notes {

class EmphasisMarks {
 public:
  // A run of equal marks. Its first `closing` marks end emphasis, its last `opening` marks start
  // some, and the marks between them are text.
  struct Run {
    char mark = '*';
    bool can_open = false;
    bool can_close = false;
    std::uint32_t length = 0;
    std::uint32_t opening = 0;
    std::uint32_t closing = 0;

    std::uint32_t left() const { return length - opening - closing; }
  };

  // The run [begin, end) of `text`, which is the text of the block. Returns its number.
  std::size_t add(std::string_view text, std::size_t begin, std::size_t end);
  std::size_t size() const { return runs_.size(); }
  const Run& operator[](std::size_t run) const { return runs_[run]; }

  // Pairs the runs from number `first` on with each other and with no later ones: they are in the
  // text of a link, or in the whole block.
  void pair_from(std::size_t first);
  void clear();

 private:
  void close(std::size_t closer, std::vector<std::size_t>& openers, std::size_t& floor);

  std::vector<Run> runs_;
  std::vector<std::size_t> unpaired_;  // runs that pair_from has not seen
};

}  // namespace notes
