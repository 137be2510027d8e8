// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a note, cuts it, turns its sections into Xapian documents, and writes those into an index:
// those of single notes into the generation in use, or all of them into a new one.
// indexer/store/README.md tells what a document holds, and why.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/catalog.h"
#include "indexer/extract/section_builder.h"
#include "indexer/scan/note_finder.h"

namespace notes {

struct ReadNote {
  NoteFile file;
  std::unique_ptr<const std::string> text;  // `sections` point into it
  std::vector<ExtractedSection> sections;
  CatalogNote catalog;  // what the catalog must remember about it
};

// Nothing if the note cannot be read; `diagnostics` say why.
std::optional<ReadNote> read_for_index(const Root& root, const std::string& rel_path,
                                       std::vector<Diagnostic>& diagnostics);

// For a note that needs more memory than there is, or than it may have (NoteTooLarge). It is left
// out, and the others go on.
Diagnostic too_large(const Root& root, const std::string& rel_path);

// A section, and a hash of everything that its terms are made from. If the hash is the same as
// before, so are the terms.
struct HashedSection {
  const ExtractedSection* extracted = nullptr;
  std::uint64_t terms_hash = 0;
  std::string packed;  // the document's data
};

HashedSection hash_section(const ExtractedSection& section);

// For many notes, since it keeps its buffers. Used by one thread.
class SectionDocuments {
 public:
  explicit SectionDocuments(const std::string& language);
  ~SectionDocuments();

  // The document of one of the note's sections. A diagnostic if not all of its words will be
  // found.
  Xapian::Document make(const ReadNote& note, const HashedSection& hashed,
                        std::vector<Diagnostic>& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Sets data and values, which change when the section moves, and leaves the terms alone.
void set_stored_values(Xapian::Document& document, const ReadNote& note,
                       const HashedSection& hashed);

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
