// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search_request.h"

#include <ctime>
#include <utility>

#include "common/date_reader.h"
#include "common/environment.h"
#include "common/error.h"

namespace notes {
namespace {

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
ParsedQuery parse_request(const SearchRequest& request) {
  ParsedQuery parsed = parse_query(request.query, request.today, request.typing);
  std::vector<QueryNode> parts;
  if (parsed.root) parts.push_back(std::move(*parsed.root));
  for (const std::string& condition : request.conditions)
    if (auto extra = parse_query(condition, request.today, Typing::finished); extra.root) {
      extra.root->typed = {};  // not in the query
      parts.push_back(std::move(*extra.root));
    }
  if (!parts.empty()) parsed.root = all_of(std::move(parts));
  return parsed;
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
