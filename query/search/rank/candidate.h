// SPDX-License-Identifier: GPL-2.0-or-later
// A matching section before it is known whether it will be shown: all by value, no document read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/index/place.h"
#include "query/search/show/hit.h"

namespace notes {

struct Candidate {
  Xapian::docid docid = 0;
  double score = 0;
  Matched matched = Matched::all;
  std::uint32_t block = 0;  // ascending: see block_size
  Place place;
  std::string twin;  // equal for sections with the same heading and text; empty for empty bodies
  std::string date = {};         // sortable_minute; empty = undated
  double gained_by_context = 0;  // of the score, see note_context.h
  double gained_by_title = 0;    // of the score, when its title is what was typed
  double lost_by_age = 0;        // of the score, under --recency
  std::uint32_t others = 0;      // of its group, see --group
};

struct RankedDocument {
  Xapian::docid docid = 0;
  double score = 0;
};

// In the order given.
std::vector<Candidate> make_candidates(const Xapian::Database& database,
                                       const std::vector<RankedDocument>& documents,
                                       Matched matched);

}  // namespace notes
