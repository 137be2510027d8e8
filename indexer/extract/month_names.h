// SPDX-License-Identifier: GPL-2.0-or-later
// The words of written dates in the languages notes are dated in: English, German, French, Spanish,
// Italian, Portuguese and Dutch.
#pragma once

#include <optional>
#include <string_view>

namespace notes {

// Case-insensitive, without a closing dot.
std::optional<int> find_month(std::string_view word);
bool is_weekday(std::string_view word);

}  // namespace notes
