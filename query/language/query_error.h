// SPDX-License-Identifier: GPL-2.0-or-later
// Errors that show the query with a caret under the fault.
#pragma once

#include <string>
#include <string_view>

#include "common/error.h"

namespace notes {

// The fault begins at `byte` of `query`. A long query is cut to the part around it.
Error query_error(std::string_view query, std::size_t byte, const std::string& text,
                  std::string hint);

}  // namespace notes
