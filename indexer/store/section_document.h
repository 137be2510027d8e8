// SPDX-License-Identifier: GPL-2.0-or-later
// Turns the sections of one note into Xapian documents, looping over the field table. What stands
// in a document, and why, is told in indexer/store/README.md. Opens no database.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "indexer/extract/section_builder.h"
#include "indexer/scan/note_file.h"

namespace notes {

// A section with the hash of all that its terms and values come from: while that hash stays, the
// terms of the stored document stay too.
struct HashedSection {
  const ExtractedSection* extracted = nullptr;
  std::uint64_t terms_hash = 0;
  std::string packed;  // the document's data
};

HashedSection hash_section(const ExtractedSection& section);

// Thread-confined, for many notes: keeps its buffers.
class SectionDocuments {
 public:
  explicit SectionDocuments(const std::string& language);
  ~SectionDocuments();

  // The document of one of the note's sections. A diagnostic when not all of its words can be
  // found.
  Xapian::Document make(const NoteFile& note, const std::vector<ExtractedSection>& sections,
                        const HashedSection& hashed, std::vector<Diagnostic>& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The terms that find a note's and a section's documents again.
std::string note_term(std::string_view note_id);
std::string section_term(std::string_view section_id);

// Sets data and values, which change with lines and bytes, and leaves the terms alone.
void set_stored_values(Xapian::Document& document, const NoteFile& note,
                       const std::vector<ExtractedSection>& sections, const HashedSection& hashed);

}  // namespace notes
