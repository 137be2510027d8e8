// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/note_text.h"

#include <fcntl.h>
#include <unistd.h>

#include <xxhash.h>

namespace notes {
namespace {

std::string read_range(const std::string& path, std::uint64_t begin, std::uint64_t size) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return {};
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count =
        ::pread(file, bytes.data() + filled, size - filled, static_cast<off_t>(begin + filled));
    if (count <= 0) break;
    filled += static_cast<std::size_t>(count);
  }
  ::close(file);
  bytes.resize(filled);
  return bytes;
}

}  // namespace

NoteText read_section_text(const std::string& path, const Section& section, TextExtent extent) {
  const std::uint64_t end = extent == TextExtent::own ? section.end_byte : section.end_byte_below;
  const std::uint64_t own_size = section.end_byte - section.begin_byte;
  NoteText text;
  text.bytes = read_range(path, section.begin_byte, end - section.begin_byte);
  text.current =
      text.bytes.size() >= own_size && XXH3_64bits(text.bytes.data(), own_size) == section.own_hash;
  return text;
}

}  // namespace notes
