// SPDX-License-Identifier: GPL-2.0-or-later
// Changes single notes in an existing index: only sections that changed are written, and one that
// only moved has its place rewritten, not its terms. Nothing is seen or durable before commit(),
// and without it nothing ever is.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/extract/section_builder.h"
#include "indexer/scan/note_file.h"
#include "indexer/store/section_document.h"

namespace notes {

struct StoredDocument {
  Xapian::docid docid = 0;
  std::uint64_t terms_hash = 0;
  std::string packed;
};

class IndexWriter {
 public:
  // Opens the generation at `path`. Throws Xapian::Error; see index_error.
  IndexWriter(const std::string& path, const std::string& language);

  void replace_note(const NoteFile& note, const std::vector<ExtractedSection>& sections,
                    std::vector<Diagnostic>& diagnostics);
  void remove_note(const std::string& root_path, const std::string& rel_path);

  // For settings and catalog.
  Xapian::WritableDatabase& database() { return database_; }

  void commit() { database_.commit_transaction(); }

 private:
  void replace_section(const StoredDocument& old, const NoteFile& note,
                       const std::vector<ExtractedSection>& sections, const HashedSection& hashed,
                       std::vector<Diagnostic>& diagnostics);

  Xapian::WritableDatabase database_;
  SectionDocuments documents_;
};

}  // namespace notes
