// SPDX-License-Identifier: GPL-2.0-or-later
// Converts a Section to the bytes stored in its document, and back. The only place that knows the
// stored form.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/section.h"

namespace notes {

// The value of a document in slot::section: the section, and what the indexer compares on the next
// run.
struct StoredSection {
  Section section;
  std::uint64_t terms_hash = 0;  // of everything that its terms and values are made from
};

std::string pack_section(const StoredSection& stored);

// Throws Error (ExitCode::damaged_index).
StoredSection unpack_section(std::string_view bytes);

}  // namespace notes
