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

// What the note itself holds bounds what is read: the range may come from an older note, or from a
// damaged index. Of a note in UTF-16 the range counts what it is as UTF-8.
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

}  // namespace notes
