// SPDX-License-Identifier: GPL-2.0-or-later
// Names that stay the same while other things change: hashes in base32.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace notes {

inline constexpr std::size_t kIdLength = 12;  // characters, 60 bits

// Lower-case base32 (a-z, 2-7) of XXH3 over the bytes.
std::string short_id(std::string_view bytes);

// The id of a note, in the places of its sections, and the term that finds them.
std::string note_id(std::string_view root_path, std::string_view rel_path);
std::string note_term(std::string_view root_path, std::string_view rel_path);

}  // namespace notes
