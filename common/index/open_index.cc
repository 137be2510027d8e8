// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/open_index.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "common/text/ascii.h"

namespace notes {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPrefix = "gen-";
constexpr std::string_view kSegments = ".segments";  // of a build, next to its generation
constexpr unsigned long kMaxGeneration = 999'999'999;
constexpr std::array<std::string_view, 2> kReplaced{"current", "settings.json"};

// N for "gen-N"; nothing for any other name.
std::optional<unsigned long> generation_number(std::string_view name) {
  if (!name.starts_with(kPrefix)) return std::nullopt;
  name.remove_prefix(kPrefix.size());
  const auto number = whole_number<unsigned long>(name);
  return number && *number <= kMaxGeneration ? number : std::nullopt;
}

std::string_view without_segments(std::string_view name) {
  if (name.ends_with(kSegments)) name.remove_suffix(kSegments.size());
  return name;
}

bool is_folder(const fs::directory_entry& entry) {
  std::error_code unreadable;
  return entry.symlink_status(unreadable).type() == fs::file_type::directory;
}

// "gen-3", or "gen-3.segments" of a build that did not finish. A user may have a note "gen-3.md" or
// a folder "gen-3", so a folder with anything but tables in it is not a generation.
bool is_generation(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  if (!generation_number(without_segments(name)) || !is_folder(entry)) return false;
  if (!name.ends_with(kSegments)) return holds_only_tables(entry.path().string());
  std::error_code unreadable;
  const fs::directory_iterator segments(entry.path(), unreadable);
  return !unreadable && std::ranges::all_of(segments, [](const auto& segment) {
    return is_folder(segment) && holds_only_tables(segment.path().string());
  });
}

// What `find` returns; nothing if it is not sound.
template <class Find>
auto find_sound(Find find) -> decltype(find()) {
  try {
    return find();
  } catch (const Error&) {
    return {};
  } catch (const Xapian::Error&) {
    return {};
  }
}

// Whether a file has the name of one of our files. Other programs use such names too, so the name
// proves nothing, and the file could be the user's.
bool is_named_like_ours(const std::string& name) {
  return std::ranges::any_of(kReplaced, [&](std::string_view ours) {
    return name == ours || name == std::string(ours).append(kUnfinished);
  });
}

// Whether the directory is empty or holds only our files. If a file could be the user's, something
// else must prove that this is an index.
bool is_index(const std::string& directory) {
  if (find_sound([&] { return find_current_generation(directory); })) return true;
  bool is_proved = find_sound([&] { return find_settings_copy(directory); }).has_value();
  std::error_code unreadable;
  bool needs_proof = false;
  for (const auto& entry : fs::directory_iterator(directory, unreadable)) {
    const std::string name = entry.path().filename().string();
    if (is_generation(entry))
      is_proved |= fs::exists(entry.path() / "iamglass", unreadable);
    else if (is_named_like_ours(name))
      needs_proof = true;
    else if (!is_our_mark(directory, name))
      return false;
  }
  if (unreadable)
    throw Error(ExitCode::failure, directory + ": cannot be read: " + unreadable.message(),
                "choose another directory with --db DIR");
  return is_proved || !needs_proof;
}

void make_directory(const std::string& directory) {
  std::error_code failure;
  const fs::path parent = fs::path(directory).parent_path();
  fs::create_directories(parent, failure);
  if (failure)
    throw Error(ExitCode::failure, parent.string() + ": cannot be created: " + failure.message(),
                "choose a place where you can write with --db DIR");
  if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
    throw system_error(directory, "cannot be created");
}

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

void sync_path(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) throw system_error(path, "cannot be opened");
  if (::fsync(file.number()) != 0) throw system_error(path, "cannot be synced");
}

}  // namespace

std::optional<std::string> find_current_generation(const std::string& directory) {
  auto name = find_own_file(directory, "current");
  if (!name) return std::nullopt;
  name->resize(std::min(name->find('\n'), name->size()));
  if (!generation_number(*name))
    throw Error(ExitCode::damaged_index, directory + "/current does not name a generation",
                "run notes-index --rebuild with the folders of your notes");
  return name;
}

void prepare_index_directory(const std::string& directory) {
  const Descriptor folder = open_index_directory(directory, Access::write);
  if (!folder.is_open()) return make_directory(directory);
  if (!is_index(directory))
    throw Error(ExitCode::failure,
                directory + ": holds files that are not an index; nothing was touched",
                "choose an empty or a new directory with --db DIR");
  // Nobody else may read the words of the notes. A file system without modes has its own rules.
  struct stat status {};
  const bool is_open =
      ::fstat(folder.number(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0;
  if (is_open) ::fchmod(folder.number(), status.st_mode & S_IRWXU);
}

std::string new_generation_path(const std::string& directory) {
  unsigned long highest = 0;
  std::error_code ignored;  // a directory that does not exist has no generations
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    const std::string name = entry.path().filename().string();
    const auto number = generation_number(without_segments(name));
    if (number && *number < kMaxGeneration) highest = std::max(highest, *number);
  }
  return directory + "/" + std::string(kPrefix) + std::to_string(highest + 1);
}

void switch_generation(const std::string& directory, const std::string& generation) {
  const std::string path = directory + "/" + generation;
  for (const auto& entry : fs::directory_iterator(path)) sync_path(entry.path().string());
  sync_path(path);
  replace_own_file(directory, "current", generation + "\n");
}

void remove_leftovers(const std::string& directory) {
  const auto current = find_current_generation(directory);
  std::error_code ignored;  // the next writer removes what a reader on another machine holds open
  for (const auto& entry : fs::directory_iterator(directory, ignored))
    if (entry.path().filename() != current && is_generation(entry))
      fs::remove_all(entry.path(), ignored);
  for (const std::string_view name : kReplaced) remove_unfinished(directory, std::string(name));
}

void remove_leftovers_if_possible(const std::string& directory) {
  try {
    remove_leftovers(directory);
  } catch (const Error&) {
    // The next run removes the rest.
  }
}

Error index_error(const std::string& directory, const Xapian::Error& error) {
  // Xapian's errors have no virtual functions: their type is a string.
  const std::string_view type = error.get_type();
  // Empty if the system did not cause it.
  const std::string reason = error.get_error_string() == nullptr ? "" : error.get_error_string();
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
  auto settings = find_sound(
      [&] { return find_settings(open_tables(directory, require_generation(directory))); });
  if (!settings) settings = find_sound([&] { return find_settings_copy(directory); });
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
