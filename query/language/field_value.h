// SPDX-License-Identifier: GPL-2.0-or-later
// Turns what stands after `field:` into a typed condition. Branches on the kind of the field only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/day.h"
#include "common/schema.h"
#include "query/language/query_node.h"

namespace notes {

// A name before the colon: a field, its alias, or since: after: until: before:, which wrap their
// value so that it means the same after the name of the date field: since:X is date:X.. .
struct FieldName {
  const Field* field = nullptr;
  std::string_view typed;         // without the colon
  std::string_view before_value;  // "..", "<" or nothing
  std::string_view after_value;
};

std::optional<FieldName> find_field_name(std::string_view typed);

// All of them but aliases, without the colon.
std::vector<std::string> field_names();

// What a mistyped name probably means; empty when it is too short to tell or near to none.
std::string nearest_field_name(std::string_view typed);

enum class ValueForm : std::uint8_t { bare, quoted };

// Why a value cannot be taken, and what could.
struct ValueFault {
  std::string text;
  std::string hint;
};

// Whether what read_condition cannot take could still become a value.
bool begins_value(const FieldName& name, std::string_view value, CivilDay today);

std::variant<Condition, ValueFault> read_condition(const FieldName& name, std::string_view value,
                                                   ValueForm form, CivilDay today);

}  // namespace notes
