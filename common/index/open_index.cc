// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/open_index.h"

#include <cerrno>
#include <cstring>

#include "common/index/generation.h"

namespace notes {
namespace {

std::string require_generation(const std::string& directory) {
  const auto generation = find_current_generation(directory);
  if (generation) return *generation;
  throw Error(ExitCode::no_index, "no index at " + directory,
              "make one with: notes-index PATH-OF-YOUR-NOTES");
}

// Opens only our kind of Xapian database: a stub may name any other, and a program to run.
Xapian::Database open_tables(const std::string& directory, const std::string& generation) {
  require_own_tables(directory, generation, Access::read);
  return Xapian::Database(directory + "/" + generation, Xapian::DB_BACKEND_GLASS);
}

std::optional<IndexSettings> find_settings_inside(const std::string& directory) {
  try {
    return find_settings(open_tables(directory, require_generation(directory)));
  } catch (const Error&) {
    return std::nullopt;
  } catch (const Xapian::Error&) {
    return std::nullopt;
  }
}

// The system's reason for the error; empty if the system did not cause it.
std::string reason_of_the_system(const Xapian::Error& error) {
  const char* reason = error.get_error_string();
  return reason == nullptr ? "" : reason;
}

}  // namespace

Error index_error(const std::string& directory, const Xapian::Error& error) {
  // Xapian's errors have no virtual functions: their type is a string.
  const std::string_view type = error.get_type();
  const std::string reason = reason_of_the_system(error);
  const std::string what =
      std::string(type) + ": " + error.get_msg() + (reason.empty() ? "" : " (" + reason + ")");
  if (type == "DatabaseLockError") return busy_error(directory);
  // If the system refused something (a full disk, a missing permission), the tables are sound. If a
  // table does not exist, it was removed.
  const bool refused = !reason.empty() && reason != std::strerror(ENOENT);
  // If Xapian cannot undo a failed commit, only the text gives the reason.
  const bool refused_twice = error.get_msg().starts_with("Modifications failed");
  const bool tables_wrong = type == "DatabaseCorruptError" || type == "DatabaseVersionError" ||
                            (!refused && !refused_twice);
  if (tables_wrong)
    return Error(ExitCode::damaged_index, directory + ": the index is damaged (" + what + ")",
                 "run notes-index --rebuild; your notes are not touched");
  return Error(ExitCode::failure, directory + ": " + what,
               "check the space and the permissions there; notes-index --verify checks the index");
}

std::optional<IndexSettings> rescue_settings(const std::string& directory) {
  auto settings = find_settings_inside(directory);
  try {
    if (!settings) settings = find_settings_copy(directory);
  } catch (const Error&) {
    // The copy is not ours.
  }
  if (settings) settings->schema = kSchemaVersion;
  return settings;
}

OpenIndex open_generation(const std::string& directory, const std::string& generation) {
  Xapian::Database database = open_tables(directory, generation);
  IndexSettings settings = read_settings(database);
  return {directory, generation, std::move(database), std::move(settings)};
}

IndexMoment present_moment(const std::string& directory) {
  IndexMoment moment{require_generation(directory), {}};
  moment.revision = find_own_file(directory, moment.generation + "/iamglass").value_or("");
  return moment;
}

}  // namespace notes
