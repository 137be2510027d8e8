// SPDX-License-Identifier: GPL-2.0-or-later
// Finds features in the text of one block: formulas, tasks, images, and a few things in raw HTML.
// Not an HTML parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes {

// What may be a formula: the text between the dollar sign at `open` and the next one on its line.
// Empty if there is none.
std::string_view formula_at(std::string_view text, std::size_t open);

// $$…$$, or $…$ around something that looks like TeX.
bool has_dollar_math(std::string_view paragraph);

// \(…\) or \[…\]. Markdown reads these as escaped brackets, so `source` is the text in the note.
bool has_bracket_math(std::string_view source);

bool is_task(std::string_view item);  // "[ ] …" or "[x] …"

bool is_image_file(std::string_view name);  // "picture.png"

// The number of <details> that a piece of HTML opens but does not close (negative: closes),
// ignoring comments.
int opened_details(std::string_view html);

// The text of the first <h1>…</h1>.
std::optional<std::string> first_html_heading(std::string_view html);

}  // namespace notes
