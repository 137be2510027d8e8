// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/place.h"

#include <algorithm>
#include <array>
#include <set>

#include <xapian.h>
#include <xxhash.h>

#include "common/packing.h"
#include "common/schema.h"
#include "common/text/web_address.h"

namespace notes {
namespace {

std::set<std::string> hosts_of(const std::vector<std::string>& urls) {
  std::set<std::string> hosts;
  for (const std::string& url : urls) hosts.insert(host_of(url));
  hosts.erase("");
  return hosts;
}

// Written before each text; most sections have few.
constexpr std::array<FacetValues::Texts FacetValues::*, 4> kKinds{
    &FacetValues::tags, &FacetValues::names, &FacetValues::year, &FacetValues::sites};
enum class Kind : std::uint8_t { tag, name, year, site };

void pack(Packer& out, Kind kind, std::string_view text) {
  out.number(static_cast<std::uint64_t>(kind));
  out.text(text);
}

}  // namespace

std::string short_id(std::string_view bytes) {
  std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  std::string id(kIdLength, 'a');
  for (char& c : id) {
    c = "abcdefghijklmnopqrstuvwxyz234567"[hash & 31];
    hash >>= 5;
  }
  return id;
}

std::string note_id(std::string_view root_path, std::string_view rel_path) {
  std::string key(root_path);
  key += '\0';
  key += rel_path;
  return short_id(key);
}

std::string note_term(std::string_view root_path, std::string_view rel_path) {
  return std::string(prefix::note_id).append(note_id(root_path, rel_path));
}

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
  return Xapian::sortable_serialise(static_cast<double>(minute));
}

std::int64_t minute_from_sortable(std::string_view bytes) {
  constexpr double kMostMinutes = 1e12;  // damaged bytes may say anything
  return static_cast<std::int64_t>(
      std::clamp(Xapian::sortable_unserialise(std::string(bytes)), -kMostMinutes, kMostMinutes));
}

std::string pack_facet_values(const Section& section) {
  constexpr std::size_t kYearLength = 4;
  Packer out;
  out.number(static_cast<std::uint64_t>(section.level));
  for (const Tag& tag : section.tags)
    pack(out, tag.source == TagSource::tag ? Kind::tag : Kind::name, tag.name);
  if (section.date) pack(out, Kind::year, begin_text(*section.date).substr(0, kYearLength));
  for (const std::string& host : hosts_of(section.urls)) pack(out, Kind::site, host);
  return out.take();
}

void read_facet_values(std::string_view bytes, FacetValues& values) {
  Unpacker in(bytes);
  const std::uint64_t level = in.number();
  if (level > static_cast<std::uint64_t>(Level::question))
    throw_damage("a kind that does not exist");
  values.level.assign(1, level_name(static_cast<Level>(level)));
  for (const auto texts : kKinds) (values.*texts).clear();
  while (!in.at_end()) {
    const std::uint64_t kind = in.number();
    if (kind >= kKinds.size()) throw_damage("a kind that does not exist");
    (values.*kKinds[kind]).push_back(in.text());
  }
}

}  // namespace notes
