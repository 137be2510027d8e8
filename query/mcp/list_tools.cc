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

struct CountedTag {
  ValueCount value;
  bool is_name = false;
};

// Tags come before names.
std::vector<CountedTag> tags_with(const std::string& prefix, const FacetCounts& counts) {
  const std::string folded = fold_label(prefix);
  std::vector<CountedTag> tags;
  for (const Facet& facet : counts.facets)
    for (const ValueCount& value : facet.values)
      if (fold_label(value.value).starts_with(folded))
        tags.push_back({value, facet.name == kNamesFacet});
  return tags;
}

Json tags_answer(std::span<const CountedTag> tags, std::size_t shown) {
  Json json = {{"tags", Json::array()}, {"left_out", tags.size() - shown}};
  for (const CountedTag& tag : tags.first(shown))
    json["tags"].push_back({{"name", shortened(tag.value.value, kListedTitleBytes)},
                            {"count", tag.value.count},
                            {"source", tag.is_name ? "name" : "tag"}});
  if (tags.empty())
    json["hint"] = "no matching section has such a tag: try a shorter prefix or another query";
  else if (shown < tags.size())
    json["hint"] = std::to_string(tags.size() - shown) +
                   " left out: show them with a prefix, a query, or a higher limit or max_tokens";
  return json;
}

struct IndexFacts {
  IndexSettings settings;
  std::uint64_t sections = 0;
};

Json status_answer(const IndexFacts& facts, const Workspace& workspace, std::size_t places) {
  const IndexSettings& settings = facts.settings;
  const std::int64_t age = std::time(nullptr) - settings.last_run.finished_at;
  Json json = {{"index", workspace.search.index_directory},
               {"roots", Json::array()},
               {"notes", settings.note_count},
               {"sections", facts.sections},
               {"schema", settings.schema},
               {"age_seconds", std::max<std::int64_t>(age, 0)},
               {"unread", Json::array()}};
  for (std::size_t i = 0; i < places; ++i) {
    const bool is_root = i < settings.roots.size();
    const std::string& path =
        is_root ? settings.roots[i].path : settings.unread[i - settings.roots.size()].path;
    json[is_root ? "roots" : "unread"].push_back(shortened(path, kPathBytes));
  }
  json["left_out"] = settings.roots.size() + settings.unread.size() - places;
  json["stale"] = workspace.refresh.is_behind();
  const std::string remark = shortened(workspace.refresh.remark(), kPathBytes);
  if (!remark.empty()) json["remark"] = remark;
  return json;
}

}  // namespace

Json outline_note(const Json& arguments, Workspace& workspace) {
  const std::string path = arguments["path"];
  const NoteOutline outline = read_fresh_outline(workspace.refresh, path);
  if (outline.sections.empty())
    throw Error(ExitCode::nothing_found, "the index has no note " + shortened(path, kPathBytes),
                "search_notes finds notes, index_status lists the indexed folders");
  const std::vector<std::size_t> order = by_depth(outline.sections);
  const std::size_t whole = tokens_of(one_line(outline_answer(outline, order, "")).size());
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
  const auto read = [](const OpenIndex& index) {
    return IndexFacts{index.settings, index.database.get_doccount()};
  };
  // Doubt makes the refresh check every note: the question is whether the index is up to date.
  const IndexFacts facts =
      workspace.refresh.read(read, [](const IndexFacts&) { return Doubt::missing; });
  constexpr std::size_t kMaxBytes = 8000;
  return fitted(facts.settings.roots.size() + facts.settings.unread.size(), kMaxBytes,
                [&](std::size_t places) { return status_answer(facts, workspace, places); });
}

}  // namespace notes::mcp
