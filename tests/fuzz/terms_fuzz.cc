// SPDX-License-Identifier: GPL-2.0-or-later
// From bytes to what is indexed: the terms of each section keep their order.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "indexer/extract/section_builder.h"
#include "tests/common/text/text_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static notes::Analyzer analyzer;
  notes::NoteFile note;
  note.root_path = "/root";
  note.rel_path = "note.md";
  note.bytes.assign(reinterpret_cast<const char*>(bytes), size);
  std::vector<notes::Diagnostic> diagnostics;
  const auto extracted = notes::extract_sections(note, diagnostics);
  for (const auto& section : extracted.sections)
    if (!notes::testing::are_in_order(analyzer.analyze(section.text))) std::abort();
  return 0;
}
