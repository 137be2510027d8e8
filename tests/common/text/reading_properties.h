// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for any reading. Shared by tests and the fuzzer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/reading.h"

namespace notes::testing {

// The first fault of a reading's runs; empty when there is none.
inline std::string fault_of(const TextReading& reading, std::string_view source) {
  std::uint32_t text_end = 0;
  std::uint32_t source_end = 0;
  for (const Run& run : reading.runs()) {
    if (run.text.begin < text_end || run.text.end <= run.text.begin) return "text out of order";
    if (run.source.end <= run.source.begin || run.source.end > source.size()) return "no source";
    if (run.kind != PartKind::aside && run.source.begin < source_end) return "source out of order";
    for (std::uint32_t at = text_end; at < run.text.begin; ++at)
      if (reading.text()[at] != '\n') return "text from nowhere";
    const std::string_view text =
        reading.text().substr(run.text.begin, run.text.end - run.text.begin);
    const std::string_view bytes =
        source.substr(run.source.begin, run.source.end - run.source.begin);
    if (text.size() == bytes.size())
      for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != bytes[i] && text[i] != ' ') return "other bytes";
    text_end = run.text.end;
    if (run.kind != PartKind::aside) source_end = run.source.end;
  }
  if (text_end != reading.text().size()) return "text from nowhere";
  for (const ReadLink& link : reading.links()) {
    if (link.target.begin > link.target.end || link.target.end > source.size()) return "no target";
    if (link.text.begin > link.text.end || link.text.end > text_end) return "no link text";
  }
  return {};
}

}  // namespace notes::testing
