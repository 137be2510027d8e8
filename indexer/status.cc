// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/status.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "common/schema.h"
#include "common/section.h"
#include "common/text/printable.h"

namespace notes {
namespace {

using nlohmann::ordered_json;

std::uint64_t sections_of_level(const Xapian::Database& database, Level level) {
  return database.get_termfreq(field_term(field(FieldId::level), level_name(level)));
}

std::uint64_t bytes_of(const std::string& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

std::string time_text(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm local{};
  ::localtime_r(&time, &local);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &local);
  return text.data();
}

std::string size_text(std::uint64_t bytes) {
  std::array<char, 32> text{};
  if (bytes < 1'000'000)
    std::snprintf(text.data(), text.size(), "%.0f kB", static_cast<double>(bytes) / 1e3);
  else
    std::snprintf(text.data(), text.size(), "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text.data();
}

std::string row(const std::string& name, const std::string& value) {
  return name + std::string(10 - std::min<std::size_t>(10, name.size()), ' ') + printable(value) +
         "\n";
}

}  // namespace

std::string status_text(const OpenIndex& index) {
  const IndexSettings& settings = index.settings;
  const RunSummary& run = settings.last_run;
  std::string text = row("index", index.directory + " (" + index.generation + ")");
  for (const Root& root : settings.roots) text += row("root", root.path);
  text += row("notes", std::to_string(settings.note_count));
  text +=
      row("sections",
          std::to_string(index.database.get_doccount()) + ": " +
              std::to_string(sections_of_level(index.database, Level::thread)) + " threads, " +
              std::to_string(sections_of_level(index.database, Level::question)) + " questions");
  text += row("size", size_text(bytes_of(index.directory + "/" + index.generation)));
  for (const Diagnostic& place : settings.unread)
    text += row("unread", place.path + ": " + place.text);
  text += row("stemmer", settings.language);
  text += row("schema", std::to_string(settings.schema));
  text += row("last run", time_text(run.finished_at) + ": " + std::to_string(run.added) +
                              " added, " + std::to_string(run.changed) + " changed, " +
                              std::to_string(run.removed) + " removed");
  return text;
}

std::string status_json(const OpenIndex& index) {
  const IndexSettings& settings = index.settings;
  const RunSummary& run = settings.last_run;
  ordered_json roots = ordered_json::array();
  for (const Root& root : settings.roots)
    roots.push_back({{"path", root.path},
                     {"is_file", root.is_file},
                     {"ignore", root.ignore_globs},
                     {"extensions", root.extra_extensions},
                     {"gitignore", root.obey_gitignore}});
  ordered_json unread = ordered_json::array();
  for (const Diagnostic& place : settings.unread)
    unread.push_back({{"path", place.path}, {"text", place.text}});
  const ordered_json status = {{"version", 1},
                               {"index", index.directory},
                               {"generation", index.generation},
                               {"schema", settings.schema},
                               {"stemmer", settings.language},
                               {"roots", roots},
                               {"unread", unread},
                               {"notes", settings.note_count},
                               {"sections", index.database.get_doccount()},
                               {"threads", sections_of_level(index.database, Level::thread)},
                               {"questions", sections_of_level(index.database, Level::question)},
                               {"bytes", bytes_of(index.directory + "/" + index.generation)},
                               {"last_run",
                                {{"finished_at", time_text(run.finished_at)},
                                 {"added", run.added},
                                 {"changed", run.changed},
                                 {"removed", run.removed},
                                 {"skipped", run.skipped},
                                 {"seconds", run.seconds}}}};
  return json_without_controls(status.dump(2, ' ', false, ordered_json::error_handler_t::replace)) +
         "\n";
}

}  // namespace notes
