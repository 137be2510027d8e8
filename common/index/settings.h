// SPDX-License-Identifier: GPL-2.0-or-later
// What an index knows about itself: its schema, its roots and how they are walked, its language,
// its last run. Stored as JSON under one metadata key, so that a person can read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/schema.h"

namespace notes {

// A file or folder that the user asked to index. Its number stands in each section and is never
// given to another root.
struct Root {
  std::uint32_t number = 0;
  std::string path;      // absolute
  bool is_file = false;  // then it is the one note itself
  std::vector<std::string> ignore_globs;
  std::vector<std::string> extra_extensions;  // without dot
  bool obey_gitignore = true;
  bool is_mount_point = false;  // when its notes were last seen; empty and none: its disk is off
  bool operator==(const Root&) const = default;
};

struct RunSummary {
  std::int64_t finished_at = 0;  // seconds since 1970, UTC; 0 = never
  std::uint64_t added = 0;       // notes
  std::uint64_t changed = 0;
  std::uint64_t removed = 0;
  std::uint64_t skipped = 0;  // could not be read
  double seconds = 0;
  bool operator==(const RunSummary&) const = default;
};

struct IndexSettings {
  int schema = kSchemaVersion;
  std::string language = "english";  // of the stemmer
  std::vector<Root> roots;           // by path
  std::uint32_t next_root_number = 0;
  std::uint64_t note_count = 0;
  std::vector<Diagnostic> unread;  // places that could not be read: their notes are as they were
  RunSummary last_run;
};

// Whether a path is the folder or file `place`, or lies below it; everything lies below "".
bool is_inside(std::string_view path, std::string_view place);

// The path below `root`: "" for the root itself, nothing when it lies elsewhere.
std::optional<std::string> place_below(std::string_view path, std::string_view root);

// Absolute path of a note of the root.
std::string note_path(const Root& root, const std::string& rel_path);

const Root* find_root(const IndexSettings& settings, std::uint32_t number);

// The stored form, and back. Reading takes any schema and checks nothing but the form: nothing when
// that is broken.
std::string settings_text(const IndexSettings& settings);
std::optional<IndexSettings> parse_settings(const std::string& text);

// A second copy beside the generations: of an index that is damaged, or of another schema, it tells
// what the roots were. Throws as find_own_file does; nothing when there is none that can be read.
std::string settings_copy_path(const std::string& directory);
std::optional<IndexSettings> find_settings_copy(const std::string& directory);

// Replaces the copy, which is `before`, when it differs: only roots, rules and language count.
void write_settings_copy(const std::string& directory, IndexSettings settings,
                         const std::optional<IndexSettings>& before);

void write_settings(Xapian::WritableDatabase& database, const IndexSettings& settings);

// Of whatever schema; nothing when there are none that can be read.
std::optional<IndexSettings> find_settings(const Xapian::Database& database);

// Throws Error: damaged_index when there are none or they cannot be read, wrong_schema when another
// version of the program wrote them.
IndexSettings read_settings(const Xapian::Database& database);

}  // namespace notes
