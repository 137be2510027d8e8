// SPDX-License-Identifier: GPL-2.0-or-later
// Writes the documents of notes into an index: those of single notes into the generation in use, or
// all of them into a new one.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/store/root_scan.h"
#include "indexer/store/section_document.h"

namespace notes {

struct StoredDocument {
  Xapian::docid docid = 0;
  std::uint64_t terms_hash = 0;
  std::string packed;
};

// The documents of a note by section id. `term` is its note_term.
std::map<std::string, StoredDocument> stored_documents(const Xapian::Database& database,
                                                       const std::string& term);

// Writes only sections that changed; if a section only moved, it writes its place, not its terms.
// commit() makes everything visible and durable; without it, nothing happens.
class IndexWriter {
 public:
  // Opens the generation at `path`. Throws Xapian::Error; see index_error.
  IndexWriter(const std::string& path, const std::string& language);

  void replace_note(const ReadNote& note, std::vector<Diagnostic>& diagnostics);
  void remove_note(const std::string& root_path, const std::string& rel_path);

  // For settings and catalog.
  Xapian::WritableDatabase& database() { return database_; }

  void commit() { database_.commit_transaction(); }

 private:
  Xapian::WritableDatabase database_;
  SectionDocuments documents_;
};

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

// Builds a new generation, the same whatever the number of jobs. Writes small databases
// ("segments") in parallel, each in one flush, and merges them with Xapian's compactor. This is
// three times as fast as one growing database, and its memory does not grow with the collection.
// Throws what Xapian throws and Error.
std::vector<Diagnostic> build_generation(const BuildRequest& request,
                                         std::vector<NoteToBuild>& notes);

// Xapian writes part of a commit in destructors. If the disk becomes full just then, it cannot
// throw, and ends the program. While this lives, such an end is an error like any other: it removes
// what the run began, and reports why. One at a time.
class WriteFailureReport {
 public:
  explicit WriteFailureReport(const std::string& directory);  // of the index; outlives the report
  ~WriteFailureReport();
  WriteFailureReport(const WriteFailureReport&) = delete;
  WriteFailureReport& operator=(const WriteFailureReport&) = delete;
};

}  // namespace notes
