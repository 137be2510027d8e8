// SPDX-License-Identifier: GPL-2.0-or-later
// Web addresses that stand in text as they are. Link nodes are markdown_tree's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

inline constexpr std::size_t kMaxAddressBytes = 2000;

bool is_web_address(std::string_view target);  // http, https or ftp

// Appends the addresses that begin in `text` from `from` on. "www.example.org" counts as http;
// punctuation that ends a sentence and a bracket that opened before the address stay outside.
void find_web_addresses(std::string_view text, std::size_t from, std::vector<std::string>& found);

}  // namespace notes
