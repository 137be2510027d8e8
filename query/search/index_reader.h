// SPDX-License-Identifier: GPL-2.0-or-later
// Runs a search on an open index, and again from the start when a writer commits twice or a rebuild
// switches generations in between. What `read` returns must be plain values: documents are lazy and
// die with the database they came from.
#pragma once

#include <string>

#include <xapian.h>

#include "common/index/open_index.h"

namespace notes {

inline constexpr int kReadAttempts = 20;

template <class Read>
auto with_index(const std::string& directory, Read read) {
  for (int attempt = 1;; ++attempt) {
    OpenIndex index = open_index(directory);
    try {
      return read(index);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kReadAttempts) throw index_error(directory, error);
    } catch (const Xapian::Error& error) {
      const bool switched = open_index(directory).generation != index.generation;
      if (!switched || attempt == kReadAttempts) throw index_error(directory, error);
    }
  }
}

}  // namespace notes
