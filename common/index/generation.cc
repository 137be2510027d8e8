// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/generation.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <vector>

#include "common/error.h"
#include "common/index/durable_file.h"

namespace notes {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPrefix = "gen-";
constexpr std::string_view kSegments = ".segments";  // of a build, beside its generation

// N of "gen-N"; nothing for any other name.
std::optional<unsigned long> generation_number(std::string_view name) {
  if (!name.starts_with(kPrefix)) return std::nullopt;
  name.remove_prefix(kPrefix.size());
  if (name.empty() || name.size() > 9) return std::nullopt;
  unsigned long number = 0;
  for (const char c : name) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned long>(c - '0');
  }
  return number;
}

std::vector<std::string> generation_names(const std::string& directory) {
  std::vector<std::string> names;
  std::error_code ignored;  // a directory that is not there has no generations
  for (const auto& entry : fs::directory_iterator(directory, ignored))
    if (generation_number(entry.path().filename().string()))
      names.push_back(entry.path().filename().string());
  return names;
}

Error system_error(const std::string& path, const char* what) {
  return Error(ExitCode::failure, path + ": " + what + ": " + std::strerror(errno),
               "check the permissions and the space of that disk");
}

// A note may be called "gen-3.md", and a folder "gen-3": a folder with anything but tables is
// nobody's generation.
bool holds_only_tables(const fs::path& folder) {
  std::error_code unreadable;
  const fs::directory_iterator entries(folder, unreadable);
  return !unreadable && std::ranges::all_of(entries, [](const auto& entry) {
    const std::string name = entry.path().filename().string();
    return name == "iamglass" || name == "flintlock" || name.ends_with(".glass") ||
           name.ends_with(".tmp");
  });
}

// "gen-3", and "gen-3.segments" of a build that did not end.
bool is_generation(const fs::directory_entry& entry) {
  std::error_code unreadable;
  if (!entry.is_directory(unreadable)) return false;
  const std::string name = entry.path().filename().string();
  if (name.ends_with(kSegments))
    return generation_number(name.substr(0, name.size() - kSegments.size())).has_value();
  return generation_number(name).has_value() && holds_only_tables(entry.path());
}

// The beginning of a file that was to replace one of ours.
bool is_unfinished(std::string_view name) {
  if (!name.ends_with(kUnfinished)) return false;
  name.remove_suffix(kUnfinished.size());
  return name == "current" || name == "settings.json";
}

bool is_ours(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  return name == "lock" || name == "current" || name == "settings.json" || is_unfinished(name) ||
         is_generation(entry);
}

bool names_generation(const std::string& directory) {
  try {
    return find_current_generation(directory).has_value();
  } catch (const Error&) {
    return false;
  }
}

// Other programs have locks and things that are current, too.
bool is_index(const std::string& directory) {
  std::error_code unreadable;
  const fs::directory_iterator entries(directory, unreadable);
  return names_generation(directory) ||
         std::ranges::all_of(entries, [](const auto& entry) { return is_ours(entry); });
}

}  // namespace

std::optional<std::string> find_current_generation(const std::string& directory) {
  const std::string path = directory + "/current";
  std::ifstream file(path);
  if (!file && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  // Taking this for "no index" would let a writer remove the generation that is in use.
  if (!file) throw system_error(path, "cannot be read");
  std::string name;
  std::getline(file, name);
  if (!generation_number(name))
    throw Error(ExitCode::damaged_index, path + " does not name a generation",
                "run notes-index --rebuild with the folders of your notes");
  return name;
}

void prepare_index_directory(const std::string& directory) {
  std::error_code failure;
  if (fs::exists(directory, failure) && !fs::is_directory(directory))
    throw Error(ExitCode::failure, directory + ": is a file; the index needs a directory",
                "name another place with --db DIR");
  if (fs::is_directory(directory, failure)) {
    if (!is_index(directory))
      throw Error(ExitCode::failure,
                  directory + ": holds files that are not an index; nothing was touched",
                  "name an empty or a new directory with --db DIR");
    return;
  }
  fs::create_directories(fs::path(directory).parent_path(), failure);
  if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
    throw system_error(directory, "cannot be made");
}

std::string new_generation_path(const std::string& directory) {
  unsigned long highest = 0;
  for (const std::string& name : generation_names(directory))
    highest = std::max(highest, *generation_number(name));
  return directory + "/" + std::string(kPrefix) + std::to_string(highest + 1);
}

void switch_generation(const std::string& directory, const std::string& generation) {
  replace_file(directory + "/current", generation + "\n");
}

void remove_leftovers(const std::string& directory) {
  const auto current = find_current_generation(directory);
  std::error_code ignored;  // what a reader on another machine holds open, the next writer removes
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    const std::string name = entry.path().filename().string();
    if ((is_generation(entry) && name != current) || is_unfinished(name))
      fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace notes
