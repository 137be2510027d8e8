// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json_document.h"

#include <algorithm>
#include <string_view>

#include "common/text/printable.h"

namespace notes {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kIndent = 2;

bool is_flat(const Json& value) {
  return value.is_primitive() ||
         (value.is_array() && std::all_of(value.begin(), value.end(), [](const Json& element) {
            return element.is_primitive();
          }));
}

// Short lists such as highlights and tags go on one line, or they would bury everything else.
bool fits_one_line(const Json& value) {
  constexpr std::size_t kFewMembers = 3;
  if (value.is_object() && value.size() > kFewMembers) return false;
  return is_flat(value) || std::all_of(value.begin(), value.end(), is_flat);
}

void write_value(const Json& value, std::size_t indent, std::ostream& out);

// Writes the members of an object or array: `before` before each, `between` between them.
void write_members(const Json& value, std::size_t indent, const std::string& before,
                   std::string_view between, std::ostream& out) {
  bool is_first = true;
  for (const auto& [key, member] : value.items()) {
    out << (is_first ? "" : between) << before;
    if (value.is_object()) out << one_line(key) << ": ";
    write_value(member, indent, out);
    is_first = false;
  }
}

void write_value(const Json& value, std::size_t indent, std::ostream& out) {
  if (value.is_primitive()) {
    out << one_line(value);
    return;
  }
  const bool on_one_line = fits_one_line(value);
  out << (value.is_object() ? '{' : '[');
  if (on_one_line) {
    write_members(value, indent, "", ", ", out);
  } else {
    const std::string line_start = '\n' + std::string(indent, ' ');
    write_members(value, indent + kIndent, line_start + std::string(kIndent, ' '), ",", out);
    out << line_start;
  }
  out << (value.is_object() ? '}' : ']');
}

}  // namespace

std::string one_line(const Json& value) {
  return json_without_controls(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void write_document(const Json& value, JsonLayout layout, std::ostream& out) {
  if (layout == JsonLayout::indented)
    write_value(value, 0, out);
  else
    out << one_line(value);
  out << '\n';
}

}  // namespace notes
