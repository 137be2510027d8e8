// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the words and phrases of a query in a text, by the same rules as the search.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "query/search/words/query_words.h"

namespace notes {

struct WordMark {
  std::uint32_t begin_byte = 0;  // in the text
  std::uint32_t end_byte = 0;
  std::uint32_t word = 0;  // index among the query words
  bool exact = false;      // as written in the query, not only with the same stem
};

// `terms` are the terms of `text`. Sorted by begin_byte; marks of different words may overlap.
std::vector<WordMark> find_words(std::string_view text, std::span<const Term> terms,
                                 const std::vector<QueryWord>& words);

}  // namespace notes
