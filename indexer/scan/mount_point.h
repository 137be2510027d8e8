// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace notes {

// Whether another file system begins at the folder. False for what is not there.
bool is_mount_point(const std::string& folder);

}  // namespace notes
