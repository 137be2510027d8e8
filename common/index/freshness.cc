// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <span>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "common/index/catalog.h"
#include "common/index/open_index.h"
#include "common/index/own_files.h"
#include "common/small_file.h"

namespace notes {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kBetweenLooksNs = 1'000'000'000;

// A folder must allow listing it and reaching what is in it.
bool can_be_read(const std::string& path) {
  if (::access(path.c_str(), R_OK) != 0) return false;
  return ::access((path + "/.").c_str(), F_OK) == 0 || errno == ENOTDIR;
}

bool has_another_stamp(int folder, const char* path, const FileStamp& stamp) {
  struct stat status {};
  return ::fstatat(folder, path, &status, 0) != 0 || stamp_of(status) != stamp;
}

bool is_unread(const OpenIndex& index, const std::string& path) {
  return std::ranges::any_of(index.settings.unread,
                             [&](const auto& place) { return is_inside(path, place.path); });
}

bool any_folder_changed(const OpenIndex& index) {
  return std::ranges::any_of(read_folders(index.database), [&](const CatalogFolder& folder) {
    const Root* root = find_root(index.settings, folder.root);
    if (root == nullptr) return true;
    const std::string path =
        folder.rel_path.starts_with('/') ? folder.rel_path : note_path(*root, folder.rel_path);
    struct stat status {};
    const bool changed =
        ::stat(path.c_str(), &status) != 0 || mtime_ns_of(status) != folder.mtime_ns;
    return changed && !is_unread(index, path);
  });
}

// Looks up names in open folders, so that the system need not resolve long paths.
bool any_note_changed(const OpenIndex& index, const Root& root) {
  const std::string top = root.is_file ? fs::path(root.path).parent_path().string() : root.path;
  std::optional<std::string> open_folder;
  std::string path;
  Descriptor folder;
  return any_note(index.database, root.number,
                  [&](std::string_view rel_path, const std::string& name, const CatalogNote& note) {
                    if (open_folder != rel_path) {
                      open_folder = rel_path;
                      path = rel_path.empty() ? top : top + "/" + *open_folder;
                      folder = Descriptor(::open(path.c_str(), O_PATH | O_CLOEXEC));
                    }
                    const bool changed =
                        note.recheck ||
                        has_another_stamp(folder.number(), name.c_str(), note.stamp);
                    return changed && !is_unread(index, path + "/" + name);
                  });
}

std::string sibling_program() {
  std::error_code unknown;
  const fs::path self = fs::read_symlink("/proc/self/exe", unknown);
  const fs::path sibling = self.parent_path() / "notes-index";
  return !unknown && fs::exists(sibling, unknown) ? sibling.string() : "notes-index";
}

// Starts a program without our streams: it must not write between the lines of a result. Nothing if
// it cannot be started.
std::optional<pid_t> start_quietly(std::span<char* const> words) {
  posix_spawn_file_actions_t streams{};
  posix_spawn_file_actions_init(&streams);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&streams, stream, "/dev/null", O_RDWR, 0);
  pid_t child = 0;
  const int fault = ::posix_spawnp(&child, words.front(), &streams, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&streams);
  return fault == 0 ? std::optional(child) : std::nullopt;
}

// The exit status of the child; nothing if it is still running. Polls every millisecond: this works
// on every kernel, and no signal ends it early.
std::optional<int> await_end(pid_t child, std::chrono::milliseconds patience,
                             const std::function<bool()>& goes_on) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point deadline = Clock::now() + patience;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (Clock::now() >= deadline || !goes_on()) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  return status;
}

}  // namespace

Look look_at_notes(const OpenIndex& index, Thoroughness thoroughness) {
  Look look;
  const bool all =
      thoroughness == Thoroughness::full || index.settings.note_count <= kMaxNotesLookedAtQuickly;
  look.changed =
      std::ranges::any_of(index.settings.unread,
                          [](const auto& place) { return can_be_read(place.path); }) ||
      any_folder_changed(index) || std::ranges::any_of(index.settings.roots, [&](const Root& root) {
        return (all || root.is_file) && any_note_changed(index, root);  // a file has no folder
      });
  look.was_at_all_notes = all && !look.changed;
  return look;
}

bool is_time_to_look(const std::string& directory) {
  const Descriptor folder = open_index_directory(directory, Access::read);
  struct stat status {};
  if (::fstat(folder.number(), &status) != 0 || status.st_uid != ::geteuid()) return true;
  const int flags = O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const Descriptor mark(::openat(folder.number(), "looked", flags));
  if (!mark.is_open() && errno == ENOENT)
    Descriptor(::openat(folder.number(), "looked", flags | O_CREAT | O_EXCL, 0600));
  // A file that holds something or has another name elsewhere is not ours.
  if (!mark.is_open() || ::fstat(mark.number(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_nlink > 1 || status.st_size > 0)
    return true;
  const std::int64_t now = now_ns();
  const std::int64_t last_look = mtime_ns_of(status);
  if (last_look > now - kBetweenLooksNs && last_look <= now) return false;
  ::futimens(mark.number(), nullptr);
  return true;
}

bool any_changed(const OpenIndex& index, const NotePaths& notes) {
  return std::ranges::any_of(notes, [&](const auto& of_root) {
    const Root* root = find_root(index.settings, of_root.first);
    return root != nullptr &&
           std::ranges::any_of(read_catalog_notes(index.database, root->number, of_root.second),
                               [&](const CatalogNote& note) {
                                 const std::string path = note_path(*root, note.rel_path);
                                 return has_another_stamp(AT_FDCWD, path.c_str(), note.stamp);
                               });
  });
}

RefreshResult refresh_index(const std::string& directory, std::chrono::milliseconds patience,
                            const std::function<bool()>& goes_on) {
  std::array<std::string, 4> words{sibling_program(), "--refresh", "--db", directory};
  const std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(),
                                       words[3].data(), nullptr};
  const auto child = start_quietly(arguments);
  if (!child) return RefreshResult::impossible;
  const std::optional<int> status = await_end(*child, patience, goes_on);
  if (!status) return RefreshResult::timed_out;
  if (WIFEXITED(*status) && WEXITSTATUS(*status) == 0) return RefreshResult::done;
  const bool busy =
      WIFEXITED(*status) && WEXITSTATUS(*status) == static_cast<int>(ExitCode::index_busy);
  return busy ? RefreshResult::busy : RefreshResult::impossible;
}

}  // namespace notes
