// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/machine_property.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"

namespace notes {
namespace {

bool is_machine_key(std::string_view key) {
  constexpr std::array<std::string_view, 6> kKeys{"id",         "collapsed",  "occlusion",
                                                  "created-at", "updated-at", "ls-type"};
  return key.starts_with("hl-") || std::ranges::find(kKeys, key) != kKeys.end();
}

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || c == '-';
}

}  // namespace

bool is_machine_property(std::string_view line) {
  const auto skip_blanks = [&] {
    while (!line.empty() && ascii::is_blank(line.front())) line.remove_prefix(1);
  };
  skip_blanks();
  if (line.starts_with("- ")) line.remove_prefix(2);
  skip_blanks();
  const auto end = std::ranges::find_if_not(line, is_key_character);
  const std::string_view key = line.substr(0, static_cast<std::size_t>(end - line.begin()));
  line.remove_prefix(key.size());
  return line.starts_with("::") && (line.size() == 2 || ascii::is_blank(line[2])) &&
         is_machine_key(key);
}

}  // namespace notes
