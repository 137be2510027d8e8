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
#include "common/index/catalog.h"
#include "common/index/settings.h"

namespace notes {

struct NoteToBuild {
  const Root* root = nullptr;  // must outlive the build
  std::string rel_path;
  std::uint64_t size = 0;  // bytes, as found: balances the work
};

struct BuildResult {
  std::vector<std::optional<CatalogNote>> notes;  // one for each; nothing if it could not be read
  std::vector<Diagnostic> diagnostics;
};

struct BuildRequest {
  std::string path;  // of the new generation; must not exist
  std::string language;
  unsigned jobs = 1;
  std::function<void(std::uint64_t notes, std::uint64_t bytes)>
      progress;  // done so far; any thread
};

// The same index whatever the number of jobs. Throws what Xapian throws and Error.
BuildResult build_generation(const BuildRequest& request, const std::vector<NoteToBuild>& notes);

}  // namespace notes
