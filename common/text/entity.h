// SPDX-License-Identifier: GPL-2.0-or-later
// Characters that HTML writes by name or number: &amp; &eacute; &#8217; &#x2014;
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace notes {

struct Entity {
  std::string text;    // UTF-8; a no-break space is a blank
  std::size_t length;  // in the source, from `&` to `;`
};

// The entity that starts at `at`. Knows the names of HTML 4, and those of HTML 5 for ASCII.
std::optional<Entity> entity_at(std::string_view text, std::size_t at);

}  // namespace notes
