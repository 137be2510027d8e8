// SPDX-License-Identifier: GPL-2.0-or-later
// Changes single notes in an existing index. Writes only sections that changed; if a section only
// moved, it writes its place, not its terms. commit() makes everything visible and durable; without
// it, nothing happens.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <xapian.h>

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

}  // namespace notes
