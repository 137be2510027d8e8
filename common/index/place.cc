// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/place.h"

#include "common/packing.h"

namespace notes {
namespace {

constexpr std::size_t kMinuteBytes = 5;  // enough for the year 9999 and beyond
constexpr std::int64_t kBias = std::int64_t{1} << 39;

}  // namespace

std::string pack_place(const Place& place) {
  Packer out;
  out.text(place.note_id);
  out.number(place.begin_byte);
  out.number(place.end_byte_below);
  out.number(place.thread_byte);
  return out.take();
}

Place unpack_place(std::string_view bytes) {
  Unpacker in(bytes);
  Place place;
  place.note_id = in.text();
  place.begin_byte = in.number32();
  place.end_byte_below = in.number32();
  place.thread_byte = in.number32();
  return place;
}

std::string sortable_minute(std::int64_t minute) {
  std::int64_t clamped = minute < -kBias ? -kBias : minute;
  if (clamped >= kBias) clamped = kBias - 1;
  auto biased = static_cast<std::uint64_t>(clamped + kBias);
  std::string bytes(kMinuteBytes, '\0');
  for (std::size_t i = kMinuteBytes; i-- > 0; biased >>= 8)
    bytes[i] = static_cast<char>(biased & 0xff);
  return bytes;
}

std::int64_t minute_from_sortable(std::string_view bytes) {
  std::uint64_t biased = 0;
  for (const char c : bytes.substr(0, kMinuteBytes))
    biased = biased << 8 | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(biased) - kBias;
}

}  // namespace notes
