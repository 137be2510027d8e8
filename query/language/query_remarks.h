// Collects what was read otherwise than typed, for ParsedQuery::notes. A hostile query gets a
// handful of sentences and a count, not a million of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace notes {

class Remarks {
 public:
  static constexpr std::size_t kMostKept = 10;

  void add(std::string sentence) {
    if (kept_.size() < kMostKept)
      kept_.push_back(std::move(sentence));
    else
      ++left_out_;
  }

  bool empty() const { return kept_.empty(); }

  std::vector<std::string> take() {
    if (left_out_ > 0) kept_.push_back("and " + std::to_string(left_out_) + " more such places");
    return std::move(kept_);
  }

 private:
  std::vector<std::string> kept_;
  std::size_t left_out_ = 0;
};

// "`OR` at column 3". Columns are bytes from 1, as everywhere.
inline std::string quoted_place(std::string_view typed, std::size_t byte) {
  return "`" + std::string(typed) + "` at column " + std::to_string(byte + 1);
}

}  // namespace notes
