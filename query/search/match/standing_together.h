// SPDX-License-Identifier: GPL-2.0-or-later
// Finds words in a row or near each other, using the word sequence stored for each section instead
// of position lists.
#pragma once

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

// Finds words that follow each other directly, and what comes after them.
bool has_row(std::string_view sequence, const WordPrints& words);
std::set<WordPrint> prints_behind(std::string_view sequence, const WordPrints& row);

// Whether all of these words (at least two, all different) are within `window` successive words.
bool has_window(std::string_view sequence, const WordPrints& words, std::size_t window);

// Sections whose own text has the stems like that; they are weighted as single words. One stem
// matches as a plain word, and none matches nothing. If there are `last_words` (also stems), a word
// that looks like one of them follows the row.
Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words = {});
Xapian::Query near_each_other(std::vector<std::string> stems, std::size_t window);

}  // namespace notes
