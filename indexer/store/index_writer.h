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

#include "indexer/scan/note_finder.h"
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

struct IndexWriter {
  // Begins a transaction in the generation at `path`. Committing it makes everything visible and
  // durable; without that, nothing happens. Throws Xapian::Error; see index_error.
  IndexWriter(const std::string& path, const std::string& language);

  // Writes only sections that changed; if a section only moved, writes its place, not its terms.
  void replace_note(const ReadNote& note, std::vector<Diagnostic>& diagnostics);

  Xapian::WritableDatabase database;
  SectionDocuments documents;
};

struct NoteToBuild {  // what it points to must outlive the build
  const Root* root = nullptr;
  const FoundNote* found = nullptr;               // its size balances the work
  std::optional<CatalogNote>* catalog = nullptr;  // set once it is built
};

struct BuildRequest {
  std::string path;  // of the new generation; must not exist
  std::string language;
  unsigned jobs = 1;
  // Called from any thread with what is done so far.
  std::function<void(std::uint64_t notes, std::uint64_t bytes)> progress;
};

// Builds a new generation, the same whatever the number of jobs. Writes small databases
// ("segments") in parallel, each in one flush, and merges them with Xapian's compactor. This is
// three times as fast as one growing database, and its memory does not grow with the collection.
// Throws what Xapian throws and Error.
std::vector<Diagnostic> build_generation(const BuildRequest& request,
                                         const std::vector<NoteToBuild>& notes);

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
