// SPDX-License-Identifier: GPL-2.0-or-later
// JSON values as bytes. Never throws for the bytes in them: what is not UTF-8 becomes U+FFFD.
#pragma once

#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

namespace notes {

std::string one_line(const nlohmann::ordered_json& value);

// Over indented lines for people to read, with a newline at the end.
void write_document(const nlohmann::ordered_json& value, std::ostream& out);

}  // namespace notes
