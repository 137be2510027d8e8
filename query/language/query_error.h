// SPDX-License-Identifier: GPL-2.0-or-later
// Errors that point into the query: the line that was typed, and a caret under the place.
#pragma once

#include <string>
#include <string_view>

#include "common/error.h"

namespace notes {

// `byte` is where in `query` the fault begins. A long query is shown as a window around it.
Error query_error(std::string_view query, std::size_t byte, const std::string& text,
                  std::string hint);

}  // namespace notes
