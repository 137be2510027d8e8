// SPDX-License-Identifier: GPL-2.0-or-later
// What the text of one block says apart from its words: formulas, tasks, images, and the
// few things worth knowing about raw HTML. Not an HTML parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes {

// $$…$$, or $…$ around something that looks like TeX.
bool has_dollar_math(std::string_view paragraph);

// \(…\) or \[…\], which Markdown takes for escaped brackets: `source` is as the note has it.
bool has_bracket_math(std::string_view source);

bool is_task(std::string_view item);  // "[ ] …" or "[x] …"

bool is_image_file(std::string_view name);  // "picture.png"

// How many <details> a piece of HTML leaves open (negative: closes), not counting comments.
int opened_details(std::string_view html);

// The text of the first <h1>…</h1>.
std::optional<std::string> first_html_heading(std::string_view html);

}  // namespace notes
