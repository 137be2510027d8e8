// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/settings_copy.h"

#include <fstream>
#include <iterator>

#include "common/index/durable_file.h"

namespace notes {
namespace {

std::string read_copy(const std::string& directory) {
  std::ifstream file(settings_copy_path(directory), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The last run changes all the time and is not worth a write that must be synced.
IndexSettings without_run(IndexSettings settings) {
  settings.last_run = {};
  settings.note_count = 0;
  return settings;
}

}  // namespace

std::string settings_copy_path(const std::string& directory) {
  return directory + "/settings.json";
}

void write_settings_copy(const std::string& directory, const IndexSettings& settings) {
  const std::string text = settings_text(without_run(settings));
  if (text != read_copy(directory)) replace_file(settings_copy_path(directory), text);
}

std::optional<IndexSettings> find_settings_copy(const std::string& directory) {
  return parse_settings(read_copy(directory));
}

}  // namespace notes
