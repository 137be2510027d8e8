// SPDX-License-Identifier: GPL-2.0-or-later
// When the sections of a note are dated. Each kind of place has its own rule, so that a date which
// is merely mentioned dates nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "indexer/extract/own_fields.h"

namespace notes {

// Gives each section, one for each entry of the outline, its own date, else that of its parent. Its
// own date is the first of: the key `date`; a `Date:` line, or a line near the heading that is a
// date; the heading; file name; folder; `created`, then `published`, as key or line. A month or
// year gives way to a finer date within it.
void add_dates(const NoteParts& note, std::vector<ExtractedSection>& sections);

// A line that is hardly more than a date. If it lacks its year, `around` has it.
constexpr std::size_t kFewWords = 2;
std::optional<DateSpan> date_of_line(std::string_view line,
                                     const std::optional<DateSpan>& around = {},
                                     std::size_t most_other_words = kFewWords);

// A value of front matter: also seconds or milliseconds since 1970, or a year alone.
std::optional<DateSpan> date_of_value(std::string_view value);

}  // namespace notes
