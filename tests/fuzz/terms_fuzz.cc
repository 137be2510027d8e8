// SPDX-License-Identifier: GPL-2.0-or-later
// From bytes to what is indexed: the terms of each section keep their order and stand where a
// reader sees them.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "common/text/visible_text.h"
#include "indexer/extract/section_builder.h"
#include "tests/common/text/text_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static notes::Analyzer analyzer;
  notes::NoteFile note;
  note.root_path = "/root";
  note.rel_path = "note.md";
  note.bytes.assign(reinterpret_cast<const char*>(bytes), size);
  std::vector<notes::Diagnostic> diagnostics;
  for (const auto& extracted : notes::extract_sections(note, diagnostics)) {
    const notes::Section& section = extracted.section;
    const std::string_view own =
        std::string_view(note.bytes)
            .substr(section.begin_byte, section.end_byte - section.begin_byte);
    const auto ranges = notes::visible_ranges(own);
    const auto terms = analyzer.analyze(own, ranges);
    if (!notes::testing::are_ascending(ranges, own.size()) ||
        !notes::testing::are_in_order(terms) || !notes::testing::stand_inside(terms, ranges))
      std::abort();
  }
  return 0;
}
