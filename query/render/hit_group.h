// SPDX-License-Identifier: GPL-2.0-or-later
// Hits of one thread stand together in text output: its heading once, its best sections under it.
#pragma once

#include <span>
#include <vector>

#include "query/render/renderer.h"
#include "query/search/show/hit.h"

namespace notes {

// Points into the hits it was made of.
struct HitGroup {
  const Hit* best = nullptr;      // the first by rank; never null
  const Hit* heading = nullptr;   // the hit on the thread or note itself; null when it is none
  std::vector<const Hit*> below;  // the other hits, by rank
};

// In order of each group's best hit. A hit on a whole note is a group of its own.
std::vector<HitGroup> group_by_thread(std::span<const Hit> hits);

// As the text output shows them: by thread, or each hit a group of its own.
std::vector<HitGroup> groups_in_view(std::span<const Hit> hits, const RenderOptions& options);

// Their hits in the order of the text output, which --open counts.
std::vector<const Hit*> hits_of(const std::vector<HitGroup>& groups);

// The part of the breadcrumb that names the group of the hit: the thread, or the note.
const Crumb& group_crumb(const Hit& hit);

// Tags that somebody wrote on every hit of the group, in the order of its best.
std::vector<std::string> common_tags(const HitGroup& group);

// Tags that somebody wrote, without derived names.
std::vector<std::string> written_tags(const Hit& hit);

}  // namespace notes
