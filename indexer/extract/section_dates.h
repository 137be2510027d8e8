// SPDX-License-Identifier: GPL-2.0-or-later
// Which of all the dates in and around a note is that of each section.
#pragma once

#include <optional>
#include <vector>

#include "common/section.h"
#include "indexer/extract/own_fields.h"

namespace notes {

struct SectionDate {
  DateSpan span;
  DateSource source = DateSource::line;
};

// One for each entry of the outline: its own, else that of its parent. Of its own the first counts
// in this order: the key `date`; a `Date:` line, or a line near the heading that is a date; the
// heading; file name; folder; `created`, then `published`, as key or line. A month or year gives
// way to a finer date within it.
std::vector<std::optional<SectionDate>> section_dates(const NoteParts& note);

}  // namespace notes
