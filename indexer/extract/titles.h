// SPDX-License-Identifier: GPL-2.0-or-later
// Titles as people read them: from the inlines of a heading or from a file's name.
#pragma once

#include <string>
#include <string_view>

namespace notes {

inline constexpr std::size_t kMaxTitleBytes = 512;  // every section below repeats it

// Blanks collapsed, `[[page|shown]]` as shown, marks of strikethrough and highlighting removed,
// valid UTF-8 of at most kMaxTitleBytes.
std::string clean_title(std::string_view text);

// "2018-02-21-some-paper.md" gives "some paper", "AI___Is it%3F.md" of Logseq "AI/Is it?"; of a
// dotted hierarchy the last part.
std::string title_of_file_name(std::string_view rel_path);

// The same, but a README or index is called after the folder that it stands for.
std::string title_of_path(std::string_view root_path, std::string_view rel_path);

// The whole name without extension, as words: "cli cmd diff".
std::string words_of_file_name(std::string_view rel_path);

// Ends in a question mark of any width, perhaps with closing marks after it.
bool is_question(std::string_view title);

}  // namespace notes
