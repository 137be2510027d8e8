// SPDX-License-Identifier: GPL-2.0-or-later
// Reads and cuts one note, and says what the catalog has to remember about it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/index/catalog.h"
#include "common/index/settings.h"
#include "indexer/extract/note_limits.h"
#include "indexer/extract/section_builder.h"
#include "indexer/scan/note_file.h"

namespace notes {

struct ReadNote {
  NoteFile file;
  std::unique_ptr<const std::string> text;  // that `sections` have parts of
  std::vector<ExtractedSection> sections;
  CatalogNote catalog;
};

// Nothing when the note cannot be read; `diagnostics` say why.
std::optional<ReadNote> read_for_index(const Root& root, const std::string& rel_path,
                                       std::vector<Diagnostic>& diagnostics);

// What is said of a note for which memory ran out, or its bound (NoteTooLarge). It is left out;
// others go on.
Diagnostic too_large(const Root& root, const std::string& rel_path);

}  // namespace notes
