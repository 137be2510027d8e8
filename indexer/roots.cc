// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/roots.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>

#include "common/environment.h"
#include "common/error.h"

namespace notes {
namespace {

bool covers(const Root& outer, const std::string& path) {
  return outer.is_file ? outer.path == path : is_inside(path, outer.path);
}

std::string list_of(const std::vector<Root>& roots) {
  std::string list;
  for (const Root& root : roots) list.append(list.empty() ? "" : ", ").append(root.path);
  return list.empty() ? "none" : list;
}

void take_rules(Root& root, const RootRequest& request) {
  if (!request.ignore_globs.empty()) root.ignore_globs = request.ignore_globs;
  if (!request.extra_extensions.empty()) root.extra_extensions = request.extra_extensions;
}

// With the links on the way to it resolved; a note that is a link goes by its own name.
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

}  // namespace

RootRequest request_root(const std::string& path) {
  RootRequest request;
  request.path = absolute_path(path);
  struct stat status {};
  if (::stat(request.path.c_str(), &status) != 0)
    throw Error(ExitCode::failure, path + ": cannot be indexed: " + std::strerror(errno),
                "name a Markdown file or a folder of notes");
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
    throw Error(ExitCode::failure, path + ": is neither a file nor a folder",
                "name a Markdown file or a folder of notes");
  request.is_file = S_ISREG(status.st_mode);
  return request;
}

std::string add_root(IndexSettings& settings, const RootRequest& request) {
  for (Root& root : settings.roots) {
    if (!covers(root, request.path)) continue;
    take_rules(root, request);
    return root.path == request.path ? "" : request.path + " is indexed with " + root.path;
  }
  Root root{settings.next_root_number++, request.path, request.is_file, {}, {}};
  take_rules(root, request);
  std::string absorbed;
  for (const Root& inner : settings.roots)
    if (covers(root, inner.path)) absorbed.append(absorbed.empty() ? "" : ", ").append(inner.path);
  std::erase_if(settings.roots, [&](const Root& inner) { return covers(root, inner.path); });
  settings.roots.push_back(std::move(root));
  std::ranges::sort(settings.roots, {}, &Root::path);
  return absorbed.empty() ? "" : absorbed + " is now part of " + request.path;
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
    if (!is_below_one) diagnostics.push_back({path, 0, "lies below no root of the index"});
  }
  return places;
}

void remove_root(IndexSettings& settings, const std::string& path) {
  const std::string absolute = absolute_path(path);
  const auto removed =
      std::erase_if(settings.roots, [&](const Root& root) { return root.path == absolute; });
  if (removed == 0)
    throw Error(ExitCode::failure, path + ": is no root of the index",
                "its roots are: " + list_of(settings.roots));
}

}  // namespace notes
