// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/hit_group.h"

#include <algorithm>
#include <map>
#include <utility>

namespace notes {
namespace {

bool is_whole_note(const Hit& hit) {
  return hit.section.breadcrumb.size() < 2;
}

void add_to_group(HitGroup& group, const Hit& hit) {
  if (group.best == nullptr) group.best = &hit;
  if (hit.section.breadcrumb.size() <= 2 && group.heading == nullptr) {
    group.heading = &hit;
  } else {
    group.below.push_back(&hit);
  }
}

}  // namespace

const Crumb& group_crumb(const Hit& hit) {
  return hit.section.breadcrumb[is_whole_note(hit) ? 0 : 1];
}

std::vector<HitGroup> groups_in_view(std::span<const Hit> hits, const RenderOptions& options) {
  std::vector<HitGroup> groups;
  std::map<std::pair<std::string_view, std::uint32_t>, std::size_t> places;
  for (const Hit& hit : hits) {
    const std::uint32_t line = is_whole_note(hit) ? 0 : group_crumb(hit).line;
    const auto [place, is_new] = places.try_emplace({hit.path, line}, groups.size());
    const bool is_apart = is_new || options.grouping == Grouping::none;
    if (is_apart) groups.emplace_back();
    add_to_group(is_apart ? groups.back() : groups[place->second], hit);
  }
  return groups;
}

std::vector<const Hit*> hits_of(const std::vector<HitGroup>& groups) {
  std::vector<const Hit*> hits;
  for (const HitGroup& group : groups) {
    if (group.heading != nullptr) hits.push_back(group.heading);
    hits.insert(hits.end(), group.below.begin(), group.below.end());
  }
  return hits;
}

std::vector<std::string> written_tags(const Hit& hit) {
  std::vector<std::string> names;
  for (const Tag& tag : hit.section.tags) {
    if (tag.source == TagSource::tag) names.push_back(tag.name);
  }
  return names;
}

std::vector<std::string> common_tags(const HitGroup& group) {
  std::vector<std::string> names = written_tags(*group.best);
  for (const Hit* hit : hits_of({group})) {
    const std::vector<std::string> own = written_tags(*hit);
    std::erase_if(
        names, [&](const std::string& name) { return std::ranges::find(own, name) == own.end(); });
  }
  return names;
}

}  // namespace notes
