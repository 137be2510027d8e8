// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/section.h"

#include "common/packing.h"

namespace notes {
namespace {

// Dates before 1970 are negative: fold the sign into the lowest bit.
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

template <class Enum>
Enum unpack_enum(Unpacker& in, Enum last) {
  const std::uint64_t value = in.number();
  if (value > static_cast<std::uint64_t>(last)) throw_damage("a kind that does not exist");
  return static_cast<Enum>(value);
}

void pack_date(Packer& out, const Section& section) {
  const auto& date = section.date;
  out.number(date ? static_cast<std::uint64_t>(date->precision) + 1 : 0);
  if (!date) return;
  out.number(zigzag(date->begin));
  out.number(static_cast<std::uint64_t>(date->end) - static_cast<std::uint64_t>(date->begin));
  out.number(static_cast<std::uint64_t>(section.date_source));
}

void unpack_date(Unpacker& in, Section& section) {
  constexpr std::int64_t kMostMinutes = std::int64_t{1} << 40;  // two million years
  const std::uint64_t tag = in.number();
  if (tag == 0) return;
  if (tag - 1 > static_cast<std::uint64_t>(DatePrecision::range))
    throw_damage("a kind that does not exist");
  DateSpan& date = section.date.emplace();
  date.precision = static_cast<DatePrecision>(tag - 1);
  date.begin = unzigzag(in.number());
  const std::uint64_t length = in.number();
  if (date.begin < -kMostMinutes || date.begin > kMostMinutes || length > kMostMinutes)
    throw_damage("a day beyond all calendars");
  date.end = date.begin + static_cast<std::int64_t>(length);
  section.date_source = unpack_enum(in, DateSource::folder);
}

// After the first, each line and byte is stored as the distance from the one before. None lies
// before that, or unpacking fails.
void pack_place(Packer& out, const Section& section) {
  out.number(section.first_line);
  out.number(std::uint64_t{section.last_line} - section.first_line);
  out.number(std::uint64_t{section.last_line_below} - section.last_line);
  out.number(section.begin_byte);
  out.number(section.end_byte - section.begin_byte);
  out.number(section.end_byte_below - section.end_byte);
}

void unpack_place(Unpacker& in, Section& section) {
  section.first_line = in.number32();
  section.last_line = in.number32(section.first_line);
  section.last_line_below = in.number32(section.last_line);
  section.begin_byte = in.number32();  // as in slot::place
  section.end_byte = in.number32(section.begin_byte);
  section.end_byte_below = in.number32(section.end_byte);
}

// Whether a path leads out of its root. Ours never do.
bool leads_out(std::string_view rel_path) {
  if (rel_path.starts_with('/') || rel_path.find('\0') != rel_path.npos) return true;
  const std::string parts = "/" + std::string(rel_path) + "/";
  return parts.find("/../") != parts.npos;
}

// Most blocks are prose and directly follow the one before, so kind and gap share a number.
constexpr std::uint64_t kBlockKinds = 8;
constexpr auto kLastBlockKind = static_cast<std::uint64_t>(BlockKind::label);
static_assert(kLastBlockKind < kBlockKinds);

void pack_blocks(Packer& out, const std::vector<TextBlock>& blocks) {
  out.number(blocks.size());
  std::uint32_t at = 0;
  for (const TextBlock& block : blocks) {
    const std::uint64_t gap = block.bytes.begin - at;
    out.number(gap * kBlockKinds + static_cast<std::uint64_t>(block.kind));
    out.number(block.bytes.size());
    at = block.bytes.end;
  }
}

void unpack_blocks(Unpacker& in, std::vector<TextBlock>& blocks) {
  std::uint64_t at = 0;
  for (std::uint64_t left = in.number(); left > 0; --left) {
    const std::uint64_t gap_and_kind = in.number();
    const std::uint64_t begin = at + gap_and_kind / kBlockKinds;
    at = begin + in.number();
    if (begin > at || at > UINT32_MAX || gap_and_kind % kBlockKinds > kLastBlockKind)
      throw_damage("a section of impossible blocks");
    blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
                      static_cast<BlockKind>(gap_and_kind % kBlockKinds)});
  }
}

// Grows the vector by pushing, never by the count, which damaged bytes may have made up. Each item
// has at least one byte, so Unpacker throws when the bytes end.
template <class Item, class Read>
void unpack_list(Unpacker& in, std::vector<Item>& items, Read read) {
  for (std::uint64_t left = in.number(); left > 0; --left) items.push_back(read());
}

}  // namespace

std::string pack_section(const StoredSection& stored) {
  const Section& section = stored.section;
  Packer out;
  out.text(section.id);
  out.number(static_cast<std::uint64_t>(section.level));
  out.number(section.root);
  out.text(section.rel_path);
  pack_place(out, section);
  out.hash(section.own_hash);
  pack_blocks(out, section.blocks);
  out.hash(stored.terms_hash);
  pack_date(out, section);
  out.number(section.breadcrumb.size());
  for (const Crumb& crumb : section.breadcrumb) {
    out.text(crumb.title);
    out.number(crumb.line);
  }
  out.number(section.tags.size());
  for (const Tag& tag : section.tags) {
    out.number(static_cast<std::uint64_t>(tag.source));
    out.text(tag.name);
  }
  out.number(section.urls.size());
  for (const std::string& url : section.urls) out.text(url);
  out.number(section.other_titles.size());
  for (const std::string& title : section.other_titles) out.text(title);
  return out.take();
}

StoredSection unpack_section(std::string_view bytes) {
  Unpacker in(bytes);
  StoredSection stored;
  Section& section = stored.section;
  section.id = in.text();
  section.level = unpack_enum(in, Level::question);
  section.root = in.number32();
  section.rel_path = in.text();
  if (leads_out(section.rel_path)) throw_damage("a note outside its root: " + section.rel_path);
  unpack_place(in, section);
  section.own_hash = in.hash();
  unpack_blocks(in, section.blocks);
  stored.terms_hash = in.hash();
  unpack_date(in, section);
  unpack_list(in, section.breadcrumb, [&] {
    std::string title(in.text());
    return Crumb{std::move(title), in.number32()};
  });
  unpack_list(in, section.tags, [&] {
    const auto source = unpack_enum(in, TagSource::name);
    return Tag{std::string(in.text()), source};
  });
  unpack_list(in, section.urls, [&] { return std::string(in.text()); });
  unpack_list(in, section.other_titles, [&] { return std::string(in.text()); });
  if (section.breadcrumb.empty()) throw_damage("a section without a title");
  return stored;
}

}  // namespace notes
