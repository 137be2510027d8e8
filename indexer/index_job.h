// SPDX-License-Identifier: GPL-2.0-or-later
// One run of the indexer: reads what changed below the roots and writes it to the index, or builds
// a new generation. Prints nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/catalog.h"
#include "indexer/roots.h"

namespace notes {

struct IndexRequest {
  std::string directory;           // of the index
  std::vector<std::string> paths;  // as typed: roots to add
  // The paths are notes and folders instead. Only they are checked, and they are read even if they
  // did not change.
  bool is_partial = false;
  RootRules rules;                         // of the new roots, or of all if there are none
  std::vector<std::string> removed_roots;  // as typed
  std::optional<std::string> language;     // of the stemmer; a new one causes a rebuild
  bool rebuild = false;
  unsigned jobs = 1;
  std::chrono::milliseconds patience{0};  // how long to wait for another writer
};

struct Progress {
  std::uint64_t notes = 0;  // read so far
  std::uint64_t total_notes = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total_bytes = 0;
};

struct IndexOutcome {
  IndexSettings settings;            // as they are now; last_run describes this run
  bool changed = false;              // anything was written
  std::vector<std::string> written;  // "added PATH", "changed PATH", "removed PATH"
  std::vector<std::string> remarks;  // about the roots, one sentence each
  std::vector<Diagnostic> diagnostics;
};

// The result is durable on return. Throws Error; the index is then unchanged, or as of the last
// commit.
IndexOutcome run_index_job(const IndexRequest& request,
                           const std::function<void(const Progress&)>& report);

}  // namespace notes
