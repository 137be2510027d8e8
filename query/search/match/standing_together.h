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

enum class WordOrder : std::uint8_t { as_given, any };

// How words have to stand. With WordOrder::as_given they follow each other without a gap; otherwise
// all of them stand within `window` successive words.
struct Formation {
  std::vector<WordPrint> words;  // two at least
  WordOrder order = WordOrder::as_given;
  std::size_t window = 0;
};

std::vector<WordPrint> prints_of(const std::vector<std::string>& stems);
bool has_any(std::string_view sequence, const std::vector<WordPrint>& prints);
// The words that stand behind the row.
std::set<WordPrint> prints_behind(std::string_view sequence, const std::vector<WordPrint>& row);
bool has_formation(std::string_view sequence, const Formation& formation);

// Sections in whose own text the stems stand so; each counts as it would alone. One stem is itself,
// none matches nothing.
Xapian::Query in_a_row(const std::vector<std::string>& stems);
Xapian::Query near_each_other(const std::vector<std::string>& stems, std::size_t window);
// The same with any of `last_words`, which are stems too, behind the others.
Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words);

}  // namespace notes
