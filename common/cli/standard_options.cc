// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/standard_options.h"

#include <array>

#include <CLI/CLI.hpp>

#include "common/cli/value_options.h"

namespace notes {
namespace {

constexpr std::array<Choice<std::optional<Shell>>, 3> kShells{{
    {Shell::bash, "bash", "source <(PROGRAM --completion bash)"},
    {Shell::zsh, "zsh", "source <(PROGRAM --completion zsh)"},
    {Shell::fish, "fish", "PROGRAM --completion fish | source"},
}};

}  // namespace

std::unique_ptr<CLI::App> make_app(const std::string& program) {
  auto app = std::make_unique<CLI::App>("", program);
  app->set_help_flag();
  app->option_defaults()->configurable(false);
  return app;
}

void add_standard_options(CLI::App& app, StandardOptions& options) {
  add_switch(app, "--no-config", options.no_config, "leave your config folder unread")
      ->group(kFurtherOptions);
  add_switch(app, "-h,--help", options.help, "the options of daily use")->group(kFurtherOptions);
  add_switch(app, "--help-all", options.full_help, "every option and every value")
      ->group(kFurtherOptions);
  add_switch(app, "-V,--version", options.version, "the version")->group(kFurtherOptions);
  add_choice<std::optional<Shell>>(app, "--completion", kShells, options.completion,
                                   "a script that completes this program")
      ->group(kFurtherOptions);
}

std::optional<TextToPrint> text_asked_for(const CLI::App& app, const ProgramPage& page,
                                          const StandardOptions& options) {
  if (options.help) return TextToPrint{help_text(app, page)};
  if (options.full_help) return TextToPrint{full_help_text(app, page)};
  if (options.version) return TextToPrint{version_text(app)};
  if (options.completion)
    return TextToPrint{completion_script(app.get_name(), *options.completion)};
  return std::nullopt;
}

}  // namespace notes
