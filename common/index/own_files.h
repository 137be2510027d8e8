// SPDX-License-Identifier: GPL-2.0-or-later
// Our own files in an index directory. The directory may come from anywhere (a checkout, an
// archive, another user), so nothing in it is trusted: files are opened relative to it, links are
// not followed, only regular files of a limited size are read, and only what is provably ours is
// removed. The directory itself may be a link.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/small_file.h"

namespace notes {

// Root may read anybody's index; nobody may write another user's.
enum class Access : std::uint8_t { read, write };

// Ends the name of a new file until it replaces one of ours.
inline constexpr std::string_view kUnfinished = ".new";

// "PATH: WHAT: " and the system's message.
Error system_error(const std::string& path, const char* what);

Error busy_error(const std::string& directory, const std::string& writer = {});  // if it is known

// Not open if there is no such directory. Throws Error if it is another user's or not a directory.
Descriptor open_index_directory(const std::string& directory, Access access);

// Content of one of our files; nothing if it does not exist. Throws Error: damaged_index if it
// cannot be one that we wrote, failure if the system refuses.
std::optional<std::string> find_own_file(const std::string& directory, const std::string& name);

// Takes the right to write an index, as long as the result lives: a file lock on DIR/lock, which a
// writer holds for its whole run. The system frees it when the process ends, however it ends. The
// file says who holds it and is never replaced. Waits up to `patience` for another writer. Throws
// Error: index_busy, which names the holder, damaged_index if the lock cannot be ours, failure if
// the system refuses.
Descriptor lock_index(const std::string& directory, std::chrono::milliseconds patience);

// Whether this is a lock file that is empty or holds what we write into it, or an empty time mark.
bool is_our_mark(const std::string& directory, const std::string& name);

// Removes a lock file that is not ours, so that lock_index can make one.
void remove_false_lock(const std::string& directory);

// Replaces the file completely or not at all, durably: writes a new file, syncs it, renames it, and
// syncs the directory.
void replace_own_file(const std::string& directory, const std::string& name,
                      std::string_view content);

// Removes what a killed replace_own_file left.
void remove_unfinished(const std::string& directory, const std::string& name);

// Throws Error (damaged_index) if Xapian would open anything but our tables there.
void require_own_tables(const std::string& directory, const std::string& generation, Access access);

// Whether the folder holds only what Xapian writes, by the name, type and format of each file.
bool holds_only_tables(const std::string& folder);

}  // namespace notes
