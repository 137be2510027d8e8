// SPDX-License-Identifier: GPL-2.0-or-later
// JSON-RPC 2.0 as MCP uses it: a line in, its messages out; a result or an error in, a line out.
// Knows no method.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>

namespace notes::mcp {

using Json = nlohmann::ordered_json;

namespace code {
inline constexpr int parse_error = -32700;
inline constexpr int invalid_request = -32600;
inline constexpr int method_not_found = -32601;
inline constexpr int invalid_params = -32602;
inline constexpr int internal_error = -32603;
inline constexpr int resource_not_found = -32002;  // before revision 2026-07-28
inline constexpr int unsupported_version = -32022;
}  // namespace code

struct Message {
  Json id;  // a string or an integer; null for a notification
  std::string method;
  Json params = Json::object();
};

// A request that gets an error for an answer. A tool that fails is none: its result says so.
class RequestError : public std::runtime_error {
 public:
  RequestError(int error_code, const std::string& text, Json error_data = nullptr)
      : std::runtime_error(text), code(error_code), data(std::move(error_data)) {}
  int code;
  Json data;
};

// What a line holds that cannot be answered otherwise.
struct BadMessage {
  Json id;  // null when it cannot be told
  RequestError error;
};

using Incoming = std::variant<Message, BadMessage>;

// One message, or those of a batch. Responses are left out: this server asks nothing.
std::vector<Incoming> read_messages(std::string_view line);

// With the newline.
std::string result_line(const Json& id, Json result);
std::string error_line(const Json& id, const RequestError& error);

}  // namespace notes::mcp
