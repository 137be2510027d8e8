// SPDX-License-Identifier: GPL-2.0-or-later
// JSON values as bytes. Never throws for the bytes in them: what is not UTF-8 becomes U+FFFD.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

namespace notes {

std::string one_line(const nlohmann::ordered_json& value);

enum class JsonLayout : std::uint8_t {
  indented,  // one document over lines for people to read
  compact,   // one document on one line
  rows,      // what the document lists, one a line
};

// The whole value, with a newline at the end; indented or on one line.
void write_document(const nlohmann::ordered_json& value, JsonLayout layout, std::ostream& out);

}  // namespace notes
