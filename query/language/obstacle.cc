// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/obstacle.h"

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

bool is_narrowing(const QueryNode& node) {
  return node.kind == NodeKind::condition || node.kind == NodeKind::exclude;
}

bool has_near(const QueryNode& node) {
  return node.kind == NodeKind::near || std::ranges::any_of(node.children, has_near);
}

bool is_plain(const QueryNode& node) {
  const auto is_letter = [](char c) {
    return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  return node.kind == NodeKind::word && std::ranges::all_of(node.text, is_letter);
}

std::string longest_word(std::span<const QueryNode> parts) {
  std::string longest;
  for (const QueryNode& part : parts)
    if (is_plain(part) && code_points_of(part.text).size() > code_points_of(longest).size())
      longest = part.text;
  return longest;
}

bool asks_for_saved_search(const QueryNode& node) {
  return node.kind == NodeKind::word && node.text.size() > 1 && node.text.front() == '@';
}

bool has_early_star(const QueryNode& node) {
  return node.kind == NodeKind::word && node.text.ends_with('*');
}

bool is_quoted(const QueryNode& node) {
  return node.kind == NodeKind::phrase;
}

struct Rule {
  ObstacleKind kind;
  bool (*applies_to)(const QueryNode& part);
};

// The first that applies to a part of the query is the obstacle.
constexpr auto kRules = std::to_array<Rule>({
    {ObstacleKind::narrowing, is_narrowing},
    {ObstacleKind::saved_search, asks_for_saved_search},
    {ObstacleKind::early_star, has_early_star},
    {ObstacleKind::quotes, is_quoted},
});

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
  for (const Rule& rule : kRules)
    if (const auto part = std::ranges::find_if(parts, rule.applies_to); part != parts.end())
      return {rule.kind, typed_text(parsed, *part)};
  return {ObstacleKind::words, longest_word(parts)};
}

}  // namespace notes
