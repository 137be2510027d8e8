// SPDX-License-Identifier: GPL-2.0-or-later
// The rules of one .gitignore or .notesignore, with git's semantics: # comments, ! negates,
// /anchored, folders/, * ? [...] **, \ escapes, the last matching rule decides. Knows one list of
// rules and nothing about the file system; ignore_scope decides which lists apply where.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

enum class EntryKind : std::uint8_t { file, folder };

enum class Verdict : std::uint8_t { undecided, ignored, kept };

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

}  // namespace notes
