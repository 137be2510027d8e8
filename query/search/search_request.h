// SPDX-License-Identifier: GPL-2.0-or-later
// What a search is asked for, beside the parsed query.
#pragma once

#include <cstdint>

#include "common/day.h"

namespace notes {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

// tiers: full matches first, others announced; strict: full matches only; any: all by evidence.
enum class Strictness : std::uint8_t { tiers, strict, any };

// together: all sections, those of a thread together in text; thread, note: the best section of
// each stands for the others; none: all sections, by rank.
enum class Grouping : std::uint8_t { together, thread, note, none };

struct SearchRequest {
  int limit = 10;
  int offset = 0;
  Grouping grouping = Grouping::together;
  int recency_days = 0;  // half-life of what a recent date adds; 0 = dates do not count
  CivilDay today;        // that ages are counted from
  SortOrder sort = SortOrder::relevance;
  Strictness strictness = Strictness::tiers;
  bool explain = false;
  // People read full matches first: with three or more of them the others are only counted.
  bool full_matches_suffice = false;
  int context_lines = 0;  // further lines around each matching line
};

}  // namespace notes
