// SPDX-License-Identifier: GPL-2.0-or-later
// An option that takes one of a few words, declared as rows {value, name, help}. The rows are also
// what the help lists and what the shell completes.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/value_options.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace notes {

template <class Value>
struct Choice {
  Value value;
  std::string_view name;
  std::string_view help;
};

struct ChoiceName {
  std::string name;
  std::string help;
};

// `choose` gets the index of the row that was typed. A value that is no row is offered to
// `take_other`, which says whether it took it.
// The type of `text` is made of the rows.
CLI::Option* add_named_choice(CLI::App& app, const OptionText& text,
                              const std::vector<ChoiceName>& rows,
                              std::function<void(std::size_t)> choose,
                              std::function<bool(const std::string&)> take_other = nullptr);

// `rows` must outlive the parsing.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& names,
                        std::span<const Choice<Value>> rows, Value& chosen,
                        const std::string& help) {
  std::vector<ChoiceName> named;
  for (const Choice<Value>& row : rows)
    named.push_back({std::string(row.name), std::string(row.help)});
  const auto choose = [rows, &chosen](std::size_t index) { chosen = rows[index].value; };
  return add_named_choice(app, {names, "", help}, named, choose);
}

}  // namespace notes
