// SPDX-License-Identifier: GPL-2.0-or-later
// One walk of a folder root, from the first listing to the sorted result. Decides, with
// ignore_scope, what is a note and what is skipped. Use it through find_notes.
#pragma once

#include <cstdint>
#include <dirent.h>
#include <set>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

#include "common/descriptor.h"
#include "common/error.h"
#include "indexer/scan/find_rules.h"
#include "indexer/scan/ignore_scope.h"
#include "indexer/scan/note_finder.h"

namespace notes {

class FolderWalk {
 public:
  // `root` is the open folder `root_path`.
  FolderWalk(const std::string& root_path, Descriptor root, const FindRules& rules,
             const Places& places, std::vector<Diagnostic>& diagnostics);

  Found run();

 private:
  enum class Kind : std::uint8_t { note, folder, unresolved };  // unresolved: only stat can tell

  // A note or folder that is not yet processed. A folder's path ends in '/' and the root's is
  // empty, so that comparing paths as strings gives the order of the notes below them.
  struct Pending {
    std::string rel_path;
    Kind kind = Kind::folder;
    bool is_link = false;
    FileStamp stamp;    // for a note
    IgnoreScope scope;  // for a folder: the rules around it
  };

  // The folder whose entries are being checked.
  struct Listed {
    int folder;
    std::size_t name_begin;  // where the entries' names begin in their paths
    IgnoreScope scope;
  };

  void take_all_pending();
  void take_rules();
  void walk_folder(const Pending& folder);
  bool enter(const Descriptor& descriptor, const Pending& folder);
  RuleFiles list(DIR* folder, const std::string& rel_path);
  bool is_wanted(std::string_view rel_path) const;
  void push_entry(const dirent& entry, const std::string& rel_path);
  void sift(std::size_t first, const Listed& listed);
  bool admit(Pending& entry, const Listed& listed);
  bool admit_folder(Pending& entry, const Listed& listed);
  bool resolve(Pending& entry, const Listed& listed);
  void report_unreachable(const Pending& entry, int error_number);

  bool is_ignored(const Pending& entry, const IgnoreScope& scope);
  std::string full_path(std::string_view rel_path) const;  // without '/' at its end
  void report(std::string_view rel_path, std::string text);
  void report_unread(std::string_view rel_path, const char* what, int error_number);

  std::string root_prefix_;  // the root's path with '/' at its end
  Descriptor root_;
  const FindRules& rules_;
  const Places& places_;
  std::vector<Diagnostic>& diagnostics_;
  IgnoreScopes scopes_;
  Found found_;
  std::vector<Pending> pending_;               // a stack: the next in order is last
  std::vector<Pending> links_;                 // to folders, kept until all real ones are walked
  std::set<std::pair<dev_t, ino_t>> entered_;  // folders
  std::string scratch_path_;
};

}  // namespace notes
