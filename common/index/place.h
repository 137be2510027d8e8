// SPDX-License-Identifier: GPL-2.0-or-later
// The position of a section in its note, as stored in slot::place. It shows which of two hits
// encloses the other without reading their documents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/identity.h"

namespace notes {

struct Place {
  std::string note_id;           // kIdLength characters
  std::uint32_t begin_byte = 0;  // of the section
  std::uint32_t end_byte_below = 0;
  std::uint32_t thread_byte = 0;  // where its thread begins; its own start for a thread or a note
  bool operator==(const Place&) const = default;

  bool encloses(const Place& other) const {
    return note_id == other.note_id && begin_byte <= other.begin_byte &&
           other.end_byte_below <= end_byte_below && *this != other;
  }
};

std::string pack_place(const Place& place);
Place unpack_place(std::string_view bytes);  // throws Error (damaged_index)

// Big-endian and biased, so that the bytes compare as the minutes do. For the slots of day_range
// fields.
std::string sortable_minute(std::int64_t minute);
std::int64_t minute_from_sortable(std::string_view bytes);

}  // namespace notes
