// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the files that users write in their config folder.
#pragma once

#include <optional>
#include <string>

namespace notes {

struct UserFile {
  std::string path;
  std::string text;  // without a byte order mark
};

// Nothing when there is no file of that name. Throws Error for one that cannot be read.
std::optional<UserFile> read_user_file(const std::string& name);

}  // namespace notes
