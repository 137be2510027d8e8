// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/standard_options.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/cli/command_line.h"
#include "common/cli/config_file.h"
#include "common/schema.h"
#include "common/text/joined.h"

namespace notes {
namespace {

constexpr std::string_view kProgram = "PROGRAM";  // help shows the program's name instead
constexpr std::size_t kHelpColumn = 25;

enum class Detail : std::uint8_t { daily, everything };

bool is_choice(const CLI::Option& option) {
  return option.get_type_name().find('|') != std::string::npos;
}

// "  -n, --limit N", "      --strict"
std::string label(const CLI::Option& option) {
  std::string text = "      ";
  if (!option.get_snames().empty()) text = "  -" + option.get_snames().front() + ", ";
  text += option.get_name();
  if (option.get_expected_max() == 0) return text;
  return text + " " + (is_choice(option) ? "WORD" : option.get_type_name());
}

std::string help_line(const CLI::Option& option) {
  const std::string line = first_help_line(option);
  return is_choice(option) ? line + ": " + with_replaced(option.get_type_name(), "|", ", ") : line;
}

std::string two_columns(std::string left, std::string_view right, std::size_t column) {
  left.resize(std::max(left.size() + 2, column), ' ');
  return left.append(right) + "\n";
}

// The lines after the first.
std::string value_rows(const CLI::Option& option) {
  const std::string& description = option.get_description();
  const std::size_t end = description.find('\n');
  if (end == description.npos) return {};
  const std::string indented = "\n" + std::string(kHelpColumn + 2, ' ');
  return with_replaced(description.substr(end), "\n", indented).substr(1) + "\n";
}

std::string group_text(const CLI::App& app, const std::string& group, Detail detail) {
  std::string rows;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group() != group) continue;
    rows += two_columns(label(*option), help_line(*option), kHelpColumn);
    if (detail == Detail::everything) rows += value_rows(*option);
  }
  return rows.empty() ? rows : group + ":\n" + rows;
}

std::string names_text(const CLI::App& app, const std::string& group) {
  std::string line = group + ":";
  for (const CLI::Option* option : app.get_options())
    if (option->get_group() == group)
      line += " " + (option->get_snames().empty() ? option->get_name()
                                                  : "-" + option->get_snames().front());
  return line + "\n";
}

std::string all_groups_text(const CLI::App& app, Detail detail) {
  std::string text;
  for (const std::string& group : app.get_groups()) {
    if (group == kFurtherOptions) continue;
    const bool by_name = group == kFindingAround && detail == Detail::daily;
    text += by_name ? names_text(app, group) : group_text(app, group, detail);
  }
  return detail == Detail::daily ? text : text + group_text(app, kFurtherOptions, detail);
}

std::string opening(const CLI::App& app, const ProgramPage& page) {
  std::string text = "Usage: " + app.get_name() + " ";
  text.append(page.usage).append("\n").append(page.summary).append("\n");
  std::size_t column = 0;
  for (const Example& example : page.examples)
    column = std::max(column, example.command.size() + 4);
  for (const Example& example : page.examples)
    text += two_columns("  " + std::string(example.command), example.meaning, column);
  return text;
}

std::string field_row(const Field& field) {
  std::string name = "  " + std::string(field.name) + ":";
  if (!field.alias.empty()) name.append(", ").append(field.alias).append(":");
  std::string row = two_columns(std::move(name), field.help, kHelpColumn);
  if (!field.values.empty())
    row.append(kHelpColumn + 2, ' ').append("one of: ").append(field.values).append("\n");
  return row.append(kHelpColumn + 2, ' ').append("for example ").append(field.example) + "\n";
}

// Names separated by commas, in lines no wider than a page.
std::string wrapped_names(const std::vector<std::string>& names) {
  constexpr std::size_t kWidest = 78;
  std::string text;
  std::string line = " ";
  for (const std::string& name : names) {
    const std::string item = name + (&name == &names.back() ? "" : ",");
    if (line.size() + 1 + item.size() > kWidest) text += std::exchange(line, " ") + "\n";
    line += " " + item;
  }
  return text + line + "\n";
}

std::string settings_text(const CLI::App& app, const ProgramPage& page) {
  const auto names = setting_names(app);
  if (names.empty()) return {};
  std::string text = "Settings, as NAME = VALUE below [" + app.get_name() +
                     "] in ~/.config/notes-search/config:\n" + wrapped_names(names);
  if (page.words == WordKind::query_words)
    text += "Below [searches] there, NAME = QUERY saves a search for use as @NAME in a query.\n";
  return text;
}

std::string fields_text() {
  std::string text = "Fields of a query, each as field:value:\n";
  for (const Field& field : fields()) text += field_row(field);
  return text;
}

}  // namespace

std::unique_ptr<CLI::App> make_app(const std::string& program) {
  auto app = std::make_unique<CLI::App>("", program);
  app->set_help_flag();
  app->option_defaults()->configurable(false);
  return app;
}

void start_group(CLI::App& app, const std::string& name) {
  app.option_defaults()->group(name);
}

void add_standard_options(CLI::App& app, StandardOptions& options) {
  start_group(app, kFurtherOptions);
  add_switch(app, "--no-config", options.no_config, "do not read your config folder");
  add_switch(app, "-h,--help", options.help, "show the everyday options");
  add_switch(app, "--help-all", options.full_help, "show every option and value");
  add_switch(app, "-V,--version", options.version, "show the version");
  add_choice(app, "--completion", "print a script for tab completion", options.completion,
             {{Shell::bash, "bash", "source <(PROGRAM --completion bash)"},
              {Shell::zsh, "zsh", "source <(PROGRAM --completion zsh)"},
              {Shell::fish, "fish", "PROGRAM --completion fish | source"}});
}

CLI::Option* add_color_option(CLI::App& app, ColorMode& color) {
  return add_choice(app, "--color", "colours (default auto)", color,
                    {{ColorMode::automatic, "auto", "on a terminal, unless NO_COLOR is set"},
                     {ColorMode::always, "always", "also into a pipe or a file"},
                     {ColorMode::never, "never", "plain text"}});
}

std::optional<TextToPrint> text_asked_for(const CLI::App& app, const ProgramPage& page,
                                          const StandardOptions& options) {
  if (options.help) return TextToPrint{help_text(app, page)};
  if (options.full_help) return TextToPrint{full_help_text(app, page)};
  if (options.version) return TextToPrint{app.get_name() + " " + NOTES_VERSION + "\n"};
  if (options.completion)
    return TextToPrint{completion_script(app.get_name(), *options.completion)};
  return std::nullopt;
}

std::string help_text(const CLI::App& app, const ProgramPage& page) {
  return opening(app, page) + all_groups_text(app, Detail::daily) + "More: " + app.get_name() +
         " --help-all, " + std::string(page.see_also) + "\n";
}

std::string full_help_text(const CLI::App& app, const ProgramPage& page) {
  std::string text = opening(app, page) + all_groups_text(app, Detail::everything);
  text = with_replaced(std::move(text), kProgram, app.get_name()) + settings_text(app, page);
  if (page.words == WordKind::query_words) text += fields_text();
  return text + "More: " + std::string(page.see_also) + "\n";
}

}  // namespace notes
