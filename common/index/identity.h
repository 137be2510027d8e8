// SPDX-License-Identifier: GPL-2.0-or-later
// Names for things that keep their name while other things change: hashes spelled in base32.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace notes {

inline constexpr std::size_t kIdLength = 12;  // characters, 60 bits

// Lower-case base32 (a-z, 2-7) of XXH3 over the bytes.
std::string short_id(std::string_view bytes);

// Of a note: stands in the term under prefix::note_id and in its sections' places.
std::string note_id(std::string_view root_path, std::string_view rel_path);

}  // namespace notes
