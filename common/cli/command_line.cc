// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command_line.h"

#include <charconv>
#include <utility>

#include <CLI/CLI.hpp>

#include "common/error.h"
#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

// "--limit" for "-n,--limit": what CLI::Option::get_name() says.
std::string long_name(const std::string& names) {
  return names.substr(names.find("--"));
}

int parse_number(const std::string& option, const std::string& typed, NumberRange range) {
  int number = 0;
  const char* end = typed.data() + typed.size();
  const auto [rest, problem] = std::from_chars(typed.data(), end, number);
  const bool is_number = rest == end && problem != std::errc::invalid_argument;
  const bool fits = problem == std::errc() && number >= range.least && number <= range.most;
  if (is_number && fits) return number;
  throw Error(
      ExitCode::failure,
      option + ": " +
          (is_number ? typed + " is out of range" : "'" + typed + "' is not a whole number"),
      "give a whole number from " + std::to_string(range.least) + " to " +
          std::to_string(range.most));
}

// --help shows the first line; --help-all also shows a line for each row.
std::string description(const std::string& help, const std::vector<ChoiceName>& rows) {
  std::string text = help;
  for (const ChoiceName& row : rows)
    if (!row.help.empty()) text.append("\n").append(row.name).append(": ").append(row.help);
  return text;
}

[[noreturn]] void throw_unknown_value(const std::string& option, const std::string& typed,
                                      const std::vector<std::string>& names) {
  const std::string nearest = nearest_word(typed, names);
  throw Error(ExitCode::failure, option + ": '" + typed + "' is not one of " + joined(names, ", "),
              nearest.empty() ? "for example " + option + "=" + names.front()
                              : "did you mean " + option + "=" + nearest + "?");
}

constexpr std::string_view kLackingValue = "1";

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, ascii::is_digit);
}

// "-n5" and "-n=5". If anything but digits follows the letter, it is a word such as "-notebook".
std::string_view attached_number(std::string_view argument) {
  std::string_view rest = argument.substr(2);
  if (rest.starts_with('=')) rest.remove_prefix(1);
  return is_number(rest) ? rest : std::string_view{};
}

[[noreturn]] void throw_unknown_option(const CLI::App& app, const std::string& name,
                                       SingleDash single_dash) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) known.push_back(option->get_name());
  const std::string nearest = nearest_word(name, known);
  std::string hint = app.get_name() + " --help lists the options";
  if (single_dash == SingleDash::is_word)
    hint += "; to look for the word itself: " + app.get_name() + " -- " + name;
  throw Error(
      ExitCode::failure,
      name + ": no such option" + (nearest.empty() ? "" : "; did you mean " + nearest + "?"), hint);
}

struct TypedOption {
  const CLI::Option& option;
  std::optional<std::string_view> value;
};

// The option in an argument, with the value that is attached to it. Nothing if it is a word.
std::optional<TypedOption> option_in(std::string_view argument, const CLI::App& app,
                                     SingleDash single_dash) {
  if (argument.size() < 2 || argument.front() != '-') return std::nullopt;
  const bool is_long = argument.starts_with("--");
  const std::string name(argument.substr(0, is_long ? argument.find('=') : 2));
  if (is_long && name.find_first_of(" \t\n") != name.npos) return std::nullopt;
  const CLI::Option* option = app.get_option_no_throw(name);
  if (option != nullptr && name == argument) return TypedOption{*option, {}};
  if (is_long) {
    if (option == nullptr) throw_unknown_option(app, name, single_dash);
    return TypedOption{*option, argument.substr(name.size() + 1)};
  }
  const std::string_view number = attached_number(argument);
  if (option != nullptr && takes_value(*option) && !number.empty())
    return TypedOption{*option, number};
  if (single_dash == SingleDash::is_error)
    throw_unknown_option(app, std::string(argument), single_dash);
  return std::nullopt;
}

// A value that looks like an option most likely means a forgotten value: `--db --json`.
bool may_be_value(const char* argument, const CLI::Option& option) {
  return needs_value(option) ? !std::string_view(argument).starts_with("--") : is_number(argument);
}

std::string in_long_form(const TypedOption& typed) {
  std::string name = typed.option.get_name();
  if (!takes_value(typed.option)) {
    if (!typed.value) return name;
    throw Error(ExitCode::failure, name + ": takes no value", "write just " + name);
  }
  const bool may_lack = !needs_value(typed.option);
  const std::string value(typed.value.value_or(may_lack ? kLackingValue : ""));
  if (value.empty())
    throw Error(ExitCode::failure, name + ": the value is missing",
                "write " + name + "=" + typed.option.get_type_name());
  return name + "=" + value;
}

}  // namespace

CLI::Option* add_switch(CLI::App& app, const std::string& names, bool& given,
                        const std::string& help) {
  return app.add_flag(names, given, help)->take_last();
}

CLI::Option* add_switch(CLI::App& app, const std::string& names, const std::string& help,
                        std::function<void()> take) {
  const auto callback = [take = std::move(take)](std::int64_t) { take(); };
  return app.add_flag_function(names, callback, help)->take_last();
}

CLI::Option* add_value(CLI::App& app, const OptionText& text,
                       std::function<void(const std::string&)> take) {
  const auto callback = [take = std::move(take)](const CLI::results_t& values) {
    take(values.front());
    return true;
  };
  return app.add_option(text.names, callback, text.help)->type_name(text.type)->take_last();
}

CLI::Option* add_text(CLI::App& app, const OptionText& text, std::optional<std::string>& target) {
  return add_value(app, text, [&target](const std::string& value) { target = value; });
}

CLI::Option* add_texts(CLI::App& app, const OptionText& text, std::vector<std::string>& target) {
  const auto callback = [&target](const CLI::results_t& values) {
    target = values;
    return true;
  };
  return app.add_option(text.names, callback, text.help)
      ->type_name(text.type)
      ->expected(1, CLI::detail::expected_max_vector_size)
      ->allow_extra_args(false)
      ->take_all();
}

CLI::Option* add_number(CLI::App& app, const OptionText& text, NumberRange range, int& target) {
  return add_value(app, text, [name = long_name(text.names), range, &target](const std::string& v) {
    target = parse_number(name, v, range);
  });
}

CLI::Option* add_named_choice(CLI::App& app, const OptionText& text,
                              const std::vector<ChoiceName>& rows,
                              std::function<bool(const std::string&)> accept) {
  std::vector<std::string> words;
  for (const ChoiceName& row : rows) words.emplace_back(row.name);
  const auto take = [option = long_name(text.names), words,
                     accept = std::move(accept)](const std::string& typed) {
    if (!accept(typed)) throw_unknown_value(option, typed, words);
  };
  return add_value(app, {text.names, joined(words, "|"), description(text.help, rows)}, take);
}

bool takes_value(const CLI::Option& option) {
  return option.get_expected_max() > 0;
}

bool needs_value(const CLI::Option& option) {
  return takes_value(option) && !option.get_type_name().starts_with('[');
}

std::string first_help_line(const CLI::Option& option) {
  const std::string& description = option.get_description();
  return description.substr(0, description.find('\n'));
}

void require_at_most_one(std::initializer_list<const CLI::Option*> options) {
  const CLI::Option* given = nullptr;
  for (const CLI::Option* option : options) {
    if (option->count() == 0) continue;
    if (given != nullptr)
      throw Error(ExitCode::failure,
                  given->get_name() + " and " + option->get_name() + " cannot be used together",
                  "give one of them");
    given = option;
  }
}

CommandLine split_command_line(const CLI::App& app, std::span<const char* const> arguments,
                               SingleDash single_dash) {
  CommandLine line;
  for (auto next = arguments.begin(); next != arguments.end();) {
    const std::string_view argument = *next++;
    if (argument == "--") {
      line.words.insert(line.words.end(), next, arguments.end());
      break;
    }
    auto typed = option_in(argument, app, single_dash);
    if (!typed) {
      line.words.emplace_back(argument);
      continue;
    }
    const bool is_open = takes_value(typed->option) && !typed->value && next != arguments.end();
    if (is_open && may_be_value(*next, typed->option)) typed->value = *next++;
    line.options.push_back(in_long_form(*typed));
  }
  return line;
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
