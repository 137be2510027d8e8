// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>
#include <utility>

#include "common/environment.h"
#include "common/error.h"
#include "common/text/joined.h"
#include "indexer/index_job.h"

namespace notes {
namespace {

std::string list_of(const std::vector<Root>& roots) {
  std::string list;
  for (const Root& root : roots) list.append(list.empty() ? "" : ", ").append(root.path);
  return list;
}

// Removes the roots that `stays` refuses, and returns them in their order.
template <class Predicate>
std::vector<Root> take_out(std::vector<Root>& roots, const Predicate& stays) {
  const auto first = std::stable_partition(roots.begin(), roots.end(), stays);
  std::vector<Root> taken(first, roots.end());
  roots.erase(first, roots.end());
  return taken;
}

std::string roots_hint(const std::vector<Root>& roots) {
  return "its roots are: " + (roots.empty() ? "none" : list_of(roots));
}

void take_rules(Root& root, const RootRules& rules) {
  if (!rules.ignore_globs.empty()) root.ignore_globs = rules.ignore_globs;
  for (const std::string& extension : rules.extra_extensions)
    if (std::ranges::find(root.extra_extensions, extension) == root.extra_extensions.end())
      root.extra_extensions.push_back(extension);
  root.obey_gitignore = rules.obey_gitignore.value_or(root.obey_gitignore);
}

// Text formats similar to Markdown that people keep among their notes.
constexpr std::array<const char*, 4> kTextExtensions{"org", "qmd", "rmd", "adoc"};

// Ignores errors: they are reported when the root is indexed.
Found look_into(const Root& root, const Places& places = {}) {
  std::vector<Diagnostic> told_later;
  try {
    return find_notes(root, told_later, places);
  } catch (const Error&) {
    return {};
  }
}

// Whether a walk of the root reaches this file or folder below it. False if it cannot be walked.
bool takes(const Root& root, const std::string& path) {
  const auto place = place_below(path, root.path);
  if (!place || (root.is_file && !place->empty())) return false;
  const Found found = look_into(root, {*place});
  const auto is_it = [&](const auto& entry) { return entry.rel_path == *place; };
  return std::ranges::any_of(found.notes, is_it) || std::ranges::any_of(found.folders, is_it);
}

// Returns a sentence if a folder around the root already includes it, else "".
std::string add_root(IndexSettings& settings, const Root& request, const RootRules& rules) {
  for (Root& root : settings.roots) {
    if (root.is_file ? request.path != root.path : !is_inside(request.path, root.path)) continue;
    take_rules(root, rules);
    if (root.path == request.path) return "";
    if (takes(root, request.path)) return request.path + " is indexed with " + root.path;
  }
  Root& root = settings.roots.emplace_back(request);
  root.number = settings.next_root_number++;
  take_rules(root, rules);
  return "";
}

// Resolves the links on the way to it. A note that is a link keeps its own name.
std::string without_links(const std::filesystem::path& path) {
  std::error_code unreadable;
  const auto folder = std::filesystem::weakly_canonical(path.parent_path(), unreadable);
  return unreadable ? path.string() : (folder / path.filename()).string();
}

std::optional<std::string> place_in(const Root& root, const std::string& path) {
  std::error_code unreadable;
  const auto real_root = std::filesystem::weakly_canonical(root.path, unreadable);
  auto place = place_below(without_links(path), unreadable ? root.path : real_root.string());
  return place ? place : place_below(path, root.path);
}

// One sentence if there are texts whose extension is not indexed, else "". It names the option that
// includes them.
std::string remark_on_extensions(const Root& root) {
  if (root.is_file) return {};
  Root whole = root;
  whole.extra_extensions = {kTextExtensions.begin(), kTextExtensions.end()};
  const std::vector<FoundNote> files = look_into(whole).notes;
  std::vector<std::string> counts;
  std::vector<std::string> unread;
  for (const std::string& extension : whole.extra_extensions) {
    if (std::ranges::count(root.extra_extensions, extension) > 0) continue;
    const auto count = std::ranges::count_if(
        files, [&](const FoundNote& file) { return has_extension(file.rel_path, extension); });
    if (count == 0) continue;
    counts.push_back(std::to_string(count) + " ." + extension);
    unread.push_back(extension);
  }
  if (unread.empty()) return {};
  return root.path + ": not read: " + joined(counts, ", ") +
         "; to read them: --ext=" + joined(unread, ",");
}

}  // namespace

std::string remark_on_gitignore(const Root& root) {
  if (root.is_file || !root.obey_gitignore) return {};
  Root whole = root;
  whole.obey_gitignore = false;
  const std::size_t taken = look_into(root).notes.size();
  const std::size_t all = look_into(whole).notes.size();
  if (2 * taken >= all) return {};
  return root.path + ": .gitignore leaves out " + std::to_string(all - taken) + " of " +
         std::to_string(all) + " notes; to index them: --gitignore=no";
}

Root request_root(const std::string& path) {
  Root request;
  request.path = absolute_path(path);
  struct stat status {};
  if (::stat(request.path.c_str(), &status) != 0)
    throw Error(ExitCode::failure, path + ": cannot be indexed: " + std::strerror(errno),
                "give a Markdown file or a folder of notes");
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
    throw Error(ExitCode::failure, path + ": is neither a file nor a folder",
                "give a Markdown file or a folder of notes");
  request.is_file = S_ISREG(status.st_mode);
  return request;
}

std::vector<std::string> add_roots(IndexSettings& settings, const std::vector<Root>& requests,
                                   const RootRules& rules) {
  const std::uint32_t first_new = settings.next_root_number;
  std::vector<std::string> remarks;
  for (const Root& request : requests) remarks.push_back(add_root(settings, request, rules));
  if (requests.empty())
    for (Root& root : settings.roots) take_rules(root, rules);
  std::ranges::sort(settings.roots, {}, &Root::path);
  for (const Root& outer : std::vector(settings.roots)) {
    const auto inner = take_out(settings.roots, [&](const Root& root) {
      return root.path == outer.path || !takes(outer, root.path);
    });
    if (!inner.empty()) remarks.push_back(list_of(inner) + " is now part of " + outer.path);
  }
  for (const Root& root : settings.roots)
    if (root.number >= first_new) {
      remarks.push_back(remark_on_gitignore(root));
      remarks.push_back(remark_on_extensions(root));
    }
  std::erase(remarks, "");
  return remarks;
}

std::vector<Places> places_below(const std::vector<Root>& roots,
                                 const std::vector<std::string>& paths,
                                 std::vector<Diagnostic>& diagnostics) {
  std::vector<Places> places(roots.size());
  for (const std::string& typed : paths) {
    const std::string path = absolute_path(typed);
    bool is_below_one = false;
    for (std::size_t i = 0; i < roots.size(); ++i) {
      const auto place = place_in(roots[i], path);
      if (place) places[i].insert(*place);
      is_below_one = is_below_one || place;
    }
    if (!is_below_one) diagnostics.push_back({path, 0, "is not below a root of the index"});
  }
  if (!paths.empty() && std::ranges::all_of(places, &Places::empty))
    throw Error(ExitCode::failure, paths.front() + ": is not below a root of the index",
                roots_hint(roots));
  return places;
}

void remove_root(IndexSettings& settings, const std::string& path) {
  const std::string absolute = absolute_path(path);
  const auto removed =
      std::erase_if(settings.roots, [&](const Root& root) { return root.path == absolute; });
  if (removed > 0) return;
  throw Error(ExitCode::failure, path + ": is not a root of the index", roots_hint(settings.roots));
}

std::string drop_unnamed_roots(IndexSettings& settings, const std::vector<Root>& requests,
                               const std::string& directory) {
  const auto others = take_out(settings.roots, [&](const Root& root) {
    return std::ranges::count(requests, root.path, &Root::path) > 0;
  });
  if (others.empty()) return {};
  if (requests.empty())
    throw Error(ExitCode::failure,
                directory + ": the index cannot be opened; its settings list these roots: " +
                    list_of(others),
                "give those that are yours again: notes-index --rebuild PATH...");
  return "no longer indexed, because the index could not be opened: " + list_of(others) +
         "; give those that are yours again";
}

}  // namespace notes
