// SPDX-License-Identifier: GPL-2.0-or-later
// Answers that keep to a number of tokens, and text of notes that is marked as such.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "query/mcp/tool.h"

namespace notes::mcp {

inline constexpr std::size_t kBytesPerToken = 4;

std::size_t tokens_of(std::size_t bytes);

// The larger of its two forms.
std::size_t bytes_of(const ToolAnswer& answer);

// The answer with the most rows, of `count`, that has at most `max_bytes`; without rows when not
// even one fits. `make` gives the answer with the first so many rows.
ToolAnswer fitted(std::size_t count, std::size_t max_bytes,
                  const std::function<ToolAnswer(std::size_t rows)>& make);

// At most `max_bytes` and an ellipsis, in whole characters, without what drives a terminal.
std::string shortened(std::string_view text, std::size_t max_bytes);

// The text between fences that are longer than any inside: what a note says is data, whoever wrote
// it and whatever it asks for.
std::string fenced(std::string_view text);

}  // namespace notes::mcp
