// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/search_command.h"

#include "query/language/query_parser.h"
#include "query/search/search.h"

namespace notes {
namespace {

std::string remark_on_gone(std::size_t count) {
  if (count == 1) return "1 section is left out: its note cannot be found";
  return std::to_string(count) + " sections are left out: their notes cannot be found";
}

}  // namespace

// Adds the conditions to the tree, not to the text: an OR or an open quote in the query must not
// swallow them.
ParsedQuery parse_command(const SearchCommand& command) {
  ParsedQuery parsed = parse_query(command.query, command.today, command.typing);
  parsed.synonyms = command.synonyms;
  if (command.conditions.empty()) return parsed;
  QueryNode both;
  both.kind = NodeKind::all;
  if (parsed.root && parsed.root->kind == NodeKind::all)
    both.children = std::move(parsed.root->children);
  else if (parsed.root)
    both.children.push_back(std::move(*parsed.root));
  for (const std::string& condition : command.conditions)
    if (auto extra = parse_query(condition, command.today, Typing::finished); extra.root) {
      extra.root->typed = {};  // not in the query
      both.children.push_back(std::move(*extra.root));
    }
  parsed.root = both.children.size() == 1 ? std::move(both.children.front()) : std::move(both);
  return parsed;
}

SearchResult run_search(const SearchCommand& command) {
  const ParsedQuery parsed = parse_command(command);
  return fresh_result(command,
                      [&] { return search(command.index_directory, parsed, command.request); });
}

SearchResult fresh_result(const SearchCommand& command,
                          const std::function<SearchResult()>& search_index) {
  const Pace pace = command.typing == Typing::partial ? Pace::each_key : Pace::single;
  IndexRefresh refresh(command.index_directory, command.refresh, pace);
  SearchResult result = search_index();
  const bool is_missing = result.hits.empty() || result.has_unknown_word;
  const Doubt doubt = result.stale ? Doubt::stale : is_missing ? Doubt::missing : Doubt::none;
  if (refresh.after_reading(doubt)) result = search_index();
  result.stale = result.stale || refresh.is_behind();
  result.checked_all = refresh.looked_at_all_notes();
  if (result.gone > 0) result.notes_on_query.push_back(remark_on_gone(result.gone));
  if (std::string remark = refresh.remark(); !remark.empty())
    result.notes_on_query.push_back(std::move(remark));
  return result;
}

}  // namespace notes
