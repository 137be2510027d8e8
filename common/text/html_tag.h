// SPDX-License-Identifier: GPL-2.0-or-later
// Recognises the tags of known HTML elements, so that `<T>` and `<your name>` stay words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace notes {

// Where the tag that begins with `<` at `begin` ends. Nothing when it is none, or when it is not
// closed in its paragraph and within kMaxTagBytes.
std::optional<std::size_t> end_of_html_tag(std::string_view text, std::size_t begin);

inline constexpr std::size_t kMaxTagBytes = 1024;

}  // namespace notes
