// SPDX-License-Identifier: GPL-2.0-or-later
// Which ignore rules apply in which folder of a walk. From strongest to weakest: the user's globs;
// .notesignore files, the nearest folder first; the built-in rules; .gitignore files of the same
// git work tree, the nearest folder first. So !.github includes a hidden folder if it is in a
// .notesignore, but not if it is in a .gitignore.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "indexer/scan/note_finder.h"

namespace notes {

inline constexpr std::string_view kGitIgnoreName = ".gitignore";
inline constexpr std::string_view kNotesIgnoreName = ".notesignore";
inline constexpr std::string_view kGitName = ".git";  // a folder, or a file in linked work trees

enum class EntryKind : std::uint8_t { file, folder };

enum class Verdict : std::uint8_t { undecided, ignored, kept };

// The rules of one .gitignore or .notesignore, with git's semantics: # comments, ! negates,
// /anchored, folders/, * ? [...] **, \ escapes, the last matching rule decides. Knows nothing of
// the file system.
class IgnoreRules {
 public:
  IgnoreRules() = default;
  // The contents of an ignore file, one rule per line.
  explicit IgnoreRules(std::string_view text);
  // One rule each, written as in an ignore file, except that '#' does not start a comment.
  explicit IgnoreRules(const std::vector<std::string>& globs);

  bool empty() const { return rules_.empty(); }

  // `path` is relative to the folder of the ignore file, has no '/' at either end and is not empty.
  // The folders above it are not checked: a walk never enters an ignored folder.
  Verdict verdict(std::string_view path, EntryKind kind) const;

 private:
  struct Rule {
    std::string glob;                   // of a rule that matches names only
    std::vector<std::string> segments;  // of a rule that matches paths; otherwise empty
    char last_byte = 0;                 // every match ends in it; 0 = unknown
    bool takes_back = false;
    bool folders_only = false;

    bool matches(std::string_view path, std::string_view name, EntryKind kind) const;
  };

  void add_rule(std::string_view line);

  std::vector<Rule> rules_;
};

// One ignore file that applies in a folder, and the next one further out.
struct IgnoreLayer {
  IgnoreRules rules;
  std::size_t base = 0;  // where paths relative to the ignore file begin in a full path
  const IgnoreLayer* outer = nullptr;
};

// The rules of one folder. A small value: its layers belong to the IgnoreScopes that made it.
struct IgnoreScope {
  const IgnoreLayer* notes = nullptr;
  const IgnoreLayer* git = nullptr;
  bool in_work_tree = false;
};

// Those of the three names above that a listing of a folder showed.
using RuleFiles = std::vector<std::string_view>;

class IgnoreScopes {
 public:
  IgnoreScopes(const Root& root, std::vector<Diagnostic>& diagnostics);  // both must outlive it
  IgnoreScopes(const IgnoreScopes&) = delete;
  IgnoreScopes& operator=(const IgnoreScopes&) = delete;

  // The rules around the root: the .gitignore files above it, if it is inside a work tree.
  IgnoreScope around_root();

  // The rules in the folder `path` (full, no '/' at its end), open as `folder`.
  IgnoreScope inside(const IgnoreScope& around, const RuleFiles& files, int folder,
                     const std::string& path);

  // `path` is full: it begins with the root's path.
  bool ignores(const IgnoreScope& scope, std::string_view path, EntryKind kind) const;

  // The ignore files that were read.
  const std::vector<FoundPlace>& sources() const { return sources_; }

 private:
  const IgnoreLayer* add_file(int folder, const std::string& name, const std::string& path,
                              const IgnoreLayer* outer);

  const Root& root_;
  std::vector<Diagnostic>& diagnostics_;
  IgnoreLayer globs_;
  IgnoreLayer built_in_;
  std::deque<IgnoreLayer> layers_;  // a deque: layers point at each other
  std::vector<FoundPlace> sources_;
};

}  // namespace notes
