// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/typed_title.h"

#include <algorithm>

namespace notes {
namespace {

// False when the node is more than words and conditions. Each word has a blank on either side.
bool collect_words(const QueryNode& node, std::string& words) {
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::phrase:
      words.append(node.text).append(" ");
      return true;
    case NodeKind::all:
      return std::ranges::all_of(
          node.children, [&](const QueryNode& child) { return collect_words(child, words); });
    case NodeKind::condition:
      return true;
    case NodeKind::exclude:
      return node.children.front().kind == NodeKind::condition;
    case NodeKind::prefix:
    case NodeKind::regex:
    case NodeKind::near:
    case NodeKind::any:
      return false;
  }
  return false;
}

void replace(const Replacement& replacement, std::string& words) {
  const std::string typed = " " + replacement.typed + " ";
  const std::string known = " " + replacement.known + " ";
  for (auto at = words.find(typed); at != std::string::npos;
       at = words.find(typed, at + known.size() - 1))
    words.replace(at, typed.size(), known);
}

}  // namespace

std::optional<std::string> typed_title(const QueryNode& root,
                                       std::span<const Replacement> replacements) {
  std::string words = " ";
  if (!collect_words(root, words)) return std::nullopt;
  for (const Replacement& replacement : replacements)
    if (!replacement.known.empty()) replace(replacement, words);
  return words;
}

}  // namespace notes
