// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/value_options.h"

#include <charconv>
#include <cstdint>
#include <utility>

#include <CLI/CLI.hpp>

#include "common/error.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

std::string range_hint(NumberRange range) {
  return "give a whole number from " + std::to_string(range.least) + " to " +
         std::to_string(range.most);
}

int parse_number(const std::string& option, const std::string& typed, NumberRange range) {
  int number = 0;
  const char* end = typed.data() + typed.size();
  const auto [rest, problem] = std::from_chars(typed.data(), end, number);
  if (rest != end || problem == std::errc::invalid_argument)
    throw Error(ExitCode::failure, option + ": '" + typed + "' is not a whole number",
                range_hint(range));
  if (problem == std::errc::result_out_of_range || number < range.least || number > range.most)
    throw Error(ExitCode::failure, option + ": " + typed + " is out of range", range_hint(range));
  return number;
}

// --help shows the first line; --help-all also shows a line for each row.
std::string description(const std::string& help, const std::vector<ChoiceName>& rows) {
  std::string text = help;
  for (const ChoiceName& row : rows)
    if (!row.help.empty()) text.append("\n").append(row.name).append(": ").append(row.help);
  return text;
}

[[noreturn]] void throw_unknown(const std::string& option, const std::string& typed,
                                const std::vector<std::string>& names) {
  const std::string nearest = nearest_word(typed, names);
  throw Error(ExitCode::failure, option + ": '" + typed + "' is not one of " + joined(names, ", "),
              nearest.empty() ? "for example " + option + "=" + names.front()
                              : "did you mean " + option + "=" + nearest + "?");
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
                              std::function<bool(const std::string&)> take) {
  std::vector<std::string> words;
  for (const ChoiceName& row : rows) words.emplace_back(row.name);
  const OptionText whole{text.names, joined(words, "|"), description(text.help, rows)};
  return add_value(
      app, whole,
      [option = long_name(text.names), words, take = std::move(take)](const std::string& typed) {
        if (!take(typed)) throw_unknown(option, typed, words);
      });
}

std::string long_name(const CLI::Option& option) {
  return "--" + option.get_lnames().front();
}

std::string long_name(const std::string& names) {
  return names.substr(names.find("--"));
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
                  long_name(*given) + " and " + long_name(*option) + " cannot be used together",
                  "give one of them");
    given = option;
  }
}

}  // namespace notes
