// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs the marks of emphasis (* and _) and strikethrough (~) by CommonMark's rules, in linear
// time. Which characters are marks of a block is the reading's question.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace notes {

class EmphasisMarks {
 public:
  // A run of equal marks. Its first `closing` marks end emphasis, its last `opening` begin some,
  // and what is left between them is text.
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
  const Run& operator[](std::size_t run) const { return runs_[run].run; }

  // Pairs the runs from `bottom` on with each other, and no more with any other: the text of a
  // link, or the whole block.
  void pair_from(std::size_t bottom);
  void clear();

 private:
  static constexpr std::int64_t kNone = -1;
  // Runs that may still pair are linked.
  struct Link {
    Run run;
    std::int64_t previous = kNone;
    std::int64_t next = kNone;
  };

  std::int64_t find_opener(std::int64_t closer, std::int64_t floor) const;
  std::int64_t pair(std::int64_t opener, std::int64_t closer);
  void remove(std::int64_t run);
  Link& at(std::int64_t run) { return runs_[static_cast<std::size_t>(run)]; }
  const Link& at(std::int64_t run) const { return runs_[static_cast<std::size_t>(run)]; }

  std::vector<Link> runs_;
  std::int64_t last_ = kNone;
};

}  // namespace notes
