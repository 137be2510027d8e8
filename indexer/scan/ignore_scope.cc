// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/ignore_scope.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "common/index/settings.h"
#include "common/small_file.h"

namespace notes {
namespace {

constexpr std::size_t kMaxBytes = 1'000'000;  // of an ignore file

// Hidden files and folders (such as .git, .obsidian, .trash and the lock files of editors), and
// folders of programs that keep copies of notes. Backups such as "x.md~" and "#x.md#" need no rule:
// they do not have the extension of a note.
constexpr std::string_view kBuiltInRules =
    ".*\n"
    "node_modules/\n"
    "_site/\n"
    "**/logseq/bak/\n";

Verdict chain_verdict(const IgnoreLayer* layer, std::string_view path, EntryKind kind) {
  for (; layer != nullptr; layer = layer->outer) {
    const Verdict verdict = layer->rules.verdict(path.substr(layer->base), kind);
    if (verdict != Verdict::undecided) return verdict;
  }
  return Verdict::undecided;
}

bool holds_work_tree(const std::string& folder) {
  struct stat status {};
  return ::stat((folder + "/" + std::string(kGitName)).c_str(), &status) == 0;
}

std::string parent_of(const std::string& path) {
  return path.substr(0, path.rfind('/'));
}

// The folders above the root up to the top of its work tree, outermost first. None if the root is
// not in a work tree, or is the top of one, which the walk sees itself.
std::vector<std::string> work_tree_folders_above(const std::string& root_path) {
  std::vector<std::string> folders;
  for (std::string folder = root_path; !holds_work_tree(folder);) {
    if (folder.find('/') == std::string::npos) return {};
    folder = parent_of(folder);
    folders.insert(folders.begin(), folder);
  }
  return folders;
}

// Where paths relative to a folder begin. "/" already ends in its separator.
std::size_t base_below(const std::string& folder) {
  return folder.ends_with('/') ? folder.size() : folder.size() + 1;
}

}  // namespace

IgnoreScopes::IgnoreScopes(const std::string& root_path, const FindRules& rules)
    : root_path_(root_path),
      obey_gitignore_(rules.obey_gitignore),
      globs_{IgnoreRules(rules.ignore_globs), base_below(root_path), nullptr},
      built_in_{IgnoreRules(kBuiltInRules), base_below(root_path), nullptr} {}

// Reads the rules of the file `name` in `folder`; `path` is its full path. They apply from its
// folder down.
const IgnoreLayer* IgnoreScopes::add_file(int folder, const std::string& name,
                                          const std::string& path, const IgnoreLayer* outer,
                                          std::vector<Diagnostic>& diagnostics) {
  const auto file = read_small_file(folder, name, Links::followed, kMaxBytes);
  if (!file || (file->is_odd && !S_ISREG(file->status.st_mode))) return outer;
  if (!file->fault.empty()) {
    diagnostics.push_back(
        {path, 0, file->is_odd ? "is too large (over 1 MB): its rules are ignored" : file->fault});
    return outer;
  }
  sources_.push_back({place_below(path, root_path_).value_or(path), mtime_ns_of(file->status)});
  IgnoreRules rules(file->text);
  if (rules.empty()) return outer;
  return &layers_.emplace_back(IgnoreLayer{std::move(rules), path.rfind('/') + 1, outer});
}

IgnoreScope IgnoreScopes::around_root(std::vector<Diagnostic>& diagnostics) {
  IgnoreScope scope;
  if (!obey_gitignore_) return scope;
  for (const std::string& folder : work_tree_folders_above(root_path_)) {
    scope.in_work_tree = true;
    const std::string path = folder + "/" + std::string(kGitIgnoreName);
    scope.git = add_file(AT_FDCWD, path, path, scope.git, diagnostics);
  }
  return scope;
}

IgnoreScope IgnoreScopes::inside(const IgnoreScope& around, const RuleFiles& files, int folder,
                                 const std::string& path, std::vector<Diagnostic>& diagnostics) {
  IgnoreScope scope = around;
  const auto add = [&](std::string_view name, const IgnoreLayer* outer) {
    const std::string file_path = path.substr(0, base_below(path) - 1) + "/" + std::string(name);
    return add_file(folder, std::string(name), file_path, outer, diagnostics);
  };
  // A work tree inside another is separate: git looks no further out.
  if (files.git) scope = {.notes = around.notes, .git = nullptr, .in_work_tree = true};
  if (files.notes_ignore) scope.notes = add(kNotesIgnoreName, scope.notes);
  if (files.git_ignore && scope.in_work_tree && obey_gitignore_)
    scope.git = add(kGitIgnoreName, scope.git);
  return scope;
}

bool IgnoreScopes::ignores(const IgnoreScope& scope, std::string_view path, EntryKind kind) const {
  for (const IgnoreLayer* layer : {&globs_, scope.notes, &built_in_, scope.git}) {
    const Verdict verdict = chain_verdict(layer, path, kind);
    if (verdict != Verdict::undecided) return verdict == Verdict::ignored;
  }
  return false;
}

}  // namespace notes
