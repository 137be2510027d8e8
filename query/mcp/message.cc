// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/message.h"

#include <utility>

namespace notes::mcp {
namespace {

constexpr std::size_t kShownBytes = 200;
constexpr int kDeepest = 32;  // no request needs more nesting

// Throws RequestError.
Json parse(std::string_view line) {
  if (line.size() > kLongestLine)
    throw RequestError(code::invalid_request,
                       "the line has more than " + std::to_string(kLongestLine) + " bytes");
  const auto refuse_depth = [](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
    if (depth > kDeepest)
      throw RequestError(code::parse_error,
                         "nested more than " + std::to_string(kDeepest) + " levels deep");
    return true;
  };
  try {
    return Json::parse(line, refuse_depth);
  } catch (const Json::exception& error) {
    // The text follows a name that the library uses, and may quote a long line.
    const std::string text = error.what();
    throw RequestError(code::parse_error, text.substr(text.find(' ') + 1, kShownBytes));
  }
}

Message invalid(const Json& id, const std::string& text) {
  return {id, "", Json::object(), RequestError(code::invalid_request, text)};
}

bool is_response(const Json& value) {
  return value.is_object() && !value.contains("method") &&
         (value.contains("result") || value.contains("error"));
}

Message message_of(Json& value) {
  if (!value.is_object()) return invalid(nullptr, "a message is a JSON object");
  const Json id = value.value("id", Json());
  if (value.contains("id") && !id.is_string() && !id.is_number_integer())
    return invalid(nullptr, "id: give a string or an integer");
  if (value.value("jsonrpc", Json()) != "2.0") return invalid(id, "jsonrpc: give \"2.0\"");
  if (!value.contains("method") || !value["method"].is_string())
    return invalid(id, "method: give a string");
  Message message{id, value["method"].get<std::string>()};
  if (value.contains("params")) message.params = std::move(value["params"]);
  if (!message.params.is_object()) return invalid(id, "params: give an object");
  return message;
}

}  // namespace

std::optional<std::string> read_line(std::FILE* input) {
  std::string line;
  int c = ::getc_unlocked(input);
  if (c == EOF) return std::nullopt;
  for (; c != EOF && c != '\n'; c = ::getc_unlocked(input))
    if (line.size() <= kLongestLine) line += static_cast<char>(c);
  return line;
}

std::vector<Message> read_messages(std::string_view line) {
  std::vector<Message> messages;
  try {
    Json value = parse(line);
    const bool is_batch = value.is_array() && !value.empty();
    Json batch = is_batch ? std::move(value) : Json::array({std::move(value)});
    for (Json& one : batch)
      if (!is_response(one)) messages.push_back(message_of(one));
  } catch (const RequestError& error) {
    messages.push_back({nullptr, "", Json::object(), error});
  }
  for (Message& message : messages) message.line_bytes = line.size();
  return messages;
}

std::string require_text(const Json& params, const char* name) {
  const auto value = params.find(name);
  if (value == params.end() || !value->is_string())
    throw RequestError(code::invalid_params, std::string(name) + ": give a string");
  return value->get<std::string>();
}

std::string result_line(const Json& id, Json result) {
  return one_line({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}) + "\n";
}

std::string error_line(const Json& id, const RequestError& error) {
  Json body = {{"code", error.code}, {"message", error.what()}};
  if (!error.data.is_null()) body["data"] = error.data;
  return one_line({{"jsonrpc", "2.0"}, {"id", id}, {"error", std::move(body)}}) + "\n";
}

std::string notification_line(std::string_view method, Json params) {
  return one_line({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}}) + "\n";
}

}  // namespace notes::mcp
