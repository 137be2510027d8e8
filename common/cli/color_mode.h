// SPDX-License-Identifier: GPL-2.0-or-later
// When a program colours what it prints. The same three words in both programs.
#pragma once

#include <cstdint>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace notes {

enum class ColorMode : std::uint8_t { automatic, always, never };

// --color=auto|always|never.
CLI::Option* add_color_option(CLI::App& app, ColorMode& color);

}  // namespace notes
