// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/settings.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/index/own_files.h"
#include "common/text/code_point.h"

namespace notes {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RunSummary, finished_at, added, changed, removed,
                                                skipped, seconds)

namespace {

using nlohmann::json;

constexpr const char* kKey = "settings";
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
  database.set_metadata(kKey, settings_text(settings));
}

std::optional<IndexSettings> find_settings(const Xapian::Database& database) {
  return parse_settings(database.get_metadata(kKey));
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

}  // namespace notes
