// SPDX-License-Identifier: GPL-2.0-or-later
// What a walk found, as text to compare.
#pragma once

#include <string>
#include <vector>

#include "indexer/scan/note_finder.h"

namespace notes {

struct Walked {
  std::string notes;    // paths, each with a blank behind it
  std::string folders;  // the root as "."
  std::vector<Diagnostic> diagnostics;
};

inline Walked walk(const std::string& path, Root root = {}) {
  root.path = path;
  Walked walked;
  const Found found = find_notes(root, walked.diagnostics);
  for (const auto& note : found.notes) walked.notes += note.rel_path + " ";
  for (const auto& folder : found.folders)
    walked.folders += (folder.rel_path.empty() ? "." : folder.rel_path) + " ";
  return walked;
}

inline std::string texts(const Walked& walked) {
  std::string joined;
  for (const Diagnostic& diagnostic : walked.diagnostics)
    joined += diagnostic.path + ": " + diagnostic.text + "\n";
  return joined;
}

}  // namespace notes
