// SPDX-License-Identifier: GPL-2.0-or-later
// Reads whole numbers.
#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace notes {

// The number that `text` is; nothing if it is anything else, or too large for the type.
template <class Number>
std::optional<Number> whole_number(std::string_view text, int base = 10) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, number, base);
  return rest == end && problem == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace notes
