// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/note_finder.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

#include "common/descriptor.h"
#include "indexer/scan/folder_walk.h"

namespace notes {
namespace {

[[noreturn]] void throw_bad_root(const std::string& root_path, int error_number) {
  const bool absent = error_number == ENOENT || error_number == ENOTDIR;
  throw Error(ExitCode::failure,
              root_path + ": " +
                  (absent ? "there is no such file or folder"
                          : std::string("cannot be read: ") + std::strerror(error_number)),
              absent ? "check the spelling, or mount the disk that holds it"
                     : "the file or folder must be readable for you");
}

Found find_single_note(const std::string& root_path, const struct stat& status) {
  struct stat link {};
  const bool is_link = ::lstat(root_path.c_str(), &link) == 0 && S_ISLNK(link.st_mode);
  const std::string name = root_path.substr(root_path.rfind('/') + 1);
  return {.notes = {{name, stamp_of(status), is_link}}, .folders = {}, .rules = {}};
}

}  // namespace

Found find_notes(const std::string& root_path, const FindRules& rules,
                 std::vector<Diagnostic>& diagnostics, const Places& places) {
  struct stat status {};
  if (::stat(root_path.c_str(), &status) != 0) throw_bad_root(root_path, errno);
  if (S_ISREG(status.st_mode)) return find_single_note(root_path, status);
  if (!S_ISDIR(status.st_mode))
    throw Error(ExitCode::failure, root_path + ": is neither a file nor a folder",
                "name a note or a folder of notes");
  Descriptor root(::open(root_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root.is_open()) throw_bad_root(root_path, errno);
  return FolderWalk(root_path, std::move(root), rules, places, diagnostics).run();
}

}  // namespace notes
