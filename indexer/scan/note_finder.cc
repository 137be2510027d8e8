// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/note_finder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <utility>

#include "common/small_file.h"
#include "common/text/ascii.h"
#include "indexer/scan/ignore_scope.h"

namespace notes {
namespace {

constexpr auto kExtensions = std::to_array<std::string_view>({"md", "markdown", "mdx", "txt"});

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

std::string_view without_slash(std::string_view rel_path) {
  if (rel_path.ends_with('/')) rel_path.remove_suffix(1);
  return rel_path;
}

std::string_view what_it_is(mode_t mode) {
  if (S_ISFIFO(mode)) return "a FIFO";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

// One walk of a folder root, from the first listing to the sorted result.
class FolderWalk {
 public:
  // `folder` is the open folder of the root.
  FolderWalk(const Root& root, Descriptor folder, const Places& places,
             std::vector<Diagnostic>& diagnostics)
      : root_(root),
        root_prefix_(root.path.ends_with('/') ? root.path : root.path + "/"),
        root_folder_(std::move(folder)),
        places_(places),
        diagnostics_(diagnostics),
        scopes_(root, diagnostics) {}

  Found run() {
    walk_folder({}, scopes_.around_root());
    const std::size_t notes_without_links = found_.notes.size();
    // By index: the target of a link may hold further links.
    for (std::size_t at = 0; at < links_.size(); ++at) {
      const auto [rel_path, around] = links_[at];
      walk_folder(rel_path, around);
    }
    if (found_.notes.size() > notes_without_links)
      std::ranges::sort(found_.notes, {}, &FoundNote::rel_path);
    std::ranges::sort(found_.folders, {}, &FoundPlace::rel_path);
    found_.rules = scopes_.sources();
    return std::move(found_);
  }

 private:
  // A note, a folder, or what only a look at it can tell; that counts as a file until then. A
  // folder's path ends in '/', so that comparing paths as strings gives the order of the notes
  // below them.
  struct Entry {
    FoundNote note;
    EntryKind kind = EntryKind::file;
  };

  // Adds what is in the folder, in order. `around` are the rules outside it. The root's `rel_path`
  // is empty.
  void walk_folder(const std::string& rel_path, const IgnoreScope& around) {
    IgnoreScope scope = around;
    std::vector<Entry> entries = admitted_entries(rel_path, scope);
    // If a folder has several names, the first one counts.
    for (const auto& [found, kind] : entries)
      if (kind == EntryKind::folder && found.is_link) links_.emplace_back(found.rel_path, scope);
    for (auto& [found, kind] : entries) {
      if (kind == EntryKind::file)
        found_.notes.push_back(std::move(found));
      else if (!found.is_link)
        walk_folder(found.rel_path, scope);
    }
  }

  // The notes and folders in a folder that no rule leaves out, sorted. Adds its rules to `scope`.
  std::vector<Entry> admitted_entries(const std::string& rel_path, IgnoreScope& scope) {
    // Opened by its path from the root, not from its parent: no descriptor stays open on the way
    // down. The longest path that the system takes bounds the depth.
    Descriptor descriptor(::openat(root_folder_.number(), rel_path.empty() ? "." : rel_path.c_str(),
                                   O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!enter(descriptor, rel_path)) return {};
    const int number = descriptor.number();
    const OpenFolder open_folder(::fdopendir(number));
    if (!open_folder) {
      report_unread(rel_path, "cannot be listed", errno);
      return {};
    }
    descriptor.release();
    std::vector<Entry> entries;
    const RuleFiles files = list(open_folder.get(), rel_path, entries);
    if (!files.empty()) scope = scopes_.inside(scope, files, number, full_path(rel_path));
    std::vector<Entry> admitted;
    for (Entry& entry : entries)
      if (admit(entry, number, scope)) admitted.push_back(std::move(entry));
    std::ranges::sort(admitted, {},
                      [](const Entry& entry) -> const std::string& { return entry.note.rel_path; });
    return admitted;
  }

  // Whether the folder could be opened and was not walked before.
  bool enter(const Descriptor& descriptor, const std::string& rel_path) {
    struct stat status {};
    // Stats ".", because that also needs the right to reach what is in the folder.
    if (!descriptor.is_open() || ::fstatat(descriptor.number(), ".", &status, 0) != 0) {
      if (rel_path.empty())
        throw Error(ExitCode::failure,
                    full_path("") + ": cannot be opened: " + std::strerror(errno),
                    "you need permission to read and enter the folder");
      // ENOENT: removed since its parent was listed.
      if (errno != ENOENT) report_unread(rel_path, "cannot be opened", errno);
      return false;
    }
    if (!entered_.emplace(status.st_dev, status.st_ino).second) return false;
    found_.folders.push_back({std::string(without_slash(rel_path)), mtime_ns_of(status)});
    return true;
  }

  // Adds what may be a note or a folder. Only records ignore files, because their rules also apply
  // to entries listed before them.
  RuleFiles list(DIR* folder, const std::string& rel_path, std::vector<Entry>& entries) {
    RuleFiles files;
    errno = 0;
    while (const dirent* entry = ::readdir(folder)) {
      const std::string_view name = entry->d_name;
      for (const std::string_view known : {kGitName, kGitIgnoreName, kNotesIgnoreName})
        if (name == known) files.push_back(known);
      if (name != "." && name != "..") add_entry(*entry, rel_path, entries);
    }
    if (errno != 0) report_unread(rel_path, "can only be listed in part", errno);
    return files;
  }

  // Whether the path is one of the places to look at, is inside one, or leads to one.
  bool is_wanted(std::string_view rel_path) const {
    return places_.empty() || std::ranges::any_of(places_, [&](const std::string& place) {
             return is_inside(rel_path, place) || is_inside(place, rel_path);
           });
  }

  void add_entry(const dirent& entry, const std::string& rel_path, std::vector<Entry>& entries) {
    const std::string_view name = entry.d_name;
    const bool is_folder = entry.d_type == DT_DIR;
    const bool may_be_folder = is_folder || entry.d_type == DT_LNK || entry.d_type == DT_UNKNOWN;
    if (!may_be_folder && !has_note_extension(name, root_)) return;
    Entry added;
    std::string& path = added.note.rel_path;
    path.reserve(rel_path.size() + name.size() + 1);
    path.append(rel_path).append(name);
    if (!is_wanted(path)) return;
    if (is_folder) {
      path.push_back('/');
      added.kind = EntryKind::folder;
    }
    entries.push_back(std::move(added));
  }

  bool admit(Entry& entry, int folder, const IgnoreScope& scope) {
    // Check this first: what is ignored must not be reported either, such as the dangling links
    // that Emacs makes next to a file being edited.
    if (is_ignored(entry, scope)) return false;
    if (entry.kind == EntryKind::folder) return true;
    return resolve(entry, folder) && (entry.kind == EntryKind::file || !is_ignored(entry, scope));
  }

  // Finds out what an entry is; false if it is neither a note nor a folder.
  bool resolve(Entry& entry, int folder) {
    auto& [rel_path, stamp, is_link] = entry.note;
    const char* name = rel_path.c_str() + (rel_path.rfind('/') + 1);  // npos + 1 is 0
    struct stat status {};
    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
      // ENOENT: removed since the folder was listed.
      if (errno != ENOENT) report_unread(rel_path, "cannot be read", errno);
      return false;
    }
    is_link = S_ISLNK(status.st_mode);
    if (is_link && ::fstatat(folder, name, &status, 0) != 0) {
      report_unreachable(rel_path, errno);
      return false;
    }
    if (S_ISDIR(status.st_mode)) {
      entry.kind = EntryKind::folder;
      rel_path.push_back('/');
      return true;
    }
    if (!has_note_extension(name, root_)) return false;
    stamp = stamp_of(status);
    if (!S_ISREG(status.st_mode))
      report(rel_path, "is " + std::string(what_it_is(status.st_mode)) + ", not a note");
    return S_ISREG(status.st_mode);
  }

  void report_unreachable(const std::string& link, int error_number) {
    const bool leads_nowhere =
        error_number == ENOENT || error_number == ELOOP || error_number == ENOTDIR;
    if (leads_nowhere && !has_note_extension(link, root_)) return;
    if (error_number == ENOENT) return report(link, "is a link to a file that does not exist");
    report_unread(link, "is a link that cannot be followed", error_number);
    diagnostics_.back().unread = !leads_nowhere;
  }

  bool is_ignored(const Entry& entry, const IgnoreScope& scope) {
    scratch_path_.assign(root_prefix_).append(without_slash(entry.note.rel_path));
    return scopes_.ignores(scope, scratch_path_, entry.kind);
  }

  // without '/' at its end
  std::string full_path(std::string_view rel_path) const {
    std::string path = root_prefix_ + std::string(rel_path);
    if (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
  }

  void report(std::string_view rel_path, std::string text) {
    diagnostics_.push_back({full_path(rel_path), 0, std::move(text)});
  }

  void report_unread(std::string_view rel_path, const char* what, int error_number) {
    report(rel_path, std::string(what) + ": " + std::strerror(error_number));
    diagnostics_.back().unread = true;
  }

  const Root& root_;
  std::string root_prefix_;  // the root's path with '/' at its end
  Descriptor root_folder_;
  const Places& places_;
  std::vector<Diagnostic>& diagnostics_;
  IgnoreScopes scopes_;
  Found found_;
  // To folders, with the rules around them. Kept until all real ones are walked.
  std::vector<std::pair<std::string, IgnoreScope>> links_;
  std::set<std::pair<dev_t, ino_t>> entered_;  // folders
  std::string scratch_path_;
};

[[noreturn]] void throw_bad_root(const std::string& root_path, int error_number) {
  const bool absent = error_number == ENOENT || error_number == ENOTDIR;
  throw Error(ExitCode::failure,
              root_path + ": " +
                  (absent ? "there is no such file or folder"
                          : std::string("cannot be read: ") + std::strerror(error_number)),
              absent ? "check the spelling, or mount its disk" : "you need permission to read it");
}

Found find_single_note(const std::string& root_path, const struct stat& status) {
  struct stat link {};
  const bool is_link = ::lstat(root_path.c_str(), &link) == 0 && S_ISLNK(link.st_mode);
  const std::string name = root_path.substr(root_path.rfind('/') + 1);
  return {.notes = {{name, stamp_of(status), is_link}}, .folders = {}, .rules = {}};
}

}  // namespace

bool has_extension(std::string_view name, std::string_view extension) {
  if (name.size() <= extension.size()) return false;
  const std::string_view end = name.substr(name.size() - extension.size() - 1);
  return end.front() == '.' && ascii::equals_ignoring_case(end.substr(1), extension);
}

bool has_note_extension(std::string_view name, const Root& root) {
  const auto is_its_extension = [name](std::string_view extension) {
    return has_extension(name, extension);
  };
  return std::ranges::any_of(kExtensions, is_its_extension) ||
         std::ranges::any_of(root.extra_extensions, is_its_extension);
}

Found find_notes(const Root& root, std::vector<Diagnostic>& diagnostics, const Places& places) {
  struct stat status {};
  if (::stat(root.path.c_str(), &status) != 0) throw_bad_root(root.path, errno);
  if (S_ISREG(status.st_mode)) return find_single_note(root.path, status);
  if (!S_ISDIR(status.st_mode))
    throw Error(ExitCode::failure, root.path + ": is neither a file nor a folder",
                "give a note or a folder of notes");
  Descriptor folder(::open(root.path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) throw_bad_root(root.path, errno);
  return FolderWalk(root, std::move(folder), places, diagnostics).run();
}

}  // namespace notes
