// SPDX-License-Identifier: GPL-2.0-or-later
// JSON-RPC 2.0 as MCP uses it: reads messages from lines, and writes results and errors as lines.
// Knows no methods.
#pragma once

#include <cstddef>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/render/json.h"

namespace notes::mcp {

using notes::Json;

namespace code {
inline constexpr int parse_error = -32700;
inline constexpr int invalid_request = -32600;
inline constexpr int method_not_found = -32601;
inline constexpr int invalid_params = -32602;
inline constexpr int internal_error = -32603;
inline constexpr int resource_not_found = -32002;  // until revision 2025-11-25
inline constexpr int unsupported_version = -32022;
}  // namespace code

inline constexpr std::size_t kLongestLine = std::size_t{256} << 10U;

// Without the newline; the last line needs none. Nothing at the end of the input. Reads in bounded
// memory: of a line that is too long, only as much as shows it.
std::optional<std::string> read_line(std::FILE* input);

// Makes the answer to a request an error. A tool that fails throws none: its result says so.
class RequestError : public std::runtime_error {
 public:
  RequestError(int error_code, const std::string& text, Json error_data = nullptr)
      : std::runtime_error(text), code(error_code), data(std::move(error_data)) {}
  int code;
  Json data;
};

struct Message {
  Json id;  // a string or an integer; null for a notification and if unknown
  std::string method;
  Json params = Json::object();
  std::optional<RequestError> error = {};  // what is wrong with it; it then has only an id
  std::size_t line_bytes = 0;              // the size of the line that it came in
};

// One message, or all messages of a batch. Skips responses: this server sends no requests.
std::vector<Message> read_messages(std::string_view line);

// The text of a parameter. Throws RequestError if it is missing or not a string.
std::string require_text(const Json& params, const char* name);

// Each ends in a newline.
std::string result_line(const Json& id, Json result);
std::string error_line(const Json& id, const RequestError& error);
std::string notification_line(std::string_view method, Json params);

}  // namespace notes::mcp
