// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs the backticks of one line: a code span ends at the next run as long as the one that opened
// it. Linear for any line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace notes {

class CodeSpans {
 public:
  // Offsets are in `text`, of which the line is [line_begin, line_end).
  void read_line(std::string_view text, std::size_t line_begin, std::size_t line_end);

  // Where the span that the run at `begin` opens ends, closing run included; the end of that run
  // when nothing closes it. `begin` ascends over the calls for one line.
  std::size_t end_of_span_at(std::size_t begin);

 private:
  struct Run {
    std::size_t begin;
    std::size_t end;
    std::size_t closed_by;  // index of a run; kOpen for none
  };
  static constexpr std::size_t kOpen = static_cast<std::size_t>(-1);

  void pair_runs();

  std::vector<Run> runs_;
  std::vector<std::size_t> next_of_length_;
  std::size_t next_ = 0;  // runs before are behind the caller
};

}  // namespace notes
