// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/environment.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "common/small_file.h"

namespace notes {
namespace {

// $VARIABLE/notes-search, else ~/FALLBACK/notes-search.
std::optional<std::string> our_folder(const char* variable, const char* fallback) {
  const auto folder = environment(variable);
  if (folder && folder->front() == '/') return *folder + "/notes-search";
  if (const auto home = environment("HOME")) return *home + fallback + "/notes-search";
  return std::nullopt;
}

std::string unnamed_index_directory() {
  if (const auto path = environment("NOTES_DB")) return absolute_path(*path);
  if (const auto folder = our_folder("XDG_DATA_HOME", "/.local/share"))
    return absolute_path(*folder + "/default");
  throw Error(ExitCode::failure, "no place for the index: neither --db, $NOTES_DB nor $HOME is set",
              "choose a directory with --db DIR");
}

// Of the terminal at stdout; all 0 if there is none.
winsize window_size() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size : winsize{};
}

}  // namespace

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::string find_program(std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    std::istringstream path(environment("PATH").value_or(""));
    for (std::string folder; std::getline(path, folder, ':');) {
      const std::string program = folder.append("/").append(name);
      if (program.front() == '/' && ::access(program.c_str(), X_OK) == 0) return std::string(name);
    }
  }
  return {};
}

std::string absolute_path(const std::string& path) {
  std::error_code gone;
  std::string absolute = std::filesystem::absolute(path, gone).lexically_normal().string();
  if (gone)
    throw Error(ExitCode::failure, path + ": the working directory no longer exists",
                "go to another folder, or give the full path");
  while (absolute.size() > 1 && absolute.back() == '/') absolute.pop_back();
  return absolute;
}

std::string index_directory(const std::optional<std::string>& db) {
  if (db) return absolute_path(*db);
  std::string directory = unnamed_index_directory();
  // `sudo` may keep the user's variables.
  struct stat status {};
  if (::geteuid() == 0 && ::stat(directory.c_str(), &status) == 0 && status.st_uid != 0)
    throw Error(ExitCode::failure, directory + ": belongs to another user",
                "to read it as root, ask for it with --db " + directory);
  return directory;
}

std::optional<std::string> config_folder() {
  return our_folder("XDG_CONFIG_HOME", "/.config");
}

std::optional<UserFile> read_user_file(const std::string& name) {
  constexpr std::size_t kMaxBytes = 16'000'000;
  const auto folder = config_folder();
  if (!folder) return std::nullopt;
  UserFile file{*folder + "/" + name, {}};
  auto read = read_small_file(AT_FDCWD, file.path, Links::followed, kMaxBytes);
  if (!read) return std::nullopt;
  if (!read->fault.empty())
    throw Error(ExitCode::failure, file.path + ": " + read->fault,
                "make it a readable file, or use --no-config");
  file.text = std::move(read->text);
  if (file.text.starts_with(kByteOrderMark)) file.text.erase(0, kByteOrderMark.size());
  return file;
}

bool wants_color(ColorMode mode, int descriptor) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  return !environment("NO_COLOR") && environment("TERM") != "dumb" && is_terminal(descriptor);
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

int terminal_width() {
  constexpr int kDefault = 80;
  constexpr int kLeast = 20;
  constexpr int kMost = 1000;
  if (const int width = window_size().ws_col; width >= kLeast) return width;
  const int columns = std::atoi(environment("COLUMNS").value_or("").c_str());
  return columns >= kLeast && columns <= kMost ? columns : kDefault;
}

int terminal_height() {
  return window_size().ws_row;
}

}  // namespace notes
