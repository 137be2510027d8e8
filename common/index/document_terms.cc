// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/document_terms.h"

#include <algorithm>
#include <array>
#include <set>

#include <xapian.h>
#include <xxhash.h>

#include "common/packing.h"
#include "common/text/ascii.h"
#include "common/text/unicode_fold.h"
#include "common/text/web_address.h"

namespace notes {
namespace {

std::vector<std::string> tags_from(const Section& section, TagSource source) {
  std::vector<std::string> names;
  for (const Tag& tag : section.tags)
    if (tag.source == source) names.push_back(tag.name);
  return names;
}

// The key of a key is the key itself. A title ("=ebb and flow") is kept, since readers take it
// apart.
std::string name_key(std::string_view name) {
  constexpr std::size_t kMaxNameBytes = 200;  // Xapian takes terms of up to 245 bytes
  constexpr std::size_t kPathKeyLength = 8;
  const bool is_long_path = name.size() > kPathKeyLength + 1 && !name.starts_with('=') &&
                            name.find('/') != std::string_view::npos;
  return is_long_path ? '/' + short_id(name, kPathKeyLength)
                      : std::string(name.substr(0, kMaxNameBytes));
}

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

constexpr std::size_t kNotePart = 4;  // characters of a section's id

std::string base32(std::uint64_t hash) {
  std::string id(kIdLength, 'a');
  for (char& c : id) {
    c = "abcdefghijklmnopqrstuvwxyz234567"[hash & 31];
    hash >>= 5;
  }
  return id;
}

void pack(Packer& out, Kind kind, std::string_view text) {
  out.number(static_cast<std::uint64_t>(kind));
  out.text(text);
}

}  // namespace

std::vector<std::string> field_values(const Section& section, FieldId id) {
  switch (id) {
    case FieldId::title: {
      std::vector<std::string> titles = section.other_titles;
      titles.push_back(section.title());
      return titles;
    }
    case FieldId::note:
      return {section.rel_path};
    case FieldId::thread:
      if (section.breadcrumb.size() < 2) return {};
      return {section.breadcrumb[1].title};
    case FieldId::tag:
      return tags_from(section, TagSource::tag);
    case FieldId::name:
      return tags_from(section, TagSource::name);
    case FieldId::url:
    case FieldId::site:
      return section.urls;
    case FieldId::level:
      return {std::string(level_name(section.level))};
    case FieldId::date:
    case FieldId::is:
    case FieldId::has:
    case FieldId::link:
      return {};
  }
  return {};
}

std::string whole_title_term(std::string_view title, Analyzer& analyzer) {
  constexpr std::size_t kTitleKeyLength = 8;
  std::string words;
  // Node.js is the same as Node JS, but .NET is not the same as net.
  const auto is_sigil = [&](const Term& term) {
    return term.role == TermRole::sigil &&
           (term.begin_byte == 0 || !ascii::is_alphanumeric(title[term.begin_byte - 1]));
  };
  for (const Term& term : analyzer.analyze(title))
    if (term.role == TermRole::word || is_sigil(term))
      words.append(fold_word(term.exact)).append(1, ' ');
  return words.empty() ? words
                       : std::string(prefix::whole_title) + short_id(words, kTitleKeyLength);
}

std::string note_name_term(std::string_view name) {
  return std::string(prefix::name).append(name_key(name));
}

std::string link_term(std::string_view name) {
  return std::string(field(FieldId::link).prefix).append(name_key(name));
}

WordPrint print_of(std::string_view stem) {
  return static_cast<WordPrint>(hash_of(stem) % UINT16_MAX + 1);
}

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string short_id(std::string_view bytes, std::size_t length) {
  return base32(hash_of(bytes)).substr(0, length);
}

std::uint64_t note_hash(std::string_view root_path, std::string_view rel_path) {
  std::string key(root_path);
  key += '\0';
  key += rel_path;
  return hash_of(key);
}

std::string note_term(std::uint64_t note) {
  return std::string(prefix::note).append(base32(note));
}

std::string note_term(std::string_view root_path, std::string_view rel_path) {
  return note_term(note_hash(root_path, rel_path));
}

std::string section_id(std::uint64_t note, std::string_view key) {
  return base32(note).substr(0, kNotePart) + short_id(key, kIdLength - kNotePart);
}

std::string note_terms_of(std::string_view section_id) {
  return std::string(prefix::note).append(section_id.substr(0, kNotePart));
}

std::string twin_key(std::string_view heading_and_text) {
  Packer out;
  out.hash(hash_of(heading_and_text));
  return out.take();
}

std::string twin_term(std::string_view key) {
  constexpr std::size_t kSharedBytes = 2;
  return std::string(prefix::twin).append(key.substr(0, kSharedBytes));
}

std::string pack_place(const Place& place) {
  Packer out;
  out.hash(place.note);
  out.number(place.begin_byte);
  out.number(place.end_byte_below);
  out.number(place.thread_byte);
  return out.take();
}

Place unpack_place(std::string_view bytes) {
  Unpacker in(bytes);
  Place place;
  place.note = in.hash();
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
