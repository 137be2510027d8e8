// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for the terms of any text, whatever its bytes. Shared by tests and the fuzzer.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "common/text/analyzer.h"

namespace notes::testing {

inline bool are_ascending(const std::vector<ByteRange>& ranges, std::size_t size) {
  std::uint32_t end = 0;
  for (const ByteRange range : ranges) {
    if (range.begin < end || range.end <= range.begin || range.end > size) return false;
    end = range.end;
  }
  return true;
}

inline bool stands_in_one_range(const Term& term, const std::vector<ByteRange>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(), [&term](ByteRange range) {
    return range.begin <= term.begin_byte && term.end_byte <= range.end;
  });
}

inline bool is_well_formed(const Term& term) {
  return !term.stem.empty() && !term.exact.empty() && term.begin_byte < term.end_byte &&
         term.stem.size() <= kMaxTermBytes && term.exact.size() <= kMaxTermBytes;
}

// Exactly one word opens every position, and the other roles follow in their order.
inline bool are_in_order(std::span<const Term> terms) {
  std::uint32_t next_position = 0;
  TermRole last_role = TermRole::word;
  for (const Term& term : terms) {
    if (term.role == TermRole::word) {
      if (term.position != next_position++) return false;
    } else if (term.position + 1 != next_position || term.role < last_role) {
      return false;
    }
    last_role = term.role;
  }
  return true;
}

inline bool stand_inside(std::span<const Term> terms, const std::vector<ByteRange>& ranges) {
  return std::ranges::all_of(terms, [&ranges](const Term& term) {
    return is_well_formed(term) && stands_in_one_range(term, ranges);
  });
}

}  // namespace notes::testing
