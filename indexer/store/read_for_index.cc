// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/read_for_index.h"

#include "indexer/store/root_scan.h"

namespace notes {

std::optional<ReadNote> read_for_index(const Root& root, const std::string& rel_path,
                                       std::vector<Diagnostic>& diagnostics) {
  auto file = read_note(root.number, root.path, rel_path, diagnostics);
  if (!file) return std::nullopt;
  auto [text, sections] = extract_sections(*file, diagnostics);
  CatalogNote catalog{rel_path, file->stamp, file->content_hash,
                      time_is_uncertain(file->stamp.mtime_ns, now_ns())};
  return ReadNote{std::move(*file), std::move(text), std::move(sections), std::move(catalog)};
}

Diagnostic too_large(const Root& root, const std::string& rel_path) {
  return {note_path(root, rel_path), 0,
          "is left out: it takes more memory than a note may have; split it into several notes"};
}

}  // namespace notes
