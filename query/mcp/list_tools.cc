// SPDX-License-Identifier: GPL-2.0-or-later
// The tools that list things: the outline of a note, tags, what the index holds.
#include <algorithm>
#include <array>
#include <ctime>
#include <numeric>

#include "common/error.h"
#include "common/index/open_index.h"
#include "common/text/label.h"
#include "common/text/printable.h"
#include "query/fresh/fresh_reading.h"
#include "query/mcp/mcp.h"
#include "query/render/shown_text.h"

namespace notes::mcp {
namespace {

constexpr std::size_t kListedTitleBytes = 120;
constexpr std::size_t kPathBytes = 200;

std::size_t depth_of(const Section& section) {
  return section.breadcrumb.size() - 1;
}

Json json_of(const Section& section) {
  Json json = {{"id", section.id},
               {"depth", depth_of(section)},
               {"lines", {section.heading_line(), section.last_line_below}},
               {"title", shortened(section.title(), kListedTitleBytes)}};
  if (section.date) json["date"] = shown_date(*section.date);
  return json;
}

// Indexes into `sections`, upper levels first.
std::vector<std::size_t> by_depth(const std::vector<Section>& sections) {
  std::vector<std::size_t> order(sections.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return depth_of(sections[i]); });
  return order;
}

Json outline_answer(const NoteOutline& outline, std::vector<std::size_t> shown,
                    const std::string& hint) {
  Json json = {{"path", outline.path}, {"sections", Json::array()}};
  std::ranges::sort(shown);
  for (const std::size_t i : shown) json["sections"].push_back(json_of(outline.sections[i]));
  const std::size_t left_out = outline.sections.size() - shown.size();
  json["linked_from"] = outline.linked_from;
  json["left_out"] = left_out;
  if (left_out > 0) json["hint"] = hint;
  json["stale"] = outline.stale;
  return json;
}

// Tags come before names.
std::vector<Json> tags_with(const std::string& prefix, const FacetCounts& counts) {
  const std::string folded = fold_label(prefix);
  std::vector<Json> tags;
  for (const Facet& facet : counts.facets)
    for (const ValueCount& value : facet.values)
      if (fold_label(value.value).starts_with(folded))
        tags.push_back({{"name", shortened(value.value, kListedTitleBytes)},
                        {"count", value.count},
                        {"source", facet.name == kNamesFacet ? "name" : "tag"}});
  return tags;
}

Json tags_answer(std::span<const Json> tags, std::size_t shown) {
  const std::size_t left_out = tags.size() - shown;
  Json json = {{"tags", tags.first(shown)}, {"left_out", left_out}};
  if (tags.empty())
    json["hint"] = "no matching section has such a tag: try a shorter prefix or another query";
  else if (left_out > 0)
    json["hint"] = std::to_string(left_out) +
                   " left out: show them with a prefix, a query, or a higher limit or max_tokens";
  return json;
}

// A root or an unread place: the member that lists it, and its path.
using Place = std::pair<const char*, std::string>;

std::vector<Place> places_of(const IndexSettings& settings) {
  std::vector<Place> places;
  for (const Root& root : settings.roots) places.emplace_back("roots", root.path);
  for (const Diagnostic& one : settings.unread) places.emplace_back("unread", one.path);
  return places;
}

}  // namespace

Json outline_note(const Json& arguments, Workspace& workspace) {
  const std::string path = arguments["path"];
  const NoteOutline outline = read_fresh_outline(workspace.refresh, path);
  if (outline.sections.empty())
    throw Error(ExitCode::nothing_found, "the index has no note " + shortened(path, kPathBytes),
                "search_notes finds notes, index_status lists the indexed folders");
  const std::vector<std::size_t> order = by_depth(outline.sections);
  const std::size_t whole = tokens_of(text_of(outline_answer(outline, order, "")).size());
  const std::string hint = "show them with max_tokens " + std::to_string(whole);
  return fitted(order.size(), max_bytes(arguments), [&](std::size_t count) {
    return outline_answer(
        outline, {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count)}, hint);
  });
}

Json list_tags(const Json& arguments, Workspace& workspace) {
  constexpr std::array<std::string_view, 2> kLabels{kTagsFacet, kNamesFacet};
  SearchRequest request = workspace.search;
  request.query = with_saved_searches(arguments.value("query", ""), workspace.saved_searches);
  const FacetCounts counts = count_fresh_facets(workspace.refresh, request, kLabels);
  const auto tags = tags_with(arguments.value("prefix", ""), counts);
  const std::size_t limit = arguments["limit"];
  return fitted(std::min(limit, tags.size()), max_bytes(arguments),
                [&](std::size_t shown) { return tags_answer(tags, shown); });
}

Json index_status(const Json& /*arguments*/, Workspace& workspace) {
  constexpr std::size_t kMaxBytes = 8000;
  std::vector<Place> places;
  const auto read = [&](const OpenIndex& index) -> Json {
    places = places_of(index.settings);
    const std::int64_t age = std::time(nullptr) - index.settings.last_run.finished_at;
    return {{"index", workspace.search.index_directory},
            {"roots", Json::array()},
            {"notes", index.settings.note_count},
            {"sections", index.database.get_doccount()},
            {"schema", index.settings.schema},
            {"age_seconds", std::max<std::int64_t>(age, 0)},
            {"unread", Json::array()}};
  };
  // Doubt makes the refresh check every note: the question is whether the index is up to date.
  const Json facts = workspace.refresh.read(read, [](const Json&) { return Doubt::missing; });
  return fitted(places.size(), kMaxBytes, [&](std::size_t count) {
    Json json = facts;
    for (const auto& [member, path] : std::span(places).first(count))
      json[member].push_back(shortened(path, kPathBytes));
    json["left_out"] = places.size() - count;
    json["stale"] = workspace.refresh.is_behind();
    const std::string remark = shortened(workspace.refresh.remark(), kPathBytes);
    if (!remark.empty()) json["remark"] = remark;
    return json;
  });
}

}  // namespace notes::mcp
