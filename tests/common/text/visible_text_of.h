// SPDX-License-Identifier: GPL-2.0-or-later
// What is visible of a text, as text: ranges stand between bars.
#pragma once

#include <string>
#include <string_view>

#include "common/text/visible_text.h"

namespace notes::testing {

inline std::string visible_text_of(std::string_view section) {
  std::string text;
  for (const ByteRange range : visible_ranges(section)) {
    if (!text.empty()) text += '|';
    text += section.substr(range.begin, range.end - range.begin);
  }
  return text;
}

}  // namespace notes::testing
