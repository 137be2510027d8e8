// SPDX-License-Identifier: GPL-2.0-or-later
// Parses the value after `field:` into a typed condition. Branches only on the field's kind. Dates
// are what common/date_reader reads, and ranges and comparisons of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/day.h"
#include "common/schema.h"
#include "query/language/query_parser.h"

namespace notes {

// More typing could make a date of what is unfinished: 2024-, fe, 2024-02..2
enum class DateFault : std::uint8_t { not_a_date, unfinished, ends_before_it_begins };

using Dates = std::variant<MinuteRange, DateFault>;

Dates read_dates(std::string_view typed, CivilDay today);

// The name before the colon: a field, an alias, or since: after: until: before:. The last four
// are short for the date field with their value wrapped: since:X is date:X.. .
struct FieldName {
  const Field* field = nullptr;
  std::string_view typed;         // without the colon
  std::string_view before_value;  // "..", "<" or nothing
  std::string_view after_value;
};

std::optional<FieldName> find_field_name(std::string_view typed);

// All names except aliases, without the colon.
std::vector<std::string> field_names();

// The field that a mistyped name probably means. Empty if the name is too short or nothing is
// close to it.
std::string nearest_field_name(std::string_view typed);

enum class ValueForm : std::uint8_t { bare, quoted };

// Why a value is invalid, and what would be valid.
struct ValueFault {
  std::string text;
  std::string hint;
  bool is_unfinished = false;  // more typing could make it valid
};

std::variant<Condition, ValueFault> read_condition(const FieldName& name, std::string_view value,
                                                   ValueForm form, CivilDay today);

}  // namespace notes
