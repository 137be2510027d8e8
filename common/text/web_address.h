// SPDX-License-Identifier: GPL-2.0-or-later
// Web addresses, and the parts of them that fields and readers use.
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

}  // namespace notes
