// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/text_check.h"

#include <algorithm>

#include "common/text/visible_text.h"
#include "query/search/match/query_compiler.h"
#include "query/search/show/note_lines.h"
#include "query/search/show/word_marks.h"

namespace notes {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lower_text(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), lower);
  return lowered;
}

bool matches_a_line(const QueryRegex& pattern, std::string_view text) {
  return std::ranges::any_of(split_lines(text), [&](const ByteRange& line) {
    return pattern.find(text.substr(line.begin, line.end - line.begin)).has_value();
  });
}

bool needs_text(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::phrase:
    case NodeKind::regex:
      return true;
    case NodeKind::exclude:  // the index excludes the words of a phrase well enough
      return is_for_text_alone(node.children.front());
    case NodeKind::all:
    case NodeKind::any:
      return std::ranges::any_of(node.children, needs_text);
    case NodeKind::word:
    case NodeKind::prefix:
    case NodeKind::near:
    case NodeKind::condition:
      return false;
  }
  return false;
}

}  // namespace

TextCheck::TextCheck(const QueryNode& root, CheckedParts parts, Analyzer& analyzer)
    : analyzer_(analyzer) {
  if (root.kind != NodeKind::all) add_top(root, parts);
  if (root.kind == NodeKind::all)
    for (const QueryNode& child : root.children) add_top(child, parts);
}

void TextCheck::add_top(const QueryNode& node, CheckedParts parts) {
  if (!needs_text(node)) return;
  const bool is_condition = node.kind == NodeKind::regex || node.kind == NodeKind::exclude;
  if (parts == CheckedParts::conditions && !is_condition) return;
  checked_.push_back(&node);
  prepare(node);
}

void TextCheck::prepare(const QueryNode& node) {
  for (const QueryNode& child : node.children) prepare(child);
  if (node.kind == NodeKind::regex) patterns_.emplace(&node, QueryRegex(node.text));
  if (node.kind != NodeKind::phrase) return;
  if (is_for_text_alone(node))
    literals_.emplace(&node, lower_text(node.text));
  else
    phrases_.emplace(&node, make_query_word(node, analyzer_));
}

ByteRange TextCheck::find_in_line(std::string_view line) const {
  const std::string lowered = lower_text(line);
  for (const auto& [node, literal] : literals_)
    if (const auto at = lowered.find(literal); at != std::string::npos)
      return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + literal.size())};
  for (const auto& [node, pattern] : patterns_)
    if (const auto match = pattern.find(line); match && match->end > match->begin) return *match;
  return {};
}

bool TextCheck::holds(const QueryNode& node, const Candidate& candidate) {
  const auto child_holds = [&](const QueryNode& child) { return holds(child, candidate); };
  if (node.kind == NodeKind::all) return std::ranges::all_of(node.children, child_holds);
  if (node.kind == NodeKind::any) return std::ranges::any_of(node.children, child_holds);
  if (node.kind == NodeKind::exclude) return !child_holds(node.children.front());
  if (const auto found = literals_.find(&node); found != literals_.end())
    return candidate.lowered.find(found->second) != std::string::npos;
  if (const auto found = patterns_.find(&node); found != patterns_.end())
    return matches_a_line(found->second, candidate.text);
  if (const auto found = phrases_.find(&node); found != phrases_.end()) {
    const auto terms = analyzer_.analyze(candidate.text, visible_ranges(candidate.text));
    return found->second.stems.empty() || !find_words(terms, {found->second}).empty();
  }
  return candidate.found_by_index(node);
}

bool TextCheck::passes(const std::string& text, const FoundByIndex& found_by_index) {
  const Candidate candidate{text, literals_.empty() ? std::string() : lower_text(text),
                            found_by_index};
  return std::ranges::all_of(checked_,
                             [&](const QueryNode* node) { return holds(*node, candidate); });
}

}  // namespace notes
