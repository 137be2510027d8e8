// SPDX-License-Identifier: GPL-2.0-or-later
// The parameters of a tool as a table: what agents are shown of them, and what is made of the
// arguments that they send.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/mcp/message.h"

namespace notes::mcp {

enum class ParameterKind : std::uint8_t { text, texts, number };

struct Parameter {
  std::string_view name;
  std::string_view help;
  ParameterKind kind = ParameterKind::text;
  bool is_required = false;
  // Of a number.
  int least = 0;
  int most = 0;
  int fallback = 0;
  // Of a text: the only values, with blanks between; empty = any.
  std::string_view values = {};
};

// JSON Schema of an object with these members and no others.
Json schema_of(std::span<const Parameter> parameters);

class Arguments {
 public:
  // Takes "8" for 8, one text for a list of one, and null for nothing. Throws Error that names what
  // is wrong: an unknown name with the nearest one, a value with those that would do.
  Arguments(std::span<const Parameter> parameters, const Json& given);

  std::optional<std::string> text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  int number(std::string_view name) const;

 private:
  std::span<const Parameter> parameters_;
  Json values_ = Json::object();
};

}  // namespace notes::mcp
