// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/color_mode.h"

#include <array>
#include <string_view>

#include "common/cli/choice.h"

namespace notes {
namespace {

using enum ColorMode;

constexpr std::array<Choice<ColorMode>, 3> kColorModes{{
    {automatic, "auto", "on a terminal, unless NO_COLOR is set"},
    {always, "always", "also into a pipe or a file"},
    {never, "never", "plain text"},
}};

}  // namespace

CLI::Option* add_color_option(CLI::App& app, ColorMode& color) {
  return add_choice<ColorMode>(app, "--color", kColorModes, color, "colours (default auto)");
}

}  // namespace notes
