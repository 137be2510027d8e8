// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/left_out.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/error.h"
#include "common/text/joined.h"
#include "indexer/store/root_scan.h"

namespace notes {
namespace {

// Text formats similar to Markdown that people keep among their notes.
constexpr std::array<const char*, 4> kTextExtensions{"org", "qmd", "rmd", "adoc"};

// Ignores errors: they are reported when the root is indexed.
Found look_into(const Root& root, const FindRules& rules, const Places& places = {}) {
  std::vector<Diagnostic> told_later;
  try {
    return find_notes(root.path, rules, told_later, places);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

bool takes(const Root& root, const std::string& path) {
  const auto place = place_below(path, root.path);
  if (!place) return false;
  const Found found = look_into(root, rules_of(root), {*place});
  const auto is_it = [&](const auto& entry) { return entry.rel_path == *place; };
  return std::ranges::any_of(found.notes, is_it) || std::ranges::any_of(found.folders, is_it);
}

std::string remark_on_gitignore(const Root& root) {
  FindRules rules = rules_of(root);
  if (root.is_file || !rules.obey_gitignore) return {};
  const std::size_t taken = look_into(root, rules).notes.size();
  rules.obey_gitignore = false;
  const std::size_t all = look_into(root, rules).notes.size();
  if (2 * taken >= all) return {};
  return root.path + ": .gitignore leaves out " + std::to_string(all - taken) + " of " +
         std::to_string(all) + " notes; to index them: --gitignore=no";
}

std::string remark_on_extensions(const Root& root) {
  if (root.is_file) return {};
  FindRules rules = rules_of(root);
  const std::vector<std::string> taken = std::exchange(rules.extensions, {});
  for (const std::string extension : kTextExtensions)
    if (std::ranges::find(taken, extension) == taken.end()) rules.extensions.push_back(extension);
  const std::vector<FoundNote> files = look_into(root, rules).notes;
  std::vector<std::string> counts;
  std::vector<std::string> unread;
  for (const std::string& extension : rules.extensions) {
    const FindRules only{.extensions = {extension}, .ignore_globs = {}};
    const auto count = std::ranges::count_if(
        files, [&](const FoundNote& file) { return has_note_extension(file.rel_path, only); });
    if (count == 0) continue;
    counts.push_back(std::to_string(count) + " ." + extension);
    unread.push_back(extension);
  }
  if (files.empty()) return {};
  return root.path + ": not read: " + joined(counts, ", ") +
         "; to read them: --ext=" + joined(unread, ",");
}

}  // namespace notes
