// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/note_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "common/descriptor.h"
#include "common/text/code_point.h"
#include "indexer/scan/utf8_check.h"

namespace notes {
namespace {

constexpr std::uint64_t kMaxNoteBytes = 48u << 20;  // limits the memory used
constexpr std::size_t kBinaryProbeBytes = 8192;

// Reads up to one byte more than `expected`, which shows that the file has grown. False on failure.
bool read_bytes(const Descriptor& file, std::size_t expected, std::string& bytes) {
  bytes.resize(expected + 1);
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got =
        ::pread(file.number(), bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return true;
}

enum class Reading { whole, changed, failed };

// Takes the stamp before reading, so that a later change is noticed.
Reading read_once(const Descriptor& file, NoteFile& note) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return Reading::failed;
  note.stamp = stamp_of(status);
  if (!read_bytes(file, note.stamp.size, note.bytes)) return Reading::failed;
  if (::fstat(file.number(), &status) != 0) return Reading::failed;
  const bool same = stamp_of(status) == note.stamp && note.bytes.size() == note.stamp.size;
  return same ? Reading::whole : Reading::changed;
}

std::string why_not_a_note(const Descriptor& file) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return std::strerror(errno);
  if (!S_ISREG(status.st_mode)) return "not a regular file";
  if (static_cast<std::uint64_t>(status.st_size) > kMaxNoteBytes)
    return "larger than 48 MiB, too large for a note";
  return {};
}

bool is_binary(std::string_view bytes) {
  return bytes.substr(0, kBinaryProbeBytes).find('\0') != std::string_view::npos;
}

std::uint32_t line_of(std::string_view text, std::size_t at) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < at; ++i)
    if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'))) ++line;
  return line;
}

bool read_open_file(const Descriptor& file, NoteFile& note) {
  const Reading first = read_once(file, note);
  const Reading last = first == Reading::changed ? read_once(file, note) : first;
  return last != Reading::failed;
}

}  // namespace

std::optional<NoteFile> read_note(std::uint32_t root, const std::string& root_path,
                                  const std::string& rel_path,
                                  std::vector<Diagnostic>& diagnostics) {
  const std::string path = note_path(root_path, rel_path);
  const auto refuse = [&](std::string why) {
    diagnostics.push_back({path, 0, std::move(why)});
    return std::nullopt;
  };
  const auto refuse_unread = [&] {
    diagnostics.push_back({path, 0, std::string("cannot be read: ") + std::strerror(errno), true});
    return std::nullopt;
  };
  // Without O_NONBLOCK, a named pipe would make us wait for its writer.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (!file.is_open()) return refuse_unread();
  if (std::string why = why_not_a_note(file); !why.empty()) return refuse(std::move(why));

  NoteFile note{root, root_path, rel_path, {}, {}, 0};
  if (!read_open_file(file, note)) return refuse_unread();
  if (is_utf16(note.bytes)) note.bytes = utf8_from_utf16(note.bytes);
  if (is_binary(note.bytes)) return refuse("binary: a NUL byte among the first 8192");
  if (const auto bad = find_bad_utf8(note.bytes))
    diagnostics.push_back({path, line_of(note.bytes, *bad), "not UTF-8; other lines are unharmed"});
  note.content_hash = XXH3_64bits(note.bytes.data(), note.bytes.size());
  return note;
}

std::string note_path(const std::string& root_path, const std::string& rel_path) {
  const std::string below = '/' + rel_path;
  const bool may_be_root = rel_path.empty() || root_path.ends_with(below);
  if (!may_be_root) return root_path.ends_with('/') ? root_path + rel_path : root_path + below;
  struct stat status {};
  const bool is_folder = ::stat(root_path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  return is_folder && !rel_path.empty() ? root_path + below : root_path;
}

}  // namespace notes
