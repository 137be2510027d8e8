// SPDX-License-Identifier: GPL-2.0-or-later
// Words that stand in a row or near each other, decided on the word sequence each section keeps
// instead of on position lists.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/document_terms.h"

namespace notes {

using WordPrints = std::vector<WordPrint>;

WordPrints prints_of(const std::vector<std::string>& stems);
bool has_any(std::string_view sequence, const WordPrints& prints);

// Whether the words follow each other without a gap, and what stands behind them.
bool has_row(std::string_view sequence, const WordPrints& words);
std::set<WordPrint> prints_behind(std::string_view sequence, const WordPrints& row);

// Whether all of the words, two at least and none twice, stand within `window` successive ones.
bool has_window(std::string_view sequence, const WordPrints& words, std::size_t window);

// Sections in whose own text the stems stand so; each counts as it would alone. One stem is itself,
// none matches nothing.
Xapian::Query in_a_row(const std::vector<std::string>& stems);
Xapian::Query near_each_other(std::vector<std::string> stems, std::size_t window);
// In a row with any of `last_words`, which are stems too, behind the others.
Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words);

}  // namespace notes
