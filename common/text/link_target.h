// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the targets of Markdown links on one line: `(address "title")` behind a link text and
// `[label]: address "title"`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace notes {

struct LinkTarget {
  std::string_view address;  // a part of the text, without angle brackets
  std::size_t end = 0;       // behind the target, closing parenthesis included
};

// The target that opens with the parenthesis at `at`; `text` ends with the line. Nothing when it
// does not close on the line, or nests more than eight parentheses.
std::optional<LinkTarget> read_inline_target(std::string_view text, std::size_t at);

// The target of the reference definition that the line [line_begin, end of text) is. Nothing for
// any other line, footnotes included.
std::optional<LinkTarget> read_definition(std::string_view text, std::size_t line_begin);

// Where the footnote mark `[^label]` that begins at `at` ends; nothing for anything else.
std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at);

}  // namespace notes
