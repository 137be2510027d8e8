// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/freshness.h"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "common/index/catalog.h"

namespace notes {
namespace {

namespace fs = std::filesystem;

std::string path_of(const Root& root, const CatalogFolder& folder) {
  if (folder.rel_path.empty()) return root.path;
  return folder.rel_path.starts_with('/') ? folder.rel_path : root.path + "/" + folder.rel_path;
}

bool folder_changed(const Root& root, const CatalogFolder& folder) {
  const std::string path = path_of(root, folder);
  struct stat status {};
  return ::stat(path.c_str(), &status) != 0 || mtime_ns_of(status) != folder.mtime_ns;
}

bool has_another_stamp(const Root& root, const CatalogNote& note) {
  struct stat status {};
  return ::stat(note_path(root, note.rel_path).c_str(), &status) != 0 ||
         stamp_of(status) != note.stamp;
}

bool any_note_changed(const OpenIndex& index, const Root& root) {
  return std::ranges::any_of(read_catalog(index.database, root.number), [&](const auto& note) {
    return note.recheck || has_another_stamp(root, note);
  });
}

std::string sibling_program() {
  std::error_code unknown;
  const fs::path self = fs::read_symlink("/proc/self/exe", unknown);
  const fs::path sibling = self.parent_path() / "notes-index";
  return !unknown && fs::exists(sibling, unknown) ? sibling.string() : "notes-index";
}

// Nothing of ours for the child: it must not write between the lines of a result.
class QuietStreams {
 public:
  QuietStreams() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  ~QuietStreams() { posix_spawn_file_actions_destroy(&actions_); }
  QuietStreams(const QuietStreams&) = delete;
  QuietStreams& operator=(const QuietStreams&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// How the child ended; nothing while it goes on. Looking every millisecond needs nothing that a
// kernel may lack, and no signal ends it early.
std::optional<int> await_end(pid_t child, std::chrono::milliseconds patience) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point deadline = Clock::now() + patience;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (Clock::now() >= deadline) return std::nullopt;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  return status;
}

}  // namespace

bool notes_changed(const OpenIndex& index) {
  for (const CatalogFolder& folder : read_folders(index.database)) {
    const Root* root = find_root(index.settings, folder.root);
    if (root == nullptr || folder_changed(*root, folder)) return true;
  }
  const bool few = index.settings.note_count <= kMaxNotesChecked;
  return std::ranges::any_of(index.settings.roots, [&](const Root& root) {
    return (few || root.is_file) && any_note_changed(index, root);  // a file has no folder
  });
}

bool any_changed(const OpenIndex& index, const NotePaths& notes) {
  return std::ranges::any_of(notes, [&](const auto& of_root) {
    const Root* root = find_root(index.settings, of_root.first);
    return root != nullptr &&
           std::ranges::any_of(
               read_catalog_notes(index.database, root->number, of_root.second),
               [&](const CatalogNote& note) { return has_another_stamp(*root, note); });
  });
}

RefreshResult refresh_index(const std::string& directory, std::chrono::milliseconds patience) {
  std::string program = sibling_program();
  std::array<std::string, 4> words{program, "--refresh", "--db", directory};
  std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                                 nullptr};
  const QuietStreams streams;
  pid_t child = 0;
  if (::posix_spawnp(&child, program.c_str(), streams.get(), nullptr, arguments.data(), environ) !=
      0)
    return RefreshResult::impossible;
  const std::optional<int> status = await_end(child, patience);
  if (!status) return RefreshResult::timed_out;
  if (WIFEXITED(*status) && WEXITSTATUS(*status) == 0) return RefreshResult::done;
  const bool busy =
      WIFEXITED(*status) && WEXITSTATUS(*status) == static_cast<int>(ExitCode::index_busy);
  return busy ? RefreshResult::busy : RefreshResult::impossible;
}

}  // namespace notes
