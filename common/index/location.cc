// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/location.h"

#include <filesystem>

#include "common/environment.h"
#include "common/error.h"

namespace notes {

std::string absolute_path(const std::string& path) {
  std::string absolute = std::filesystem::absolute(path).lexically_normal().string();
  while (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
  return absolute;
}

std::string index_directory(const std::optional<std::string>& db) {
  if (db) return absolute_path(*db);
  if (const auto path = environment("NOTES_DB")) return absolute_path(*path);
  if (const auto data_home = environment("XDG_DATA_HOME"))
    return absolute_path(*data_home + "/notes-search/default");
  if (const auto home = environment("HOME"))
    return absolute_path(*home + "/.local/share/notes-search/default");
  throw Error(ExitCode::failure, "no place for the index: neither --db, $NOTES_DB nor $HOME is set",
              "name a directory with --db DIR");
}

}  // namespace notes
