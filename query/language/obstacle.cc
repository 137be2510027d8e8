// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <span>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

std::string typed_text(const ParsedQuery& parsed, const QueryNode& node) {
  const auto [begin, end] = node.typed;
  return begin < end ? parsed.typed.substr(begin, end - begin) : to_query_text(node);
}

bool has_near(const QueryNode& node) {
  return node.kind == NodeKind::near || std::ranges::any_of(node.children, has_near);
}

bool is_plain(const QueryNode& node) {
  const auto is_letter = [](char c) { return ascii::is_letter(c) || !ascii::is_ascii(c); };
  return node.kind == NodeKind::word && std::ranges::all_of(node.text, is_letter);
}

std::string longest_word(std::span<const QueryNode> parts) {
  std::string longest;
  for (const QueryNode& part : parts)
    if (is_plain(part) && code_points_of(part.text).size() > code_points_of(longest).size())
      longest = part.text;
  return longest;
}

ObstacleKind obstacle_of(const QueryNode& part) {
  const std::string& text = part.text;
  if (part.kind == NodeKind::condition || part.kind == NodeKind::exclude)
    return ObstacleKind::narrowing;
  if (part.kind == NodeKind::phrase) return ObstacleKind::quotes;
  if (part.kind == NodeKind::word && text.size() > 1 && text.starts_with('@'))
    return ObstacleKind::saved_search;
  if (part.kind == NodeKind::word && text.ends_with('*')) return ObstacleKind::early_star;
  return ObstacleKind::words;
}

}  // namespace

Obstacle find_obstacle(const ParsedQuery& parsed) {
  if (!parsed.root) return {};
  const QueryNode& root = *parsed.root;
  if (parsed.reading == Reading::filters && root.condition)
    return {ObstacleKind::condition, typed_text(parsed, root), root.condition->field};
  if (parsed.reading == Reading::filters) return {ObstacleKind::conditions};
  if (has_near(root)) return {ObstacleKind::distance};
  if (parsed.reading == Reading::expression) return {ObstacleKind::expression};
  const auto parts = parts_of(root);
  // The kinds come in the order in which they are likely.
  const QueryNode& part = *std::ranges::min_element(parts, {}, obstacle_of);
  const ObstacleKind kind = obstacle_of(part);
  return {kind, kind == ObstacleKind::words ? longest_word(parts) : typed_text(parsed, part)};
}

}  // namespace notes
