// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "query/fresh/fresh_reading.h"
#include "query/mcp/mcp.h"
#include "query/render/renderers.h"
#include "query/render/shown_text.h"

namespace notes::mcp {
namespace {

// Whatever they contain, ten hits take at most 1,200 tokens.
constexpr std::size_t kHitTokens = 120;
constexpr std::size_t kLeastTokens = 400;
constexpr std::size_t kHitBytes = 440;
constexpr std::size_t kTitleBytes = 64;
constexpr std::size_t kLeastLineBytes = 60;
constexpr std::size_t kRemarkBytes = 160;
constexpr std::size_t kMostRemarks = 3;
constexpr std::size_t kMostTwins = 2;

std::optional<std::string> text_in(const Json& arguments, const char* name) {
  return arguments.contains(name) ? std::optional<std::string>(arguments[name]) : std::nullopt;
}

SearchRequest request_of(const Json& arguments, const Workspace& workspace) {
  SearchRequest request = workspace.search;
  request.query = with_saved_searches(arguments.value("query", ""), workspace.saved_searches);
  request.limit = arguments["limit"];
  request.offset = arguments["offset"];
  if (arguments["sort"] == "newest") request.sort = SortOrder::newest;
  if (arguments["sort"] == "oldest") request.sort = SortOrder::oldest;
  NamedConditions named{text_in(arguments, "level"),
                        text_in(arguments, "after"),
                        text_in(arguments, "before"),
                        arguments.value("tag", std::vector<std::string>()),
                        {}};
  if (arguments.contains("path")) named.paths = {arguments["path"]};
  request.conditions = condition_texts(named, "");
  return request;
}

// The best line, cut if it must be, and other lines that fit whole, in the order of the note.
Json snippet_of(const Hit& hit, std::size_t room) {
  std::vector<Json> lines;
  const auto add = [&](const Snippet& snippet, bool is_best) {
    Json line = {{"line", snippet.place.line}, {"text", shortened(snippet.plain.text, kHitBytes)}};
    std::size_t size = one_line(line).size() + 1;
    if (size > room && is_best) {
      const std::size_t frame = size - std::min(size, snippet.plain.text.size());
      const std::size_t left = std::max(kLeastLineBytes, room - std::min(room, frame));
      line["text"] = shortened(snippet.plain.text, left);
      size = room;
    }
    if (size > room) return;
    room -= size;
    lines.push_back(std::move(line));
  };
  if (!hit.snippets.empty()) add(hit.snippets[hit.best_snippet], true);
  for (std::size_t i = 0; i < hit.snippets.size(); ++i)
    if (i != hit.best_snippet) add(hit.snippets[i], false);
  std::ranges::sort(lines, {}, [](const Json& line) { return line["line"].get<int>(); });
  return lines;
}

Json json_of(const Hit& hit) {
  const Section& section = hit.section;
  Json json = {{"id", section.id},
               {"path", hit.path},
               {"line", hit.place.line},
               {"lines", {section.heading_line(), section.last_line_below}},
               {"breadcrumb", Json::array()}};
  for (const Crumb& crumb : section.breadcrumb)
    json["breadcrumb"].push_back(shortened(crumb.title, kTitleBytes));
  if (section.date) json["date"] = shown_date(*section.date);
  json["matched"] = matched_name(hit.matched);
  json["snippet"] = Json::array();
  for (std::size_t i = 0; i < std::min(kMostTwins, hit.twins.size()); ++i)
    json["also_at"].push_back(hit.twins[i].path + ":" + std::to_string(hit.twins[i].line));
  const std::size_t taken = one_line(json).size();
  json["snippet"] = snippet_of(hit, kHitBytes - std::min(kHitBytes, taken));
  return json;
}

std::string hint_for_nothing(const SearchResult& result) {
  if (result.total > 0) return "every section that matches comes before this offset";
  if (result.obstacle.kind == ObstacleKind::empty_index) return "the index has no sections yet";
  if (result.obstacle.kind == ObstacleKind::explained) return "no section meets the conditions";
  if (result.obstacle.kind == ObstacleKind::condition)
    return "no section meets this condition: try another value (list_tags lists the tags) or a "
           "wider date range";
  return "no section matches: " + remedy(result.obstacle);
}

Json answer_of(const SearchResult& result, const SearchRequest& request, std::span<const Json> hits,
               std::size_t count) {
  Json json = {{"hits", hits.first(count)}, {"total", result.total}};
  const int next =
      count < hits.size() ? request.offset + static_cast<int>(count) : result.next_offset;
  if (next > 0) json["next_offset"] = next;
  json["relaxed"] = Json::array();
  for (std::size_t i = 0; i < std::min(kMostRemarks, result.notes_on_query.size()); ++i)
    json["relaxed"].push_back(shortened(result.notes_on_query[i], kRemarkBytes));
  if (hits.empty()) json["hint"] = shortened(hint_for_nothing(result), kRemarkBytes);
  json["stale"] = result.stale;
  return json;
}

}  // namespace

Json search_notes(const Json& arguments, Workspace& workspace) {
  const SearchRequest request = request_of(arguments, workspace);
  const SearchResult result = run_search(request, workspace.refresh);
  std::vector<Json> hits;
  for (const Hit& hit : result.hits) hits.push_back(json_of(hit));
  const std::size_t tokens =
      std::max(kLeastTokens, kHitTokens * static_cast<std::size_t>(request.limit));
  return fitted(hits.size(), std::min(max_bytes(arguments), tokens * kBytesPerToken),
                [&](std::size_t count) { return answer_of(result, request, hits, count); });
}

}  // namespace notes::mcp
