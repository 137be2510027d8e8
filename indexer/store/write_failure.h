// SPDX-License-Identifier: GPL-2.0-or-later
// Xapian writes part of a commit in destructors. If the disk becomes full just then, it cannot
// throw, and ends the program. This makes it an error like any other.
#pragma once

#include <string>

namespace notes {

// While it lives, such an end removes what the run began, and reports why. One at a time.
class WriteFailureReport {
 public:
  explicit WriteFailureReport(const std::string& directory);  // of the index; outlives the report
  ~WriteFailureReport();
  WriteFailureReport(const WriteFailureReport&) = delete;
  WriteFailureReport& operator=(const WriteFailureReport&) = delete;
};

}  // namespace notes
