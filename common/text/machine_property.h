// SPDX-License-Identifier: GPL-2.0-or-later
// Lines that an outliner wrote for itself: `id:: 62a0…`, `collapsed:: true`. Nobody reads them.
#pragma once

#include <string_view>

namespace notes {

// `line` without its end; blanks and a bullet may stand before the key.
bool is_machine_property(std::string_view line);

}  // namespace notes
