// SPDX-License-Identifier: GPL-2.0-or-later
// What an index holds, for people and for programs.
#pragma once

#include <string>

#include "common/index/open_index.h"

namespace notes {

std::string status_text(const OpenIndex& index);
std::string status_json(const OpenIndex& index);

}  // namespace notes
