// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/search_command.h"

#include <algorithm>
#include <chrono>
#include <unistd.h>

#include "common/index/freshness.h"
#include "query/language/query_parser.h"
#include "query/search/index_reader.h"
#include "query/search/search.h"

namespace notes {
namespace {

using std::chrono::milliseconds;

// What somebody who types a query will wait for an index to catch up.
constexpr milliseconds kShortPatience{1'000};
constexpr milliseconds kLongPatience{600'000};

bool any_stale(const SearchResult& result) {
  return std::ranges::any_of(result.hits, &Hit::stale);
}

bool exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

std::string_view remark_on(RefreshResult refreshed) {
  switch (refreshed) {
    case RefreshResult::done:
      return "";
    case RefreshResult::busy:
      return "notes changed, and another process is writing the index: results may be old";
    case RefreshResult::impossible:
      return "notes changed, and the index could not be brought up to date: run notes-index to see "
             "why";
    case RefreshResult::timed_out:
      return "notes changed, and indexing them goes on in the background: results may be old";
  }
  return "";
}

// Conditions of options are joined to the tree, not to the text: an OR or an open quote in the
// query must not swallow them.
ParsedQuery parse_command(const SearchCommand& command) {
  ParsedQuery parsed = parse_query(command.query, command.today);
  if (command.conditions.empty()) return parsed;
  QueryNode both;
  both.kind = NodeKind::all;
  if (parsed.root && parsed.root->kind == NodeKind::all)
    both.children = std::move(parsed.root->children);
  else if (parsed.root)
    both.children.push_back(std::move(*parsed.root));
  for (const std::string& condition : command.conditions)
    if (auto extra = parse_query(condition, command.today); extra.root)
      both.children.push_back(std::move(*extra.root));
  parsed.root = both.children.size() == 1 ? std::move(both.children.front()) : std::move(both);
  return parsed;
}

class FreshSearch {
 public:
  explicit FreshSearch(const SearchCommand& command)
      : command_(command), parsed_(parse_command(command)) {}

  SearchResult run() {
    if (must_refresh_first()) refresh();
    SearchResult result = search_index();
    if (any_stale(result) && command_.refresh != RefreshMode::never && !refreshed_) {
      refresh();
      result = search_index();
    }
    finish(result);
    return result;
  }

 private:
  bool must_refresh_first() const {
    if (command_.refresh == RefreshMode::automatic)
      return with_index(command_.index_directory, notes_changed);
    return command_.refresh == RefreshMode::always;
  }

  void refresh() {
    const bool wait = command_.refresh == RefreshMode::always;
    const auto result =
        refresh_index(command_.index_directory, wait ? kLongPatience : kShortPatience);
    refreshed_ = true;
    behind_ = result != RefreshResult::done;
    remark_ = remark_on(result);
  }

  SearchResult search_index() const {
    return search(command_.index_directory, parsed_, command_.request);
  }

  void finish(SearchResult& result) const {
    std::erase_if(result.hits, [](const Hit& hit) { return hit.stale && !exists(hit.path); });
    result.stale = behind_ || any_stale(result);
    if (!remark_.empty()) result.notes_on_query.push_back(remark_);
  }

  const SearchCommand& command_;
  ParsedQuery parsed_;
  bool refreshed_ = false;
  bool behind_ = false;
  std::string remark_;
};

}  // namespace

SearchResult run_search(const SearchCommand& command) {
  return FreshSearch(command).run();
}

}  // namespace notes
