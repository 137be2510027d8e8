// SPDX-License-Identifier: GPL-2.0-or-later
// A matching section, before it is known whether it will be shown. A plain value.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/place.h"
#include "query/search/show/hit.h"

namespace notes {

// What one boost added to a score or took from it.
struct Gain {
  std::string_view boost;
  double score = 0;
};

struct Candidate {
  Xapian::docid docid = 0;
  double score = 0;
  Matched matched = Matched::all;
  Place place = {};
  std::string twin = {};     // the same for the same heading and text; empty without text
  std::string date = {};     // sortable_minute; empty = undated, or not needed
  std::uint32_t others = 0;  // more sections of its group, see --group
  // Whether its title, or its title and own text, have all the words. For a whole title, it has no
  // others.
  bool title_has_all = false;
  bool own_has_all = false;
  bool is_whole_title = false;
  std::vector<Gain> gains = {};  // included in `score`, after the score from the index

  void add(std::string_view boost, double gain) {
    if (gain == 0) return;
    score += gain;
    gains.push_back({boost, gain});
  }
};

inline std::vector<Xapian::docid> docids_of(std::span<const Candidate> candidates) {
  std::vector<Xapian::docid> docids;
  for (const Candidate& candidate : candidates) docids.push_back(candidate.docid);
  return docids;
}

}  // namespace notes
