// SPDX-License-Identifier: GPL-2.0-or-later
// Where the targets of links, footnote marks and addresses in a text begin and end, and which parts
// of an address are words to a reader. web_address.h knows the parts that the field `url:` needs.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace notes {

struct LinkTarget {
  std::string_view address;  // a part of the text, without angle brackets
  std::size_t end = 0;       // after the target, closing parenthesis included
};

// The target `(address "title")` whose parenthesis is at `at`; `text` ends with the line. Nothing
// if it does not close on the line, or nests more than eight parentheses.
std::optional<LinkTarget> read_inline_target(std::string_view text, std::size_t at);

// The target of the definition `[label]: address "title"` that fills the line [line_begin, end of
// text). Nothing for any other line, footnotes included.
std::optional<LinkTarget> read_definition(std::string_view text, std::size_t line_begin);

// Where the footnote mark `[^label]` that begins at `at` ends; nothing for anything else.
std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at);

// The identifier of a paper in an address of arXiv (without version), DOI or OpenReview. A part of
// `address`.
std::optional<std::string_view> paper_id_in(std::string_view address);

// `next-level` of `imgs/next-level.png?raw=true`. A part of `address`.
std::string_view file_stem_in(std::string_view address);

// Where the address that continues at `from` ends: without the punctuation of its sentence.
std::size_t end_of_address(std::string_view text, std::size_t from);

// Where the `data:` address with base64 that begins at `begin` ends; nothing for anything else.
std::optional<std::size_t> end_of_base64_address(std::string_view text, std::size_t begin);

// Where `<https://example.org>` or `<me@example.org>` ends, bracket included.
std::optional<std::size_t> end_of_autolink(std::string_view text, std::size_t begin);

// Where the scheme whose colon is at `colon` begins, not before `floor`; nothing if it is not one.
std::optional<std::size_t> begin_of_scheme(std::string_view text, std::size_t floor,
                                           std::size_t colon);

}  // namespace notes
