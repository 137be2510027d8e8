// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of output formats.
#pragma once

#include <span>
#include <string_view>

#include "query/render/renderer.h"

namespace notes {

struct Format {
  std::string_view name;
  std::string_view help;
  RenderFunction render;
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);  // null when unknown

}  // namespace notes
