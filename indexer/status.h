// SPDX-License-Identifier: GPL-2.0-or-later
// What an index holds, for people and for programs, and whether it is sound: compares it with the
// notes it was made from, and has Xapian check its tables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/open_index.h"

namespace notes {

std::string status_text(const OpenIndex& index);
std::string status_json(const OpenIndex& index);

struct VerifyReport {
  std::uint64_t notes = 0;
  std::uint64_t changed = 0;  // notes that changed or went since, so not compared
  std::uint64_t sections = 0;
  std::vector<std::string> faults;  // one sentence each; empty = all is well
};

// Reads every note. Throws as with_index does, and damaged_index if the tables cannot be read at
// all. Notes that changed since they were indexed are stale, which is not a fault. If a writer
// changes the index meanwhile, everything is read again.
VerifyReport verify_index(const std::string& directory);

}  // namespace notes
