// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a note, cuts it, and turns its sections into Xapian documents. indexer/store/README.md
// tells what a document holds, and why. Opens no database.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/catalog.h"
#include "indexer/extract/section_builder.h"
#include "indexer/scan/note_file.h"

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

}  // namespace notes
