// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/generation.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>

#include "common/index/own_files.h"
#include "common/index/settings.h"
#include "common/text/whole_number.h"

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

// Whether `find` finds something that is sound.
template <class Find>
bool finds(Find find) {
  try {
    return find().has_value();
  } catch (const Error&) {
    return false;
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
  if (finds([&] { return find_current_generation(directory); })) return true;
  bool is_proved = finds([&] { return find_settings_copy(directory); });
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

}  // namespace notes
