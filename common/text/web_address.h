// SPDX-License-Identifier: GPL-2.0-or-later
// Web addresses: where they start and end in a text, and the parts that fields and readers use.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

// http, https or ftp.
bool is_web_address(std::string_view target);

inline constexpr std::size_t kMaxAddressBytes = 2000;  // notes do not link to longer ones

// "arxiv.org" for "https://www.arxiv.org:443/abs/1": lower case, without user, port and "www.".
std::string host_of(std::string_view url);

// The host and its parent domains with at least two labels: "a.github.io" gives itself and
// "github.io".
std::vector<std::string> host_and_parents(std::string_view host);

// The address without scheme, "www." and parts that readers never type: `url:` searches the words
// of this text.
std::string_view address_text(std::string_view url);

// The identifier of a paper in an arXiv (without version), DOI or OpenReview address. Part of
// `address`.
std::optional<std::string_view> paper_id_in(std::string_view address);

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
