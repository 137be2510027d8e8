// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/saved_searches.h"

#include <algorithm>
#include <vector>

#include "common/text/ascii.h"
#include "query/language/query_lexer.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

constexpr std::string_view kBlanks = " \t\n";

struct Expansion {
  const SavedSearches& searches;
  std::vector<std::string> open = {};  // the searches being expanded
  std::size_t expanded_bytes = 0;

  std::string expand(std::string_view query) {
    const bool is_alone = query.find_first_of(kBlanks) == query.npos;
    std::string expanded;
    bool is_quoted = false;
    while (!query.empty()) {
      const bool is_blank = kBlanks.find(query.front()) != kBlanks.npos;
      const std::string_view piece = query.substr(
          0, is_blank ? query.find_first_not_of(kBlanks) : query.find_first_of(kBlanks));
      // Nested searches may grow exponentially. Stop here: the parser cuts the query and says so.
      if (expanded_bytes > kLongestQuery) return expanded.append(query);
      if (is_quoted || !expand_name(piece, is_alone, expanded)) {
        expanded += piece;
        expanded_bytes += piece.size();
      }
      if (std::ranges::count(piece, '"') % 2 != 0) is_quoted = !is_quoted;
      query.remove_prefix(piece.size());
    }
    return expanded;
  }

  // False if the piece is no `@name` that can be replaced.
  bool expand_name(std::string_view piece, bool is_alone, std::string& expanded) {
    const bool has_minus = piece.starts_with('-');
    const std::string_view at = piece.substr(has_minus ? 1 : 0);
    const auto found = at.starts_with('@') ? searches.find(at.substr(1)) : searches.end();
    if (found == searches.end() || std::ranges::find(open, found->first) != open.end())
      return false;
    open.push_back(found->first);
    const std::string search = expand(found->second);
    open.pop_back();
    const bool is_plain =
        !has_minus &&
        (is_alone || parse_query(search, CivilDay{1970, 1, 1}).reading != Reading::expression);
    expanded += is_plain ? search : (has_minus ? "-(" : "(") + search + ")";
    return true;
  }
};

}  // namespace

bool is_search_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return ascii::is_alphanumeric(c) || c == '-' || c == '_';
  });
}

std::string with_saved_searches(std::string_view query, const SavedSearches& searches) {
  return searches.empty() ? std::string(query) : Expansion{searches}.expand(query);
}

std::string with_whole_search_name(std::string query, const SavedSearches& searches) {
  const std::size_t begin = query.find_last_of(kBlanks) + 1;
  std::string_view word = std::string_view(query).substr(begin);
  if (word.starts_with('-')) word.remove_prefix(1);
  if (!word.starts_with('@')) return query;
  word.remove_prefix(1);
  const auto found = searches.lower_bound(word);
  if (found == searches.end() || !found->first.starts_with(word)) return query;
  return query + found->first.substr(word.size());
}

}  // namespace notes
