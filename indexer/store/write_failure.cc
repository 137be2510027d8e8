// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/write_failure.h"

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <mutex>

#include <xapian.h>

#include "common/index/open_index.h"
#include "common/run_main.h"

namespace notes {
namespace {

// Not passed on, since std::terminate calls a function without arguments.
const std::string* directory_written = nullptr;
std::terminate_handler handler_before = nullptr;

bool is_write_failure(int reason) {
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG || reason == EIO;
}

void report_and_exit() {
  const int reason = errno;  // of the write that failed
  static std::mutex first_thread_reports;
  first_thread_reports.lock();
  if (!is_write_failure(reason)) handler_before();
  remove_leftovers_if_possible(*directory_written);
  remove_leftovers_if_possible(*directory_written);  // another thread may have begun a segment
  const Xapian::DatabaseError error("cannot be written", "", reason);
  report_to_people("notes-index", index_error(*directory_written, error), 0, nullptr);
  std::_Exit(static_cast<int>(ExitCode::failure));
}

}  // namespace

WriteFailureReport::WriteFailureReport(const std::string& directory) {
  directory_written = &directory;
  handler_before = std::set_terminate(report_and_exit);
}

WriteFailureReport::~WriteFailureReport() {
  std::set_terminate(handler_before);
}

}  // namespace notes
