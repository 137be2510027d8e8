// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command_line.h"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "common/cli/value_options.h"
#include "common/error.h"
#include "common/text/ascii.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

// See value_options.h about types in brackets.
constexpr std::string_view kLackingValue = "1";

bool has_blank(std::string_view text) {
  return text.find_first_of(" \t\n") != text.npos;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, ascii::is_digit);
}

// "-n5" and "-n=5". If anything but digits follows the letter, it is a word such as "-notebook".
std::string_view attached_number(std::string_view argument) {
  std::string_view rest = argument.substr(2);
  if (rest.starts_with('=')) rest.remove_prefix(1);
  return is_number(rest) ? rest : std::string_view{};
}

std::vector<std::string> long_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) names.push_back(long_name(*option));
  return names;
}

class Splitter {
 public:
  Splitter(const CLI::App& app, std::span<const char* const> arguments, SingleDash single_dash)
      : app_(app), arguments_(arguments), single_dash_(single_dash) {}

  CommandLine split() {
    while (next_ < arguments_.size()) take(arguments_[next_++]);
    return std::move(line_);
  }

 private:
  void take(std::string_view argument) {
    if (argument == "--")
      take_rest_as_words();
    else if (argument.size() < 2 || argument.front() != '-')
      line_.words.emplace_back(argument);
    else if (argument.starts_with("--"))
      take_long(argument);
    else
      take_single_dash(argument);
  }

  void take_rest_as_words() {
    while (next_ < arguments_.size()) line_.words.emplace_back(arguments_[next_++]);
  }

  void take_long(std::string_view argument) {
    const std::size_t equals = argument.find('=');
    const std::string name(argument.substr(0, equals));
    const CLI::Option* option = app_.get_option_no_throw(name);
    if (has_blank(name))
      line_.words.emplace_back(argument);
    else if (option == nullptr)
      throw_unknown(name);
    else if (equals == argument.npos)
      add(*option);
    else
      add_attached(*option, argument.substr(equals + 1));
  }

  void take_single_dash(std::string_view argument) {
    const CLI::Option* option = app_.get_option_no_throw(std::string(argument.substr(0, 2)));
    if (option != nullptr && argument.size() == 2) return add(*option);
    if (option != nullptr && takes_value(*option) && !attached_number(argument).empty())
      return add_attached(*option, attached_number(argument));
    if (single_dash_ == SingleDash::is_error) throw_unknown(std::string(argument));
    line_.words.emplace_back(argument);
  }

  void add(const CLI::Option& option) {
    if (!takes_value(option)) {
      line_.options.push_back(long_name(option));
      return;
    }
    if (!needs_value(option)) {
      const bool is_next = next_ < arguments_.size() && is_number(arguments_[next_]);
      return add_attached(option, is_next ? arguments_[next_++] : kLackingValue);
    }
    // A value that looks like an option most likely means a forgotten value: `--db --json`.
    const bool is_missing =
        next_ == arguments_.size() || std::string_view(arguments_[next_]).starts_with("--");
    if (is_missing) throw_missing_value(option);
    add_attached(option, arguments_[next_++]);
  }

  void add_attached(const CLI::Option& option, std::string_view value) {
    if (!takes_value(option))
      throw Error(ExitCode::failure, long_name(option) + ": takes no value",
                  "write just " + long_name(option));
    if (value.empty()) throw_missing_value(option);
    line_.options.push_back(long_name(option) + "=" + std::string(value));
  }

  [[noreturn]] static void throw_missing_value(const CLI::Option& option) {
    throw Error(ExitCode::failure, long_name(option) + ": the value is missing",
                "write " + long_name(option) + "=" + option.get_type_name());
  }

  [[noreturn]] void throw_unknown(const std::string& name) const {
    const std::string nearest = nearest_word(name, long_names(app_));
    std::string hint = app_.get_name() + " --help lists the options";
    if (single_dash_ == SingleDash::is_word)
      hint += "; to look for the word itself: " + app_.get_name() + " -- " + name;
    throw Error(
        ExitCode::failure,
        name + ": no such option" + (nearest.empty() ? "" : "; did you mean " + nearest + "?"),
        hint);
  }

  const CLI::App& app_;
  std::span<const char* const> arguments_;
  SingleDash single_dash_;
  std::size_t next_ = 0;
  CommandLine line_;
};

}  // namespace

CommandLine split_command_line(const CLI::App& app, std::span<const char* const> arguments,
                               SingleDash single_dash) {
  return Splitter(app, arguments, single_dash).split();
}

void apply_options(CLI::App& app, const CommandLine& line) {
  std::vector<std::string> reversed(line.options.rbegin(), line.options.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    throw Error(ExitCode::failure, error.what(), app.get_name() + " --help lists the options");
  }
}

}  // namespace notes
