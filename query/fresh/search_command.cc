// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fresh/search_command.h"

#include <ctime>

#include "common/date_reader.h"
#include "common/environment.h"
#include "query/fresh/fresh_reading.h"
#include "query/search/search.h"

namespace notes {
namespace {

std::string remark_on_gone(std::size_t count) {
  if (count == 1) return "1 section is left out: its note cannot be found";
  return std::to_string(count) + " sections are left out: their notes cannot be found";
}

CivilDay day_of_the_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

// Puts quotes around a value that the query language would otherwise split.
std::string condition_text(const std::string& name, std::string_view field_name,
                           const std::string& value) {
  std::string text = std::string(field_name) + ":";
  const bool is_quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
  if (is_quoted || value.find_first_of(" \t\n()\"") == value.npos) return text + value;
  if (value.find('"') != value.npos)
    throw Error(ExitCode::failure, name + ": a double quote inside the value: " + value,
                "leave it out");
  return text + "\"" + value + "\"";
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

SearchResult run_search(const SearchCommand& command, IndexRefresh& refresh) {
  const ParsedQuery parsed = parse_command(command);
  return fresh_result(refresh,
                      [&] { return search(command.index_directory, parsed, command.request); });
}

IndexRefresh refresh_for(const SearchCommand& command) {
  const Pace pace = command.typing == Typing::partial ? Pace::each_key : Pace::single;
  return {command.index_directory, command.refresh, pace};
}

SearchResult run_search(const SearchCommand& command) {
  IndexRefresh refresh = refresh_for(command);
  return run_search(command, refresh);
}

SearchResult fresh_result(IndexRefresh& refresh,
                          const std::function<SearchResult()>& search_index) {
  SearchResult result = read_fresh(refresh, search_index, [](const SearchResult& found) {
    const bool is_missing = found.hits.empty() || found.has_unknown_word;
    return found.stale ? Doubt::stale : is_missing ? Doubt::missing : Doubt::none;
  });
  result.stale = result.stale || refresh.is_behind();
  result.checked_all = refresh.looked_at_all_notes();
  if (result.gone > 0) result.notes_on_query.push_back(remark_on_gone(result.gone));
  if (std::string remark = refresh.remark(); !remark.empty())
    result.notes_on_query.push_back(std::move(remark));
  return result;
}

std::vector<std::string> condition_texts(const NamedConditions& named, const std::string& dashes) {
  std::vector<std::string> texts;
  const auto add = [&](const std::string& name, std::string_view field, const std::string& value) {
    texts.push_back(condition_text(dashes + name, field, value));
  };
  if (named.level) add("level", "level", *named.level);
  for (const std::string& tag : named.tags) add("tag", "tag", tag);
  for (const std::string& path : named.paths) add("path", "path", path);
  if (named.after) add("after", "since", *named.after);
  if (named.before) add("before", "before", *named.before);
  return texts;
}

CivilDay today() {
  const auto given = environment("NOTES_TODAY");
  if (!given) return day_of_the_clock();
  const auto day = read_date(*given);
  if (!day || day->precision != DatePrecision::day)
    throw Error(ExitCode::failure, "NOTES_TODAY: '" + *given + "' is not a day",
                "for example NOTES_TODAY=2024-03-01");
  return day_of(day->begin);
}

}  // namespace notes
