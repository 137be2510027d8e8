// SPDX-License-Identifier: GPL-2.0-or-later
// The rules of one .gitignore or .notesignore, with git's semantics: # comments, ! takes back,
// /anchored, folders/, * ? [...] **, \ escapes, the last rule that matches decides. Knows one list
// of rules and nothing of the file system: which lists hold where is ignore_scope's job.
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
  // The contents of an ignore file: a rule a line.
  explicit IgnoreRules(std::string_view text);
  // One rule each; as a line of an ignore file except that '#' starts no comment.
  explicit IgnoreRules(const std::vector<std::string>& globs);

  bool empty() const { return rules_.empty(); }

  // `path` is relative to the folder of the ignore file, without '/' at either end, not empty.
  // The folders above it are not looked at: a walk does not enter an ignored folder at all.
  Verdict verdict(std::string_view path, EntryKind kind) const;

 private:
  struct Rule {
    std::string glob;                   // of a rule that looks at names only
    std::vector<std::string> segments;  // of a rule that looks at paths; otherwise empty
    char last_byte = 0;                 // each match ends in it; 0 = unknown
    bool takes_back = false;
    bool folders_only = false;

    bool matches(std::string_view path, std::string_view name, EntryKind kind) const;
  };

  void add_rule(std::string_view line);

  std::vector<Rule> rules_;
};

}  // namespace notes
