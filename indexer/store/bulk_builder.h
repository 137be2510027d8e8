// SPDX-License-Identifier: GPL-2.0-or-later
// Builds a new generation. Writes small databases ("segments") in parallel, each in one flush, and
// merges them with Xapian's compactor. This is three times as fast as one growing database, and its
// memory does not grow with the collection.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/store/root_scan.h"

namespace notes {

struct NoteToBuild {
  RootScan* scan = nullptr;            // this and `found` must outlive the build
  const FoundNote* found = nullptr;    // its size balances the work
  std::optional<CatalogNote> catalog;  // once it is built; nothing if it could not be read
};

struct BuildRequest {
  std::string path;  // of the new generation; must not exist
  std::string language;
  unsigned jobs = 1;
  std::function<void(std::uint64_t notes, std::uint64_t bytes)>
      progress;  // done so far; any thread; not empty
};

// The same index whatever the number of jobs. Throws what Xapian throws and Error.
std::vector<Diagnostic> build_generation(const BuildRequest& request,
                                         std::vector<NoteToBuild>& notes);

}  // namespace notes
