// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/open_index.h"

#include "common/index/generation.h"

namespace notes {
namespace {

constexpr int kAttempts = 10;  // a rebuild may switch generations while one is being opened

OpenIndex open_generation(const std::string& directory, const std::string& generation) {
  Xapian::Database database(directory + "/" + generation);
  IndexSettings settings = read_settings(database);
  return {directory, generation, std::move(database), std::move(settings)};
}

std::string require_generation(const std::string& directory) {
  const auto generation = find_current_generation(directory);
  if (generation) return *generation;
  throw Error(ExitCode::no_index, "no index at " + directory,
              "make one with: notes-index PATH-OF-YOUR-NOTES");
}

}  // namespace

Error index_error(const std::string& directory, const Xapian::Error& error) {
  // Xapian's errors have no virtual functions: their type is a string.
  const std::string_view type = error.get_type();
  const std::string what = std::string(type) + ": " + error.get_msg();
  if (type == "DatabaseLockError")
    return Error(ExitCode::index_busy, directory + ": is being written by another process",
                 "wait until it ends and run the command again");
  // With an errno the system refused something (a full disk, a missing permission); without one the
  // tables themselves are wrong.
  const bool tables_wrong = type == "DatabaseCorruptError" || type == "DatabaseOpeningError" ||
                            type == "DatabaseNotFoundError" || type == "DatabaseVersionError" ||
                            error.get_error_string() == nullptr;
  if (tables_wrong)
    return Error(ExitCode::damaged_index, directory + ": the index is damaged (" + what + ")",
                 "run notes-index --rebuild; your notes are not touched");
  return Error(ExitCode::failure, directory + ": " + what,
               "check the space and the permissions there; notes-index --verify checks the index");
}

OpenIndex open_index(const std::string& directory) {
  for (int attempt = 1;; ++attempt) {
    const std::string generation = require_generation(directory);
    try {
      return open_generation(directory, generation);
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (attempt == kAttempts) throw index_error(directory, error);
    } catch (const Xapian::Error& error) {
      const bool switched = find_current_generation(directory) != generation;
      if (!switched || attempt == kAttempts) throw index_error(directory, error);
    }
  }
}

}  // namespace notes
