// SPDX-License-Identifier: GPL-2.0-or-later
// Text output shows the hits of a thread together: the heading once, the best sections under it.
#pragma once

#include <span>
#include <vector>

#include "query/render/renderers.h"
#include "query/search/show/hit.h"

namespace notes {

// Points into the hits it was made from.
struct HitGroup {
  const Hit* best = nullptr;      // the first by rank; never null
  const Hit* heading = nullptr;   // the thread or note itself; null if it is not a hit
  std::vector<const Hit*> below;  // the other hits, by rank
};

// The groups that text output shows: by thread, or each hit on its own. They come in the order of
// their best hits. A hit on a whole note is a group of its own.
std::vector<HitGroup> groups_in_view(std::span<const Hit> hits, const RenderOptions& options);

// The hits in the order of text output, as --open counts them.
std::vector<const Hit*> hits_of(const std::vector<HitGroup>& groups);

// The part of the breadcrumb that names the hit's group: the thread, or the note.
const Crumb& group_crumb(const Hit& hit);

// The written tags that all hits of the group share, in the order of the best hit.
std::vector<std::string> common_tags(const HitGroup& group);

// The tags that the author wrote, without the names found in the text.
std::vector<std::string> written_tags(const Hit& hit);

}  // namespace notes
