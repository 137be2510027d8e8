// SPDX-License-Identifier: GPL-2.0-or-later
// Collects ParsedQuery::notes. Keeps a few sentences and counts the rest, so that a hostile query
// does not produce a million.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

class Remarks {
 public:
  static constexpr std::size_t kMostKept = 10;

  void add(std::string sentence);
  bool empty() const { return kept_.empty(); }
  std::vector<std::string> take();

 private:
  std::vector<std::string> kept_;
  std::size_t left_out_ = 0;
};

// "`OR` at column 3". Columns count bytes from 1.
std::string quoted_place(std::string_view typed, std::size_t byte);

}  // namespace notes
