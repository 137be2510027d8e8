// SPDX-License-Identifier: GPL-2.0-or-later
// What the text of one paragraph tells about itself beyond its words.
#pragma once

#include <string_view>

namespace notes {

// $$…$$, or $…$ around something that looks like TeX.
bool has_dollar_math(std::string_view paragraph);

// \(…\) or \[…\], which Markdown takes for escaped brackets: asked of the note's own lines.
bool has_bracket_math(std::string_view source);

bool is_task(std::string_view item);  // "[ ] …" or "[x] …"

// ![[picture.png]]
bool has_embedded_image(std::string_view paragraph);

}  // namespace notes
