// SPDX-License-Identifier: GPL-2.0-or-later
// Where link targets, footnote marks and addresses in a text start and end, and which parts of an
// address a reader sees as words. web_address.h has the parts that the field `url:` needs.
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
// if it is not closed on the line, or has more than eight nested parentheses.
std::optional<LinkTarget> read_inline_target(std::string_view text, std::size_t at);

// The target of the definition `[label]: address "title"` that fills the line [line_begin, end of
// text). Nothing for any other line, footnotes included.
std::optional<LinkTarget> read_definition(std::string_view text, std::size_t line_begin);

// The end of the footnote mark `[^label]` that starts at `at`; nothing for anything else.
std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at);

// The identifier of a paper in an arXiv (without version), DOI or OpenReview address. Part of
// `address`.
std::optional<std::string_view> paper_id_in(std::string_view address);

// `next-level` for `imgs/next-level.png?raw=true`. Part of `address`.
std::string_view file_stem_in(std::string_view address);

// The end of the address that continues at `from`, without punctuation that belongs to the
// sentence.
std::size_t end_of_address(std::string_view text, std::size_t from);

// The end of the base64 `data:` address that starts at `begin`; nothing for anything else.
std::optional<std::size_t> end_of_base64_address(std::string_view text, std::size_t begin);

// The end of `<https://example.org>` or `<me@example.org>`, bracket included.
std::optional<std::size_t> end_of_autolink(std::string_view text, std::size_t begin);

// Where the scheme before the colon at `colon` starts, not before `floor`; nothing if there is
// none.
std::optional<std::size_t> begin_of_scheme(std::string_view text, std::size_t floor,
                                           std::size_t colon);

}  // namespace notes
