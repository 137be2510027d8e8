// SPDX-License-Identifier: GPL-2.0-or-later
// Titles as people read them: from the text of a heading or the name of a file.
#pragma once

#include <string>
#include <string_view>

#include "common/text/reading.h"

namespace notes {

inline constexpr std::size_t kMaxTitleBytes = 512;  // every section below repeats it

// Collapses blanks, replaces `[[page|shown]]` by its shown text, and removes marks of strikethrough
// and highlighting. The result is valid UTF-8 of at most kMaxTitleBytes.
std::string clean_title(std::string_view text);

// The clean title of a heading as shown; if it has only images, of their alternative texts.
std::string title_of_heading(const TextReading& reading, std::size_t block);

// "2018-02-21-some-paper.md" gives "some paper", and Logseq's "AI___Is it%3F.md" gives "AI/Is it?".
// A dotted hierarchy gives its last part. A README or index is named after its folder.
std::string title_of_path(std::string_view root_path, std::string_view rel_path);

// The whole name without extension, as words: "cli cmd diff".
std::string words_of_file_name(std::string_view rel_path);

// Ends with a question mark of any width, perhaps followed by closing marks.
bool is_question(std::string_view title);

}  // namespace notes
