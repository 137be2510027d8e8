// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_remarks.h"

#include <utility>

#include "query/language/shown_text.h"

namespace notes {

void Remarks::add(std::string sentence) {
  if (kept_.size() < kMostKept)
    kept_.push_back(std::move(sentence));
  else
    ++left_out_;
}

std::vector<std::string> Remarks::take() {
  if (left_out_ > 0) kept_.push_back("and " + std::to_string(left_out_) + " more such places");
  return std::move(kept_);
}

std::string quoted_place(std::string_view typed, std::size_t byte) {
  return "`" + show_begin(typed).text + "` at column " + std::to_string(byte + 1);
}

}  // namespace notes
