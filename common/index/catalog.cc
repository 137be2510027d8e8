// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/catalog.h"

#include <algorithm>
#include <map>
#include <utility>

#include "common/index/document_terms.h"
#include "common/packing.h"

namespace notes {
namespace {

constexpr const char* kFoldersKey = "folders";
constexpr std::size_t kMaxKeyBytes = 200;  // Xapian allows 245, after escaping zero bytes

std::string root_key(std::uint32_t root) {
  return "notes/" + std::to_string(root) + "/";
}

// Only a shortened key has this length. Folders whose shortened keys are the same share one value.
std::string folder_key(std::uint32_t root, std::string_view folder) {
  std::string key = root_key(root).append(folder);
  if (key.size() < kMaxKeyBytes) return key;
  return key.substr(0, kMaxKeyBytes - kIdLength) + short_id(folder);
}

std::string_view name_of(std::string_view rel_path) {
  return rel_path.substr(rel_path.rfind('/') + 1);  // all of it if there is no '/'
}

std::string path_of(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty()) path += '/';
  return path += name;
}

// Calls take(folder, name, note) for each note until a call returns true. note.rel_path is empty.
template <class Take>
bool unpack_notes(std::string_view bytes, Take take) {
  if (bytes.empty()) return false;
  Unpacker in(bytes);
  std::string_view folder = in.text();
  std::string name;
  while (!in.at_end()) {
    name = in.text();
    if (name.empty()) {  // not a note: another folder with the same key follows
      folder = in.text();
      continue;
    }
    CatalogNote note;
    note.stamp.size = in.number();
    note.stamp.mtime_ns = static_cast<std::int64_t>(in.number());
    note.stamp.inode = in.number();
    note.content_hash = in.number();
    note.recheck = in.number() != 0;
    if (take(folder, name, note)) return true;
  }
  return false;
}

}  // namespace

std::string_view folder_of(std::string_view rel_path) {
  const std::size_t slash = rel_path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : rel_path.substr(0, slash);
}

std::vector<CatalogNote> read_catalog(const Xapian::Database& database, std::uint32_t root,
                                      const FolderTest& is_wanted) {
  std::vector<CatalogNote> notes;
  any_note(database, root, [&](auto folder, const auto& name, const CatalogNote& note) {
    if (is_wanted && !is_wanted(folder)) return false;
    notes.push_back(note);
    notes.back().rel_path = path_of(folder, name);
    return false;
  });
  std::ranges::sort(notes, {}, &CatalogNote::rel_path);
  return notes;
}

bool any_note(const Xapian::Database& database, std::uint32_t root, const NoteTest& holds) {
  const std::string prefix = root_key(root);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
       ++key)
    if (unpack_notes(database.get_metadata(*key), holds)) return true;
  return false;
}

std::vector<CatalogNote> read_catalog_notes(const Xapian::Database& database, std::uint32_t root,
                                            const std::set<std::string>& rel_paths) {
  std::map<std::string_view, std::set<std::string_view>> names_by_folder;
  for (const std::string& path : rel_paths) names_by_folder[folder_of(path)].insert(name_of(path));
  std::vector<CatalogNote> notes;
  for (const auto& wanted : names_by_folder) {
    std::size_t left = wanted.second.size();
    unpack_notes(database.get_metadata(folder_key(root, wanted.first)),
                 [&](std::string_view folder, const std::string& name, const CatalogNote& note) {
                   if (folder != wanted.first || !wanted.second.contains(name)) return false;
                   notes.emplace_back(note).rel_path = path_of(folder, name);
                   return --left == 0;
                 });
  }
  return notes;
}

void write_catalog_folder(Xapian::WritableDatabase& database, std::uint32_t root,
                          std::string_view folder, const std::vector<CatalogNote>& notes) {
  const std::string key = folder_key(root, folder);
  std::map<std::string, std::vector<CatalogNote>> folders;
  if (key.size() == kMaxKeyBytes) {
    unpack_notes(database.get_metadata(key),
                 [&](std::string_view path, const std::string& name, const CatalogNote& note) {
                   folders[std::string(path)].emplace_back(note).rel_path = path_of(path, name);
                   return false;
                 });
  }
  folders[std::string(folder)] = notes;
  Packer out;
  bool is_first = true;
  for (const auto& [path, held] : folders) {
    if (held.empty()) continue;
    if (!std::exchange(is_first, false)) out.text({});
    out.text(path);
    for (const CatalogNote& note : held) {
      out.text(name_of(note.rel_path));
      out.number(note.stamp.size);
      out.number(static_cast<std::uint64_t>(note.stamp.mtime_ns));
      out.number(note.stamp.inode);
      out.number(note.content_hash);
      out.number(note.recheck ? 1 : 0);
    }
  }
  database.set_metadata(key, out.take());  // an empty value removes the key
}

std::vector<CatalogFolder> read_folders(const Xapian::Database& database) {
  const std::string bytes = database.get_metadata(kFoldersKey);
  std::vector<CatalogFolder> folders;
  Unpacker in(bytes);
  while (!in.at_end()) {
    CatalogFolder& folder = folders.emplace_back();
    folder.root = in.number32();
    folder.rel_path = in.text();
    folder.mtime_ns = static_cast<std::int64_t>(in.number());
  }
  return folders;
}

void write_folders(Xapian::WritableDatabase& database, const std::vector<CatalogFolder>& folders) {
  Packer out;
  for (const CatalogFolder& folder : folders) {
    out.number(folder.root);
    out.text(folder.rel_path);
    out.number(static_cast<std::uint64_t>(folder.mtime_ns));
  }
  database.set_metadata(kFoldersKey, out.take());
}

}  // namespace notes
