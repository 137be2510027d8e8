// SPDX-License-Identifier: GPL-2.0-or-later
// Declares the options of a program, and reads them from its command line. Errors name the option
// and a remedy. Each program's options.cc says which options it has.
//
// Rules for every option of both programs: it has a long name. The help shows its type name as the
// value, and completion uses it (DIR, PATH, or the values with '|' between). If it is given more
// than once, the last one counts, unless it collects texts. A type in brackets, [N], is a number
// that may be left out; it is then 1.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace notes {

// How the help shows an option: names such as "-n,--limit", type such as "N".
struct OptionText {
  std::string names;
  std::string type;
  std::string help;
};

struct NumberRange {
  int least = 0;
  int most = 0;
};

CLI::Option* add_switch(CLI::App& app, const std::string& names, bool& given,
                        const std::string& help);
// Calls `take` if the switch is given.
CLI::Option* add_switch(CLI::App& app, const std::string& names, const std::string& help,
                        std::function<void()> take);
CLI::Option* add_text(CLI::App& app, const OptionText& text, std::optional<std::string>& target);
CLI::Option* add_texts(CLI::App& app, const OptionText& text, std::vector<std::string>& target);
CLI::Option* add_number(CLI::App& app, const OptionText& text, NumberRange range, int& target);

// The general form of the above: `take` gets the value and throws Error if it is not valid.
CLI::Option* add_value(CLI::App& app, const OptionText& text,
                       std::function<void(const std::string&)> take);

// A word that an option accepts. The help and completion list them.
struct ChoiceName {
  std::string_view name;
  std::string_view help;
};

// `accept` takes a value and says whether it is valid. The type of `text` is made from the rows.
CLI::Option* add_named_choice(CLI::App& app, const OptionText& text,
                              const std::vector<ChoiceName>& rows,
                              std::function<bool(const std::string&)> accept);

template <class Value>
struct Choice {
  Value value;
  std::string_view name;
  std::string_view help;
};

template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& names, const std::string& help,
                        Value& chosen, std::vector<Choice<Value>> rows) {
  std::vector<ChoiceName> named;
  for (const Choice<Value>& row : rows) named.push_back({row.name, row.help});
  const auto accept = [rows = std::move(rows), &chosen](const std::string& typed) {
    const auto row = std::ranges::find(rows, typed, &Choice<Value>::name);
    if (row != rows.end()) chosen = row->value;
    return row != rows.end();
  };
  return add_named_choice(app, {names, "", help}, named, accept);
}

// An option whose value may be left out needs none.
bool takes_value(const CLI::Option& option);
bool needs_value(const CLI::Option& option);

// The line of an option's description that the short help shows.
std::string first_help_line(const CLI::Option& option);

// Throws an Error that names the first two that were both given.
void require_at_most_one(std::initializer_list<const CLI::Option*> options);

// What `-mixtral` is, if it is not a short option.
enum class SingleDash : std::uint8_t {
  is_word,  // a word of the query: an exclusion
  is_error,
};

// A text to print instead of a run: help, the version, a completion script.
struct TextToPrint {
  std::string text;  // ends in a newline; goes to stdout
};

struct CommandLine {
  std::vector<std::string> options;  // "--name" or "--name=value", by long name
  std::vector<std::string> words;    // everything else, in the order typed
};

// Splits before CLI11 sees the line, because words of a query may begin with a dash.
// Short options must match exactly: `-n 5`, `-n5`, `-0`. An argument of several words is never an
// option. `--` ends the options. Throws Error for an unknown option, and for a missing or
// unexpected value. `arguments` does not include the program's name.
CommandLine split_command_line(const CLI::App& app, std::span<const char* const> arguments,
                               SingleDash single_dash);

// Lets CLI11 check the options and store their values.
void apply_options(CLI::App& app, const CommandLine& line);

}  // namespace notes
