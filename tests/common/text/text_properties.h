// SPDX-License-Identifier: GPL-2.0-or-later
// What holds for the terms of any text, whatever its bytes. Shared by tests and the fuzzer.
#pragma once

#include <cstdint>
#include <span>

#include "common/text/analyzer.h"

namespace notes::testing {

inline bool is_well_formed(const Term& term) {
  return !term.stem.empty() && !term.exact.empty() && term.begin_byte < term.end_byte &&
         term.stem.size() <= kMaxTermBytes && term.exact.size() <= kMaxTermBytes;
}

// Exactly one word opens every position, the other roles follow in their order, and no term is
// empty or too long.
inline bool are_in_order(std::span<const Term> terms) {
  std::uint32_t next_position = 0;
  TermRole last_role = TermRole::word;
  for (const Term& term : terms) {
    if (!is_well_formed(term)) return false;
    if (term.role == TermRole::word) {
      if (term.position != next_position++) return false;
    } else if (term.position + 1 != next_position || term.role < last_role) {
      return false;
    }
    last_role = term.role;
  }
  return true;
}

}  // namespace notes::testing
