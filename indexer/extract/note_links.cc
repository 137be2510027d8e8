// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/note_links.h"

#include <algorithm>

#include "common/text/label.h"
#include "common/text/note_name.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxLinkedBytes = 400;

// For "a/b", "../c" gives "a/c"; a target that starts with '/' is relative to the root.
std::string resolved(std::string_view folder, std::string_view target) {
  std::vector<std::string_view> parts;
  const auto walk = [&](std::string_view path) {
    while (!path.empty()) {
      const std::string_view part = take_until(path, '/');
      if (part == ".." && !parts.empty()) parts.pop_back();
      if (!part.empty() && part != "." && part != "..") parts.push_back(part);
    }
  };
  if (!target.starts_with('/')) walk(folder);
  walk(target);
  std::string path;
  for (const std::string_view part : parts) path.append(path.empty() ? "" : "/").append(part);
  return path;
}

bool has_scheme(std::string_view target) {
  return target.starts_with("//") || target.substr(0, target.find('/')).find(':') != target.npos;
}

}  // namespace

std::optional<std::string> linked_path(std::string_view target, std::string_view rel_path) {
  target = target.substr(0, target.find_first_of("#?"));
  if (target.empty() || target.size() > kMaxLinkedBytes || has_scheme(target)) return std::nullopt;
  const std::string decoded = percent_decoded(target);
  const std::string_view name = std::string_view(decoded).substr(decoded.rfind('/') + 1);
  const bool is_other_file = name.find('.') != name.npos && without_note_extension(name) == name &&
                             name != "." && name != "..";
  if (is_other_file) return std::nullopt;
  const std::size_t slash = rel_path.rfind('/');
  return fold_note_path(resolved(slash == rel_path.npos ? "" : rel_path.substr(0, slash), decoded));
}

std::vector<std::string> names_of_note(std::string_view rel_path,
                                       const std::vector<std::string>& titles) {
  constexpr std::size_t kMaxNamesOfNote = 40;
  std::vector<std::string> names{fold_note_path(rel_path)};
  const std::string file = '/' + fold_note_name(rel_path);
  for (const std::string& path : {names.front(), file})
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
      if (slash + 1 < path.size()) names.push_back(path.substr(slash + 1));
  for (const std::string& title : titles) names.push_back('=' + fold_label(title));
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  names.resize(std::min(names.size(), kMaxNamesOfNote));
  return names;
}

}  // namespace notes
