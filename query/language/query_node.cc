// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_node.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace notes {
namespace {

QueryNode parent_of(NodeKind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.typed = {children.front().typed.begin, children.back().typed.end};
  for (QueryNode& child : children) {
    if (child.kind == kind)
      std::ranges::move(child.children, std::back_inserter(node.children));
    else
      node.children.push_back(std::move(child));
  }
  return node;
}

}  // namespace

QueryNode all_of(std::vector<QueryNode> children) {
  return parent_of(NodeKind::all, std::move(children));
}

QueryNode any_of(std::vector<QueryNode> children) {
  return parent_of(NodeKind::any, std::move(children));
}

QueryNode near_of(std::vector<QueryNode> words, int distance) {
  QueryNode node = parent_of(NodeKind::near, std::move(words));
  node.distance = distance;
  return node;
}

QueryNode not_of(QueryNode node, std::uint32_t begin) {
  const std::uint32_t end = node.typed.end;
  QueryNode negated;
  if (node.kind == NodeKind::exclude) {
    negated = std::move(node.children.front());
  } else {
    negated.kind = NodeKind::exclude;
    negated.children.push_back(std::move(node));
  }
  negated.typed = {begin, end};
  return negated;
}

std::span<const QueryNode> parts_of(const QueryNode& root) {
  return root.kind == NodeKind::all ? std::span(root.children) : std::span(&root, 1);
}

std::string_view reading_name(Reading reading) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"filters", "words", "sentence", "expression", "similar"});
  return kNames[static_cast<std::size_t>(reading)];
}

}  // namespace notes
