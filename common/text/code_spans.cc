// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/code_spans.h"

#include <algorithm>

namespace notes {

void CodeSpans::read_line(std::string_view text, std::size_t line_begin, std::size_t line_end) {
  runs_.clear();
  next_ = 0;
  const std::string_view up_to_end = text.substr(0, line_end);
  std::size_t begin = up_to_end.find('`', line_begin);
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(up_to_end.find_first_not_of('`', begin), line_end);
    runs_.push_back({begin, end, kOpen});
    begin = up_to_end.find('`', end);
  }
  pair_runs();
}

// From the back, so that the nearest later run of each length is known.
void CodeSpans::pair_runs() {
  std::size_t longest = 0;
  for (const Run& run : runs_) longest = std::max(longest, run.end - run.begin);
  next_of_length_.assign(longest + 1, kOpen);
  for (std::size_t i = runs_.size(); i-- > 0;) {
    std::size_t& next = next_of_length_[runs_[i].end - runs_[i].begin];
    runs_[i].closed_by = next;
    next = i;
  }
}

std::size_t CodeSpans::end_of_span_at(std::size_t begin) {
  while (next_ < runs_.size() && runs_[next_].end <= begin) ++next_;
  if (next_ == runs_.size()) return begin + 1;
  const Run& run = runs_[next_];
  const bool is_whole = run.begin == begin;  // an escape may take the first backtick
  return is_whole && run.closed_by != kOpen ? runs_[run.closed_by].end : run.end;
}

}  // namespace notes
