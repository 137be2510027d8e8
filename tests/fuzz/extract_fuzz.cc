// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes become sections that keep their promises: ranges lie in the note and nest, ids are
// unique.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/indexer/extract/section_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  notes::NoteFile note;
  note.root_path = "/root";
  note.rel_path = "folder/2024-02-13-note.md";
  note.bytes.assign(reinterpret_cast<const char*>(bytes), size);
  std::vector<notes::Diagnostic> diagnostics;
  const auto extracted = notes::extract_sections(note, diagnostics);
  const std::string broken = notes::test::broken_promise(note, extracted.sections);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
