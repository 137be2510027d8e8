// SPDX-License-Identifier: GPL-2.0-or-later
// Checks the arguments of a tool call against the tool's input schema.
#include <algorithm>
#include <cmath>

#include "common/error.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "common/text/printable.h"
#include "common/text/whole_number.h"
#include "query/mcp/mcp.h"
#include "query/render/shown_text.h"

namespace notes::mcp {
namespace {

std::string shown(const Json& value) {
  constexpr std::size_t kMostBytes = 80;
  return printable(one_line(value).substr(0, kMostBytes));
}

Error wrong_value(const std::string& name, const Json& value, const std::string& remedy) {
  return Error(ExitCode::failure, name + ": " + shown(value) + " is not valid", remedy);
}

std::optional<int> number_in(const Json& value) {
  constexpr double kMost = 1e9;
  if (value.is_number()) {
    const double number = value.get<double>();
    if (std::abs(number) > kMost || number != std::floor(number)) return std::nullopt;
    return static_cast<int>(number);
  }
  if (!value.is_string()) return std::nullopt;
  return whole_number<int>(value.get_ref<const std::string&>());
}

Json checked_number(const std::string& name, const Json& schema, const Json& value) {
  const auto number = number_in(value);
  if (!number || *number < schema["minimum"] || *number > schema["maximum"])
    throw wrong_value(name, value,
                      "give a whole number from " + one_line(schema["minimum"]) + " to " +
                          one_line(schema["maximum"]));
  return *number;
}

Json checked_text(const std::string& name, const Json& schema, const Json& value) {
  // An agent may write a year or an id without quotes.
  if (value.is_number_integer()) return one_line(value);
  if (!value.is_string()) throw wrong_value(name, value, "give a string");
  const auto choices = schema.value("enum", std::vector<std::string>());
  if (!choices.empty() && std::ranges::find(choices, value.get<std::string>()) == choices.end())
    throw wrong_value(name, value, "use one of " + joined(choices, ", "));
  return value;
}

Json checked(const std::string& name, const Json& schema, const Json& value) {
  if (schema["type"] == "integer") return checked_number(name, schema, value);
  if (schema["type"] == "string") return checked_text(name, schema, value);
  if (!value.is_array()) return Json::array({checked_text(name, schema, value)});
  Json texts = Json::array();
  for (const Json& one : value) texts.push_back(checked_text(name, schema, one));
  return texts;
}

Error unknown_name(const Json& parameters, const std::string& name) {
  std::vector<std::string> known;
  for (const auto& [parameter, schema] : parameters.items()) known.push_back(parameter);
  const std::string nearest = nearest_word(name, known);
  const std::string all =
      known.empty() ? "it takes no parameters" : "its parameters are " + joined(known, ", ");
  return Error(ExitCode::failure, "there is no parameter " + shown(name),
               nearest.empty() ? all : "did you mean \"" + nearest + "\"? " + all);
}

}  // namespace

Json checked_arguments(const Json& schema, const Json& given) {
  Json arguments = Json::object();
  const Json& parameters = schema["properties"];
  for (const auto& [name, parameter] : parameters.items())
    if (parameter.contains("default")) arguments[name] = parameter["default"];
  if (!given.is_object() && !given.is_null())
    throw Error(ExitCode::failure, "arguments: give an object");
  for (const auto& [name, value] : given.items()) {
    if (!parameters.contains(name)) throw unknown_name(parameters, name);
    if (!value.is_null()) arguments[name] = checked(name, parameters[name], value);
  }
  for (const auto& name : schema.value("required", std::vector<std::string>()))
    if (!arguments.contains(name))
      throw Error(ExitCode::failure, name + " is missing",
                  parameters[name]["description"].get<std::string>());
  return arguments;
}

std::size_t max_bytes(const Json& arguments) {
  return arguments["max_tokens"].get<std::size_t>() * kBytesPerToken;
}

}  // namespace notes::mcp
