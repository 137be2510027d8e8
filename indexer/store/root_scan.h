// SPDX-License-Identifier: GPL-2.0-or-later
// What one run knows about a root: the notes found below it, the notes the index knows, and what
// follows from comparing the two.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/index/catalog.h"
#include "common/index/settings.h"
#include "indexer/scan/note_finder.h"

namespace notes {

// How a root is walked.
FindRules rules_of(const Root& root);

struct RootScan {
  const Root* root = nullptr;
  bool has_notes = false;             // there, at this moment
  std::vector<FoundNote> to_read;     // new, changed, or not certain to be unchanged
  std::vector<std::string> vanished;  // rel_paths
  std::vector<CatalogFolder> folders;
  std::vector<CatalogNote> catalog;       // by rel_path; kept up to date during the run
  std::set<std::string> changed_folders;  // of the catalog

  const CatalogNote* find_known(const std::string& rel_path) const;
  void remember(CatalogNote note);
  void forget(const std::string& rel_path);
};

// `known` is the index to compare with; null = it holds nothing. A root that is absent (an
// unmounted disk) gets a diagnostic and keeps its notes; where there are none to keep it throws
// Error.
RootScan scan_root(const Root& root, const Xapian::Database* known,
                   std::vector<Diagnostic>& diagnostics);

// Stores the catalog of the folders that changed, or of all.
void write_changed_catalog(Xapian::WritableDatabase& database, const RootScan& scan);
void write_whole_catalog(Xapian::WritableDatabase& database, const RootScan& scan);

}  // namespace notes
