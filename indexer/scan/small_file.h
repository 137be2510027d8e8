// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a small text file that may be absent, such as an ignore file. Notes are note_file's matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"

namespace notes {

struct SmallFile {
  std::string text;
  std::int64_t mtime_ns = 0;  // from before it was read
};

// `name` is relative to the open `folder` (AT_FDCWD: to the current one). Nothing when there is no
// such regular file, and nothing with a diagnostic under `shown_path` when it cannot be read or is
// larger than 1 MB.
std::optional<SmallFile> find_small_file(int folder, const std::string& name,
                                         const std::string& shown_path,
                                         std::vector<Diagnostic>& diagnostics);

// What the system says about an error number: "Permission denied".
std::string system_message(int error_number);

}  // namespace notes
