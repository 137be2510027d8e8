// SPDX-License-Identifier: GPL-2.0-or-later
// One run of the indexer from beginning to end: what changed below the roots is read again and
// written, or a new generation is built. Prints nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/settings.h"
#include "indexer/roots.h"

namespace notes {

struct IndexRequest {
  std::string directory;  // of the index
  std::vector<RootRequest> new_roots;
  RootRules rules;                         // of the new roots; when there are none, of all
  std::vector<std::string> removed_roots;  // as typed
  // As typed: only these notes and folders are looked at, and read whether they changed or not.
  std::vector<std::string> changed_paths;
  std::optional<std::string> language;  // of the stemmer; another one than before rebuilds
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
  IndexSettings settings;            // as they are now; last_run tells what this run did
  bool changed = false;              // anything was written
  std::vector<std::string> written;  // "added PATH", "changed PATH", "removed PATH"
  std::vector<std::string> remarks;  // on the roots, one sentence each
  std::vector<Diagnostic> diagnostics;
};

// Durable when it returns. Throws Error; the index is then as it was, or as of the last commit.
IndexOutcome run_index_job(const IndexRequest& request,
                           const std::function<void(const Progress&)>& report);

}  // namespace notes
