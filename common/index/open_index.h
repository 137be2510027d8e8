// SPDX-License-Identifier: GPL-2.0-or-later
// Opens the current generation of an index for reading, with errors that say what to do.
#pragma once

#include <optional>
#include <string>

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

// Throws Error: no_index, damaged_index, wrong_schema.
OpenIndex open_index(const std::string& directory);

// Roots and rules of an index that cannot be opened: damaged, or of another schema. They come from
// the copy beside it or from the index itself; nothing when neither has them.
std::optional<IndexSettings> rescue_settings(const std::string& directory);

// What a Xapian error means to a user of the index in `directory`.
Error index_error(const std::string& directory, const Xapian::Error& error);

}  // namespace notes
