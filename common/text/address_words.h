// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a web address a reader takes for words, and where a bare address in a text ends.
// Everything else of an address is the field `url:`'s: see web_address.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace notes {

// The identifier of a paper in an address of arXiv (without version), DOI or OpenReview. A part of
// `address`.
std::optional<std::string_view> paper_id_in(std::string_view address);

// `next-level` of `imgs/next-level.png?raw=true`. A part of `address`.
std::string_view file_stem_in(std::string_view address);

// Where the address that goes on at `from` ends: without the punctuation of the sentence around it.
std::size_t end_of_address(std::string_view text, std::size_t from);

// Where a `data:` address with base64 in it ends; nothing when none begins at `begin`.
std::optional<std::size_t> end_of_base64_address(std::string_view text, std::size_t begin);

// Where `<https://example.org>` or `<me@example.org>` ends, bracket included.
std::optional<std::size_t> end_of_autolink(std::string_view text, std::size_t begin);

// Where the scheme whose colon is at `colon` begins, not before `floor`; nothing when it is none.
std::optional<std::size_t> begin_of_scheme(std::string_view text, std::size_t floor,
                                           std::size_t colon);

}  // namespace notes
