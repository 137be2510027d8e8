// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/note_text.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "common/descriptor.h"
#include "common/text/code_point.h"

namespace notes {
namespace {

std::string read_bytes(const Descriptor& file, std::uint64_t begin, std::uint64_t size) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = ::pread(file.number(), bytes.data() + filled, bytes.size() - filled,
                                  static_cast<off_t>(begin + filled));
    if (count <= 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

// Does not read past the end of the note: the range may come from an older note or a damaged index.
// For a note in UTF-16, the range counts bytes of its text in UTF-8.
std::string read_range(const std::string& path, std::uint64_t begin, std::uint64_t size) {
  constexpr std::uint64_t kMarkBytes = 2;
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!file.is_open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
    return {};
  const auto end = static_cast<std::uint64_t>(status.st_size);
  if (!is_utf16(read_bytes(file, 0, std::min(end, kMarkBytes))))
    return read_bytes(file, begin, begin < end ? std::min(size, end - begin) : 0);
  const std::string text = utf8_from_utf16(read_bytes(file, 0, end));
  return text.substr(std::min<std::uint64_t>(begin, text.size()), size);
}

constexpr std::uint32_t kMaxShownBytes = 400;
constexpr std::uint32_t kBytesBeforeMark = 120;
constexpr std::string_view kCut = "…";

ByteRange window(std::string_view line, std::uint32_t first_mark) {
  const auto size = static_cast<std::uint32_t>(line.size());
  if (size <= kMaxShownBytes) return {0, size};
  ByteRange shown{first_mark > kBytesBeforeMark ? first_mark - kBytesBeforeMark : 0, size};
  if (size - shown.begin > kMaxShownBytes)
    shown.end = shown.begin + kMaxShownBytes;
  else
    shown.begin = size - kMaxShownBytes;
  shown.begin = static_cast<std::uint32_t>(begin_of_character(line, shown.begin));
  if (shown.end < size) shown.end = static_cast<std::uint32_t>(begin_of_character(line, shown.end));
  return shown;
}

}  // namespace

NoteText read_section_text(const std::string& path, const Section& section, TextExtent extent) {
  const std::uint64_t end = extent == TextExtent::own ? section.end_byte : section.end_byte_below;
  const std::uint64_t own_size = section.end_byte - section.begin_byte;
  NoteText text;
  text.blocks = section.blocks;
  text.bytes = read_range(path, section.begin_byte, end - section.begin_byte);
  text.current =
      text.bytes.size() >= own_size && XXH3_64bits(text.bytes.data(), own_size) == section.own_hash;
  return text;
}

std::vector<ByteRange> lines_of(std::string_view text) {
  std::vector<ByteRange> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::vector<ByteRange> merged(std::vector<ByteRange> ranges) {
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  std::vector<ByteRange> apart;
  for (const ByteRange& range : ranges) {
    if (range.begin >= range.end) continue;
    if (!apart.empty() && range.begin <= apart.back().end)
      apart.back().end = std::max(apart.back().end, range.end);
    else
      apart.push_back(range);
  }
  return apart;
}

MarkedText slice(std::string_view line, std::span<const ByteRange> marks, ByteRange shown,
                 std::string_view before, std::string_view after) {
  const auto shift = static_cast<std::uint32_t>(before.size());
  std::vector<ByteRange> kept;
  for (const ByteRange& mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, shown.begin);
    const std::uint32_t end = std::min(mark.end, shown.end);
    if (begin < end) kept.push_back({begin - shown.begin + shift, end - shown.begin + shift});
  }
  std::string text(before);
  text.append(line.substr(shown.begin, shown.end - shown.begin)).append(after);
  return {std::move(text), merged(std::move(kept))};
}

MarkedText cut_line(std::string_view line, std::span<const ByteRange> marks) {
  const ByteRange shown = window(line, marks.empty() ? 0 : marks.front().begin);
  return slice(line, marks, shown, shown.begin > 0 ? kCut : "",
               shown.end < line.size() ? kCut : "");
}

std::uint32_t utf16_size(std::string_view text) {
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    units += c.value >= 0x10000 ? 2 : 1;
    at += c.bytes;
  }
  return units;
}

}  // namespace notes
