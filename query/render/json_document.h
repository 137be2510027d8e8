// SPDX-License-Identifier: GPL-2.0-or-later
// Writes JSON values. Never throws: bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

namespace notes {

std::string one_line(const nlohmann::ordered_json& value);

enum class JsonLayout : std::uint8_t {
  indented,  // a document on many lines, for people
  compact,   // a document on one line
  rows,      // only what the document lists, one entry per line
};

// Writes the whole value, indented or on one line, and a newline.
void write_document(const nlohmann::ordered_json& value, JsonLayout layout, std::ostream& out);

}  // namespace notes
