// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/choice.h"

#include <utility>

#include <CLI/CLI.hpp>

#include "common/cli/value_options.h"
#include "common/error.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

std::vector<std::string> names_of(const std::vector<ChoiceName>& rows) {
  std::vector<std::string> names;
  for (const ChoiceName& row : rows) names.push_back(row.name);
  return names;
}

// The first line is what --help shows; --help-all also shows a line for each row.
std::string description(const std::string& help, const std::vector<ChoiceName>& rows) {
  std::string text = help;
  for (const ChoiceName& row : rows)
    if (!row.help.empty()) text += "\n" + row.name + ": " + row.help;
  return text;
}

[[noreturn]] void throw_unknown(const std::string& option, const std::string& typed,
                                const std::vector<std::string>& names) {
  const std::string nearest = nearest_word(typed, names);
  throw Error(ExitCode::failure, option + ": '" + typed + "' is none of " + joined(names, ", "),
              nearest.empty() ? "for example " + option + "=" + names.front()
                              : "did you mean " + option + "=" + nearest + "?");
}

}  // namespace

CLI::Option* add_named_choice(CLI::App& app, const OptionText& text,
                              const std::vector<ChoiceName>& rows,
                              std::function<void(std::size_t)> choose,
                              std::function<bool(const std::string&)> take_other) {
  const std::vector<std::string> words = names_of(rows);
  const OptionText whole{text.names, joined(words, "|"), description(text.help, rows)};
  return add_value(app, whole,
                   [option = long_name(text.names), words, choose = std::move(choose),
                    take_other = std::move(take_other)](const std::string& typed) {
                     for (std::size_t i = 0; i < words.size(); ++i)
                       if (words[i] == typed) return choose(i);
                     if (take_other && take_other(typed)) return;
                     throw_unknown(option, typed, words);
                   });
}

}  // namespace notes
