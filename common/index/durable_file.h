// SPDX-License-Identifier: GPL-2.0-or-later
// Files that are there whole or not at all, whenever the power goes.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// What the file beside the path ends with while it is being written. One that a killed program left
// is replaced by the next.
inline constexpr std::string_view kUnfinished = ".new";

// Writes beside the path, syncs, renames over it, syncs the directory. Throws Error that names it
// and leaves nothing behind.
void replace_file(const std::string& path, std::string_view content);

// Flushes a file or a directory to the disk. Throws Error that names it.
void sync_path(const std::string& path);

}  // namespace notes
