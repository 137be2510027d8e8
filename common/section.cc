// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/section.h"

#include <array>

namespace notes {

std::string_view level_name(Level level) {
  constexpr std::array<std::string_view, 3> kNames{"note", "thread", "question"};
  return kNames.at(static_cast<std::size_t>(level));
}

std::string_view date_source_name(DateSource source) {
  constexpr std::array<std::string_view, 5> kNames{"line", "heading", "front matter", "file name",
                                                   "folder"};
  return kNames.at(static_cast<std::size_t>(source));
}

}  // namespace notes
