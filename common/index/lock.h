// SPDX-License-Identifier: GPL-2.0-or-later
// The right to write an index: a file lock on DIR/lock. A writer holds it for its whole run. The
// system frees it when the process ends, however it ends. The file says who holds it and is never
// replaced.
#pragma once

#include <chrono>
#include <string>

#include "common/descriptor.h"

namespace notes {

class IndexLock {
 public:
  // Waits up to `patience` for another writer. Throws Error: index_busy, which names the holder, or
  // as open_lock_file does.
  IndexLock(const std::string& directory, std::chrono::milliseconds patience);

 private:
  Descriptor lock_;
};

}  // namespace notes
