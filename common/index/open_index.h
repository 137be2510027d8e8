// SPDX-License-Identifier: GPL-2.0-or-later
// Opens the current generation of an index for reading, with errors that say what to do, and reads
// from the start again when a writer takes away what was open.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include <xapian.h>

#include "common/error.h"
#include "common/index/settings.h"

namespace notes {

struct OpenIndex {
  std::string directory;   // of the index
  std::string generation;  // name of the one that is open
  Xapian::Database database;
  IndexSettings settings;
};

// A moment in the life of an index: another one after each commit and each rebuild.
struct IndexMoment {
  std::string generation;
  std::string revision;  // bytes of the file that Xapian replaces at each commit
  bool operator==(const IndexMoment&) const = default;
};

// Throws Error: no_index, failure.
IndexMoment present_moment(const std::string& directory);

Error busy_error(const std::string& directory);

// What a Xapian error means to a user of the index in `directory` when no other run changed it.
Error index_error(const std::string& directory, const Xapian::Error& error);

// Xapian errors as they come; Error: wrong_schema.
OpenIndex open_generation(const std::string& directory, const std::string& generation);

inline constexpr int kReadAttempts = 20;

// Opens the index and returns what `read` makes of it. A commit may overwrite what a reader of the
// commit before the last still reads, and Xapian then finds the index modified or even corrupt: an
// error counts only when the index is still that of the moment when it was opened. What `read`
// returns must not hold documents of a database that it closes: they are lazy.
// Throws Error: no_index, damaged_index, wrong_schema, index_busy, failure.
template <class Read>
auto with_index(const std::string& directory, Read read) {
  for (int attempt = 1;; ++attempt) {
    const IndexMoment moment = present_moment(directory);
    try {
      OpenIndex index = open_generation(directory, moment.generation);
      return read(index);
    } catch (const Xapian::Error& error) {
      if (present_moment(directory) == moment) throw index_error(directory, error);
      if (attempt == kReadAttempts) throw busy_error(directory);
    }
  }
}

inline OpenIndex open_index(const std::string& directory) {
  return with_index(directory, [](OpenIndex& index) { return std::move(index); });
}

// Roots and rules of an index that cannot be opened: damaged, or of another schema. They come from
// the index itself or from the copy beside it; nothing when neither has them.
std::optional<IndexSettings> rescue_settings(const std::string& directory);

}  // namespace notes
