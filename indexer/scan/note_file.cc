// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>

#include <xxhash.h>

#include "common/small_file.h"
#include "common/text/code_point.h"
#include "indexer/scan/note_finder.h"

namespace notes {
namespace {

constexpr std::uint64_t kMaxNoteBytes = 48u << 20;  // limits the memory used
constexpr std::size_t kBinaryProbeBytes = 8192;

// Reads again if the note changed meanwhile, but not for ever: the stamp is from before, so the
// next run sees a change.
std::optional<ReadFile> read_stable(const std::string& path) {
  std::optional<ReadFile> file;
  for (int attempt = 0; attempt < 2; ++attempt) {
    file = read_small_file(AT_FDCWD, path, Links::followed, kMaxNoteBytes);
    struct stat now {};
    const bool changed = file && file->fault.empty() && ::stat(path.c_str(), &now) == 0 &&
                         stamp_of(now) != stamp_of(file->status);
    if (!changed) break;
  }
  return file;
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

}  // namespace

std::optional<NoteFile> read_note(const Root& root, const std::string& rel_path,
                                  std::vector<Diagnostic>& diagnostics) {
  const std::string path = note_path(root, rel_path);
  const auto refuse = [&](std::string why, bool unread) {
    diagnostics.push_back({path, 0, std::move(why), unread});
    return std::nullopt;
  };
  auto file = read_stable(path);
  if (!file) return std::nullopt;
  if (file->is_odd)
    return refuse(S_ISREG(file->status.st_mode) ? "larger than 48 MiB, too large for a note"
                                                : "not a regular file",
                  false);
  if (!file->fault.empty()) return refuse(file->fault, true);
  NoteFile note{
      root.number, root.path, rel_path, path, std::move(file->text), stamp_of(file->status), 0};
  if (is_utf16(note.bytes)) note.bytes = utf8_from_utf16(note.bytes);
  if (is_binary(note.bytes)) return refuse("binary: a NUL byte in the first 8192 bytes", false);
  if (const auto bad = find_bad_utf8(note.bytes))
    diagnostics.push_back(
        {path, line_of(note.bytes, *bad), "not UTF-8; other lines are not affected"});
  note.content_hash = XXH3_64bits(note.bytes.data(), note.bytes.size());
  return note;
}

}  // namespace notes
