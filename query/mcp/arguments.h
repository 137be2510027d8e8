// SPDX-License-Identifier: GPL-2.0-or-later
// The arguments of a tool call, checked against the tool's input schema.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/mcp/message.h"

namespace notes::mcp {

inline constexpr std::size_t kBytesPerToken = 4;

class Arguments {
 public:
  // Accepts "8" for 8 and one text for a list of one; null is the same as no argument. Throws Error
  // that names what is wrong and says what would be right. The schema may use `type` (string,
  // integer, or array of strings), `enum`, `minimum`, `maximum`, `default` and `required`.
  Arguments(const Json& schema, const Json& given);

  std::optional<std::string> text(const std::string& name) const;
  std::vector<std::string> texts(const std::string& name) const;
  int number(const std::string& name) const;  // its schema has a default
  std::size_t max_bytes() const;              // from `max_tokens`

 private:
  Json values_ = Json::object();
};

}  // namespace notes::mcp
