// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/small_file.h"

#include <system_error>
#include <utility>

#include "common/index/file_stamp.h"
#include "common/small_file.h"

namespace notes {
namespace {

constexpr std::size_t kMaxBytes = 1'000'000;

}  // namespace

std::string system_message(int error_number) {
  return std::generic_category().message(error_number);
}

std::optional<SmallFile> find_small_file(int folder, const std::string& name,
                                         const std::string& shown_path,
                                         std::vector<Diagnostic>& diagnostics) {
  auto file = read_small_file(folder, name, Links::followed, kMaxBytes);
  if (!file || (file->is_odd && !S_ISREG(file->status.st_mode))) return std::nullopt;
  if (file->fault.empty()) return SmallFile{std::move(file->text), mtime_ns_of(file->status)};
  diagnostics.push_back(
      {shown_path, 0,
       file->is_odd ? "is too large (over 1 MB): its rules do not hold" : file->fault});
  return std::nullopt;
}

}  // namespace notes
