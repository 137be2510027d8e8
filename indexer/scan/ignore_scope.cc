// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/ignore_scope.h"

#include <algorithm>
#include <fcntl.h>
#include <fnmatch.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "common/small_file.h"

namespace notes {
namespace {

// Matches one part of a path, so '/' needs no care.
bool matches_glob(const std::string& glob, std::string_view name) {
  return ::fnmatch(glob.c_str(), std::string(name).c_str(), 0) == 0;
}

// Blanks at the end of a rule do not count unless a backslash precedes them.
std::string_view without_trailing_blanks(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size())
      end = ++at + 1;
    else if (line[at] != ' ')
      end = at + 1;
  }
  return line.substr(0, end);
}

bool is_any_parts(std::string_view segment) {
  return segment.size() > 1 && segment.find_first_not_of('*') == std::string_view::npos;
}

std::vector<std::string> split_path(std::string_view path) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    parts.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// The byte that every match ends in, if the end of the glob is simple enough to tell.
char last_byte_of(std::string_view glob) {
  const char last = glob.empty() ? '*' : glob.back();
  return std::string_view("*?]\\").find(last) == std::string_view::npos ? last : '\0';
}

// A "**" matches any number of whole parts. As with stars in a glob, only the last one ever needs
// another try.
bool matches_path(const std::vector<std::string>& segments, std::string_view path) {
  const auto end_of_part = [path](std::size_t at) {
    return std::min(path.find('/', at), path.size());
  };
  auto segment = segments.begin();
  std::size_t part = 0;               // where the current part of the path begins
  auto after_stars = segments.end();  // the end: there were none
  std::size_t stars_end = 0;
  while (part <= path.size()) {
    const std::size_t end = end_of_part(part);
    if (segment != segments.end() && is_any_parts(*segment)) {
      after_stars = ++segment;
      stars_end = part;
    } else if (segment != segments.end() && matches_glob(*segment, path.substr(part, end - part))) {
      ++segment;
      part = end + 1;
    } else if (after_stars == segments.end()) {
      return false;
    } else {
      segment = after_stars;
      part = stars_end = end_of_part(stars_end) + 1;
    }
  }
  return segment == segments.end();
}

constexpr std::size_t kMaxBytes = 1'000'000;  // of an ignore file

// Hidden files and folders (such as .git, .obsidian, .trash and the lock files of editors), and
// folders of programs that keep copies of notes. Backups such as "x.md~" and "#x.md#" need no rule:
// they do not have the extension of a note.
constexpr std::string_view kBuiltInRules = ".*\nnode_modules/\n_site/\n**/logseq/bak/\n";

// The folders above the root up to the top of its work tree, outermost first. None if the root is
// not in a work tree, or is the top of one, which the walk sees itself.
std::vector<std::string> work_tree_folders_above(const std::string& root_path) {
  std::vector<std::string> folders;
  for (std::string folder = root_path; ::access((folder + "/.git").c_str(), F_OK) != 0;) {
    if (folder.find('/') == std::string::npos) return {};
    folder.resize(folder.rfind('/'));
    folders.insert(folders.begin(), folder);
  }
  return folders;
}

// Where paths relative to a folder begin. "/" already ends in its separator.
std::size_t base_below(const std::string& folder) {
  return folder.ends_with('/') ? folder.size() : folder.size() + 1;
}

}  // namespace

IgnoreRules::IgnoreRules(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.starts_with('#')) add_rule(without_trailing_blanks(line));
  }
}

IgnoreRules::IgnoreRules(const std::vector<std::string>& globs) {
  for (const std::string& glob : globs) add_rule(glob);
}

void IgnoreRules::add_rule(std::string_view line) {
  Rule rule;
  rule.takes_back = line.starts_with('!');
  if (rule.takes_back) line.remove_prefix(1);
  rule.folders_only = line.ends_with('/');
  if (rule.folders_only) line.remove_suffix(1);
  if (line.empty()) return;
  rule.last_byte = last_byte_of(line);
  if (line.find('/') == std::string_view::npos) {
    rule.glob = line;
  } else {
    if (line.starts_with('/')) line.remove_prefix(1);
    rule.segments = split_path(line);
    // "a/**" matches what is in a, not a itself.
    if (is_any_parts(rule.segments.back())) rule.segments.emplace_back("*");
  }
  rules_.push_back(std::move(rule));
}

bool IgnoreRules::Rule::matches(std::string_view path, std::string_view name,
                                EntryKind kind) const {
  if (folders_only && kind != EntryKind::folder) return false;
  if (last_byte != 0 && last_byte != path.back()) return false;
  return segments.empty() ? matches_glob(glob, name) : matches_path(segments, path);
}

Verdict IgnoreRules::verdict(std::string_view path, EntryKind kind) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  for (auto rule = rules_.rbegin(); rule != rules_.rend(); ++rule)
    if (rule->matches(path, name, kind)) return rule->takes_back ? Verdict::kept : Verdict::ignored;
  return Verdict::undecided;
}

IgnoreScopes::IgnoreScopes(const Root& root, std::vector<Diagnostic>& diagnostics)
    : root_(root),
      diagnostics_(diagnostics),
      globs_{IgnoreRules(root.ignore_globs), base_below(root.path), nullptr},
      built_in_{IgnoreRules(kBuiltInRules), base_below(root.path), nullptr} {}

// Reads the rules of the file `name` in `folder`; `path` is its full path. They apply from its
// folder down.
const IgnoreLayer* IgnoreScopes::add_file(int folder, const std::string& name,
                                          const std::string& path, const IgnoreLayer* outer) {
  const auto file = read_small_file(folder, name, Links::followed, kMaxBytes);
  if (!file || (file->is_odd && !S_ISREG(file->status.st_mode))) return outer;
  if (!file->fault.empty()) {
    diagnostics_.push_back(
        {path, 0, file->is_odd ? "is too large (over 1 MB): its rules are ignored" : file->fault});
    return outer;
  }
  sources_.push_back({place_below(path, root_.path).value_or(path), mtime_ns_of(file->status)});
  IgnoreRules rules(file->text);
  if (rules.empty()) return outer;
  return &layers_.emplace_back(IgnoreLayer{std::move(rules), path.rfind('/') + 1, outer});
}

IgnoreScope IgnoreScopes::around_root() {
  IgnoreScope scope;
  if (!root_.obey_gitignore) return scope;
  for (const std::string& folder : work_tree_folders_above(root_.path)) {
    scope.in_work_tree = true;
    const std::string path = folder + "/" + std::string(kGitIgnoreName);
    scope.git = add_file(AT_FDCWD, path, path, scope.git);
  }
  return scope;
}

IgnoreScope IgnoreScopes::inside(const IgnoreScope& around, const RuleFiles& files, int folder,
                                 const std::string& path) {
  IgnoreScope scope = around;
  const auto add = [&](std::string_view name, const IgnoreLayer* outer) {
    const std::string file_path = path.substr(0, base_below(path) - 1) + "/" + std::string(name);
    return add_file(folder, std::string(name), file_path, outer);
  };
  const auto has = [&](std::string_view name) {
    return std::ranges::find(files, name) != files.end();
  };
  // A work tree inside another is separate: git looks no further out.
  if (has(kGitName)) scope = {.notes = around.notes, .git = nullptr, .in_work_tree = true};
  if (has(kNotesIgnoreName)) scope.notes = add(kNotesIgnoreName, scope.notes);
  if (has(kGitIgnoreName) && scope.in_work_tree && root_.obey_gitignore)
    scope.git = add(kGitIgnoreName, scope.git);
  return scope;
}

bool IgnoreScopes::ignores(const IgnoreScope& scope, std::string_view path, EntryKind kind) const {
  for (const IgnoreLayer* layer : {&globs_, scope.notes, &built_in_, scope.git}) {
    for (; layer != nullptr; layer = layer->outer) {
      const Verdict verdict = layer->rules.verdict(path.substr(layer->base), kind);
      if (verdict != Verdict::undecided) return verdict == Verdict::ignored;
    }
  }
  return false;
}

}  // namespace notes
