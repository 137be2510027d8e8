// SPDX-License-Identifier: GPL-2.0-or-later
// A second copy of the settings beside the generations, DIR/settings.json: a damaged index, or one
// of another schema, can be rebuilt from it without asking for the roots again.
#pragma once

#include <optional>
#include <string>

#include "common/index/settings.h"

namespace notes {

std::string settings_copy_path(const std::string& directory);

// Replaces the copy when it differs: only roots, rules and language count.
void write_settings_copy(const std::string& directory, const IndexSettings& settings);

// Nothing when there is none that can be read.
std::optional<IndexSettings> find_settings_copy(const std::string& directory);

}  // namespace notes
