// SPDX-License-Identifier: GPL-2.0-or-later
// What an index knows about itself: its schema, its roots and how they are walked, its language,
// its last run. Stored as JSON under one metadata key, so that people can read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/schema.h"

namespace notes {

// A file or folder that the user asked to index. Each of its sections stores its number, which no
// other root ever gets.
struct Root {
  std::uint32_t number = 0;
  std::string path;                                // absolute
  bool is_file = false;                            // then the root is a single note
  std::vector<std::string> ignore_globs = {};      // in .gitignore syntax, relative to the root
  std::vector<std::string> extra_extensions = {};  // in lower case, without dot
  bool obey_gitignore = true;                      // .notesignore is always obeyed
  bool is_mount_point = false;  // when last walked; if now empty and not one, its disk is off
  bool operator==(const Root&) const = default;
};

struct RunSummary {
  std::int64_t finished_at = 0;  // seconds since 1970, UTC; 0 = never
  std::uint64_t added = 0;       // notes
  std::uint64_t changed = 0;
  std::uint64_t removed = 0;
  std::uint64_t skipped = 0;  // notes that could not be read
  double seconds = 0;
  bool operator==(const RunSummary&) const = default;
};

struct IndexSettings {
  int schema = kSchemaVersion;
  std::string language = "english";  // of the stemmer
  std::vector<Root> roots;           // by path
  std::uint32_t next_root_number = 0;
  std::uint64_t note_count = 0;
  std::vector<Diagnostic> unread;  // places that could not be read; the index keeps their notes
  RunSummary last_run;
};

// Whether a path is `place` or lies below it; everything lies below "".
bool is_inside(std::string_view path, std::string_view place);

// The path relative to `root`: "" for the root itself, nothing if it is elsewhere.
std::optional<std::string> place_below(std::string_view path, std::string_view root);

// Absolute path of a note of the root.
std::string note_path(const Root& root, const std::string& rel_path);

const Root* find_root(const IndexSettings& settings, std::uint32_t number);

// A second copy, next to the generations. It tells what the roots were if the index is damaged or
// has another schema. Throws as find_own_file does; nothing if there is no readable copy.
std::string settings_copy_path(const std::string& directory);
std::optional<IndexSettings> find_settings_copy(const std::string& directory);

// Replaces the copy if roots, rules or language differ, or if it is not ours.
void write_settings_copy(const std::string& directory, IndexSettings settings);

void write_settings(Xapian::WritableDatabase& database, const IndexSettings& settings);

// Settings of any schema; nothing if there are none or they cannot be read.
std::optional<IndexSettings> find_settings(const Xapian::Database& database);

// Throws Error: damaged_index if there are none or they cannot be read, wrong_schema if another
// version of the program wrote them.
IndexSettings read_settings(const Xapian::Database& database);

}  // namespace notes
