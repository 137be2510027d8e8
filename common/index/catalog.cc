// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/catalog.h"

#include <algorithm>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/index/document_terms.h"
#include "common/index/own_files.h"
#include "common/packing.h"
#include "common/text/code_point.h"

namespace notes {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RunSummary, finished_at, added, changed, removed,
                                                skipped, seconds)

namespace {

using nlohmann::json;

constexpr const char* kSettingsKey = "settings";
constexpr const char* kCopyName = "settings.json";

// Paths are bytes, JSON is UTF-8. A path that is not UTF-8 is stored byte by byte.
json path_to_json(const std::string& path) {
  if (find_bad_utf8(path)) return std::vector<std::uint8_t>(path.begin(), path.end());
  return path;
}

std::string path_from_json(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  const auto bytes = value.get<std::vector<std::uint8_t>>();
  return {bytes.begin(), bytes.end()};
}

std::string settings_text(const IndexSettings& settings) {
  json roots = json::array();
  for (const Root& root : settings.roots)
    roots.push_back({{"number", root.number},
                     {"path", path_to_json(root.path)},
                     {"is_file", root.is_file},
                     {"ignore", root.ignore_globs},
                     {"extensions", root.extra_extensions},
                     {"gitignore", root.obey_gitignore},
                     {"is_mount_point", root.is_mount_point}});
  json unread = json::array();
  for (const Diagnostic& place : settings.unread)
    unread.push_back({{"path", path_to_json(place.path)}, {"text", place.text}});
  const json value = {{"schema", settings.schema},
                      {"language", settings.language},
                      {"roots", roots},
                      {"next_root_number", settings.next_root_number},
                      {"note_count", settings.note_count},
                      {"unread", unread},
                      {"last_run", settings.last_run}};
  return value.dump();
}

// Settings of any schema; nothing if their form is broken. What another version of the program did
// not write keeps its default.
std::optional<IndexSettings> parse_settings(const std::string& text) {
  try {
    const json value = json::parse(text);
    IndexSettings settings;
    settings.schema = value.at("schema");
    settings.language = value.value("language", settings.language);
    for (const json& root : value.at("roots")) {
      settings.roots.push_back(
          {root.at("number"), path_from_json(root.at("path")), root.value("is_file", false),
           root.value("ignore", std::vector<std::string>()),
           root.value("extensions", std::vector<std::string>()), root.value("gitignore", true),
           root.value("is_mount_point", false)});
      settings.next_root_number =
          std::max(settings.next_root_number, settings.roots.back().number + 1);
    }
    settings.next_root_number = value.value("next_root_number", settings.next_root_number);
    settings.note_count = value.value("note_count", std::uint64_t{0});
    for (const json& place : value.value("unread", json::array()))
      settings.unread.push_back({path_from_json(place.at("path")), 0, place.at("text"), true});
    settings.last_run = value.value("last_run", RunSummary());
    return settings;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

bool is_language(const std::string& name) {
  try {
    const Xapian::Stem stemmer(name);
    return true;
  } catch (const Xapian::Error&) {
    return false;
  }
}

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

bool is_inside(std::string_view path, std::string_view place) {
  if (!path.starts_with(place)) return false;
  return path.size() == place.size() || place.empty() || place.ends_with('/') ||
         path[place.size()] == '/';
}

std::optional<std::string> place_below(std::string_view path, std::string_view root) {
  if (!is_inside(path, root)) return std::nullopt;
  path.remove_prefix(root.size());
  if (path.starts_with('/')) path.remove_prefix(1);
  return std::string(path);
}

std::string note_path(const Root& root, const std::string& rel_path) {
  if (root.is_file || rel_path.empty()) return root.path;
  return root.path.ends_with('/') ? root.path + rel_path : root.path + "/" + rel_path;
}

const Root* find_root(const IndexSettings& settings, std::uint32_t number) {
  const auto found = std::ranges::find(settings.roots, number, &Root::number);
  return found == settings.roots.end() ? nullptr : &*found;
}

std::string settings_copy_path(const std::string& directory) {
  return directory + "/" + kCopyName;
}

std::optional<IndexSettings> find_settings_copy(const std::string& directory) {
  const auto text = find_own_file(directory, kCopyName);
  return text ? parse_settings(*text) : std::nullopt;
}

void write_settings_copy(const std::string& directory, IndexSettings settings) {
  // The last run changes every time and is not worth a synced write.
  settings.last_run = {};
  settings.note_count = 0;
  settings.unread.clear();
  const std::string text = settings_text(settings);
  try {
    if (find_own_file(directory, kCopyName) == text) return;
  } catch (const Error&) {
    // It is not ours, and is replaced.
  }
  replace_own_file(directory, kCopyName, text);
}

void write_settings(Xapian::WritableDatabase& database, const IndexSettings& settings) {
  database.set_metadata(kSettingsKey, settings_text(settings));
}

std::optional<IndexSettings> find_settings(const Xapian::Database& database) {
  return parse_settings(database.get_metadata(kSettingsKey));
}

IndexSettings read_settings(const Xapian::Database& database) {
  const auto require = [](bool holds, const std::string& fault, ExitCode code) {
    if (!holds)
      throw Error(code, fault, "run notes-index --rebuild with the folders of your notes");
  };
  auto settings = find_settings(database);
  require(settings.has_value(), "the index has no readable settings", ExitCode::damaged_index);
  require(settings->schema == kSchemaVersion,
          "the index has schema " + std::to_string(settings->schema) + ", this program needs " +
              std::to_string(kSchemaVersion),
          ExitCode::wrong_schema);
  require(is_language(settings->language),
          "the language of the index is not known: " + settings->language, ExitCode::damaged_index);
  for (const Root& root : settings->roots)
    require(root.path.starts_with('/'), "a root in the index is not an absolute path: " + root.path,
            ExitCode::damaged_index);
  return std::move(*settings);
}

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
