// SPDX-License-Identifier: GPL-2.0-or-later
// Our own files in an index directory. It may come from anywhere - a checkout, an archive, another
// user -, so nothing in it is taken on trust: files are opened relative to it, no link is followed,
// nothing but a regular file of a limited size is read, and only what is provably ours is removed.
// The directory itself may be a link.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/descriptor.h"
#include "common/error.h"

namespace notes {

// Root may read anybody's index; nobody writes another user's.
enum class Access : std::uint8_t { read, write };

// What the file beside one of ours ends with while it is being written.
inline constexpr std::string_view kUnfinished = ".new";

// "PATH: WHAT: " and what the system says.
Error system_error(const std::string& path, const char* what);

// Not open when there is no such directory. Throws Error when it is another user's or no directory.
Descriptor open_index_directory(const std::string& directory, Access access);

// Content of one of our files; nothing when it is not there. Throws Error: damaged_index when it is
// no file as we write it, failure when the system refuses.
std::optional<std::string> find_own_file(const std::string& directory, const std::string& name);

// The lock, made unless it is there. Throws as find_own_file does.
Descriptor open_lock_file(const std::string& directory);

// Whether the lock is there and holds what we write into it, or nothing.
bool is_our_lock(const std::string& directory);

// Removes a lock that is none, so that open_lock_file can make one.
void remove_false_lock(const std::string& directory);

// A file of ours that only its time matters of, open to set it. Not open where there was none
// before, where it cannot be written, or where it is another's.
Descriptor open_time_mark(const std::string& directory, const std::string& name);

// Whether it is one: it holds nothing.
bool is_time_mark(const std::string& path);

// Durably there as a whole, or not at all: written beside, synced, renamed, the directory synced.
void replace_own_file(const std::string& directory, const std::string& name,
                      std::string_view content);

// Removes what a killed replace_own_file left.
void remove_unfinished(const std::string& directory, const std::string& name);

// Throws Error (damaged_index) when Xapian would open anything but tables of ours there.
void require_own_tables(const std::string& directory, const std::string& generation, Access access);

// Whether the folder holds nothing but what Xapian writes, by name, kind and form of each file.
bool holds_only_tables(const std::string& folder);

// Flushes a folder and the files in it to the disk. Throws Error that names what cannot be.
void sync_folder(const std::string& path);

}  // namespace notes
