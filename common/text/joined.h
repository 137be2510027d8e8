// SPDX-License-Identifier: GPL-2.0-or-later
// Texts one after the other, with a sign between them.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// `texts` are strings of any kind.
template <class Texts>
std::string joined(const Texts& texts, std::string_view between) {
  std::string all;
  bool is_first = true;
  for (const auto& text : texts) {
    if (!is_first) all += between;
    all += text;
    is_first = false;
  }
  return all;
}

}  // namespace notes
