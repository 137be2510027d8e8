// SPDX-License-Identifier: GPL-2.0-or-later
// Where a note keeps its dates: lines, headings, paths and front matter. Each place has its own
// rule for when a text is a date and not merely about one. Times of files are never asked.
#pragma once

#include <optional>
#include <string_view>

#include "common/day.h"

namespace notes {

// A line of text without its markup, of which at least 60 % is a date.
std::optional<DateSpan> date_of_line(std::string_view line);

// `Date: 2024-02-13`, `date:: [[2024/02/13]]`, `Start Date: …` and the word in other languages.
std::optional<DateSpan> date_of_labelled_line(std::string_view line);

// A heading that is mostly a date, not counting parentheses, or that has one in parentheses.
std::optional<DateSpan> date_of_heading(std::string_view title);

// A value of front matter: also seconds or milliseconds since 1970, or a year alone.
std::optional<DateSpan> date_of_value(std::string_view value);

std::optional<DateSpan> date_of_file_name(std::string_view rel_path);
std::optional<DateSpan> date_of_folders(std::string_view rel_path);  // the innermost that has one

}  // namespace notes
