// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps answers within a number of tokens, and fences the text of notes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "query/mcp/message.h"

namespace notes::mcp {

inline constexpr std::size_t kBytesPerToken = 4;

std::size_t tokens_of(std::size_t bytes);  // rounded up

// The same facts twice: some clients give a model the text, others only the JSON.
struct ToolAnswer {
  std::string text;
  Json json = nullptr;  // in the shape of the tool's output schema; null if it has none
  bool is_error = false;
};

// The size of the larger of its two forms.
std::size_t bytes_of(const ToolAnswer& answer);

// The answer with as many of the `count` rows as fit into `max_bytes`. If not even one row fits,
// the answer without rows. `make` returns the answer with the first `rows` rows.
ToolAnswer fitted(std::size_t count, std::size_t max_bytes,
                  const std::function<ToolAnswer(std::size_t rows)>& make);

// Printable; cut after `max_bytes` at most, between characters, with an ellipsis.
std::string shortened(std::string_view text, std::size_t max_bytes);

// The text between fences longer than any inside it. It tells a model that the text is data,
// whatever the text asks for.
std::string fenced(std::string_view text);

}  // namespace notes::mcp
