// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/arguments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

#include "common/error.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "common/text/printable.h"
#include "query/render/json_document.h"

namespace notes::mcp {
namespace {

constexpr std::size_t kShownBytes = 80;  // of a wrong value

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream rest{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; rest >> word;) words.push_back(word);
  return words;
}

std::string shown(const Json& value) {
  return printable(one_line(value).substr(0, kShownBytes));
}

Error wrong_value(const Parameter& parameter, const Json& value, const std::string& remedy) {
  return Error(ExitCode::failure,
               std::string(parameter.name) + ": " + shown(value) + " will not do", remedy);
}

std::optional<int> whole_number(const Json& value) {
  constexpr double kMost = 1e9;
  if (value.is_number()) {
    const double number = value.get<double>();
    if (std::abs(number) > kMost || number != std::floor(number)) return std::nullopt;
    return static_cast<int>(number);
  }
  if (!value.is_string()) return std::nullopt;
  const auto& digits = value.get_ref<const std::string&>();
  int number = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, problem] = std::from_chars(digits.data(), end, number);
  if (problem != std::errc() || rest != end) return std::nullopt;
  return number;
}

Json checked_number(const Parameter& parameter, const Json& value) {
  const auto number = whole_number(value);
  if (!number || *number < parameter.least || *number > parameter.most)
    throw wrong_value(parameter, value,
                      "give a whole number from " + std::to_string(parameter.least) + " to " +
                          std::to_string(parameter.most));
  return *number;
}

Json checked_text(const Parameter& parameter, const Json& value) {
  // An agent may write a year or an id without quotes.
  if (value.is_number_integer()) return one_line(value);
  if (!value.is_string()) throw wrong_value(parameter, value, "give a string");
  const auto known = words_of(parameter.values);
  if (!known.empty() && std::ranges::find(known, value.get<std::string>()) == known.end())
    throw wrong_value(parameter, value, "take one of " + joined(known, ", "));
  return value;
}

Json checked_texts(const Parameter& parameter, const Json& value) {
  Json texts = Json::array();
  if (!value.is_array()) return texts.push_back(checked_text(parameter, value)), texts;
  for (const Json& one : value) texts.push_back(checked_text(parameter, one));
  return texts;
}

Json checked(const Parameter& parameter, const Json& value) {
  switch (parameter.kind) {
    case ParameterKind::number:
      return checked_number(parameter, value);
    case ParameterKind::texts:
      return checked_texts(parameter, value);
    case ParameterKind::text:
      break;
  }
  return checked_text(parameter, value);
}

Error unknown_name(std::span<const Parameter> parameters, const std::string& name) {
  std::vector<std::string> known;
  for (const Parameter& parameter : parameters) known.emplace_back(parameter.name);
  const std::string nearest = nearest_word(name, known);
  const std::string all =
      known.empty() ? "it takes no parameters" : "its parameters are " + joined(known, ", ");
  return Error(ExitCode::failure, "there is no parameter " + shown(name),
               nearest.empty() ? all : "did you mean \"" + nearest + "\"? " + all);
}

Json schema_of(const Parameter& parameter) {
  Json schema;
  switch (parameter.kind) {
    case ParameterKind::number:
      schema = {{"type", "integer"},
                {"minimum", parameter.least},
                {"maximum", parameter.most},
                {"default", parameter.fallback}};
      break;
    case ParameterKind::texts:
      schema = {{"type", "array"}, {"items", {{"type", "string"}}}};
      break;
    case ParameterKind::text:
      schema = {{"type", "string"}};
      if (!parameter.values.empty()) schema["enum"] = words_of(parameter.values);
      break;
  }
  schema["description"] = parameter.help;
  return schema;
}

}  // namespace

Json schema_of(std::span<const Parameter> parameters) {
  Json schema = {{"type", "object"}, {"properties", Json::object()}};
  for (const Parameter& parameter : parameters) {
    schema["properties"][std::string(parameter.name)] = schema_of(parameter);
    if (parameter.is_required) schema["required"].push_back(parameter.name);
  }
  schema["additionalProperties"] = false;
  return schema;
}

Arguments::Arguments(std::span<const Parameter> parameters, const Json& given)
    : parameters_(parameters) {
  if (!given.is_object() && !given.is_null())
    throw Error(ExitCode::failure, "arguments: give an object");
  for (const auto& [name, value] : given.items()) {
    const auto row = std::ranges::find(parameters, std::string_view(name), &Parameter::name);
    if (row == parameters.end()) throw unknown_name(parameters, name);
    if (!value.is_null()) values_[name] = checked(*row, value);
  }
  for (const Parameter& parameter : parameters)
    if (parameter.is_required && !values_.contains(parameter.name))
      throw Error(ExitCode::failure, std::string(parameter.name) + ": is missing",
                  std::string(parameter.help));
}

std::optional<std::string> Arguments::text(std::string_view name) const {
  const auto value = values_.find(name);
  if (value == values_.end()) return std::nullopt;
  return value->get<std::string>();
}

std::vector<std::string> Arguments::texts(std::string_view name) const {
  return values_.value(name, std::vector<std::string>());
}

int Arguments::number(std::string_view name) const {
  const auto row = std::ranges::find(parameters_, name, &Parameter::name);
  return values_.value(name, row->fallback);
}

}  // namespace notes::mcp
