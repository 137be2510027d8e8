// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/read_for_index.h"

#include <chrono>

namespace notes {
namespace {

constexpr std::int64_t kSettleNs = 2'000'000'000;

// A file written a moment ago may be written again without its time stamp moving: clocks of file
// systems tick as slowly as every 2 s.
bool may_change_unseen(const FileStamp& stamp) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - stamp.mtime_ns <
         kSettleNs;
}

}  // namespace

std::optional<ReadNote> read_for_index(const Root& root, const std::string& rel_path,
                                       std::vector<Diagnostic>& diagnostics) {
  auto file = read_note(root.number, root.path, rel_path, diagnostics);
  if (!file) return std::nullopt;
  auto sections = extract_sections(*file, diagnostics);
  CatalogNote catalog{rel_path, file->stamp, file->content_hash, may_change_unseen(file->stamp)};
  return ReadNote{std::move(*file), std::move(sections), std::move(catalog)};
}

}  // namespace notes
