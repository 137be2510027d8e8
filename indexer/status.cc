// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/status.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "common/index/catalog.h"
#include "common/index/document_terms.h"
#include "common/section.h"
#include "common/text/printable.h"
#include "indexer/extract/line_table.h"
#include "indexer/extract/titles.h"
#include "indexer/store/index_writer.h"

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
  const bool is_small = bytes < 1'000'000;
  std::snprintf(text.data(), text.size(), is_small ? "%.0f kB" : "%.1f MB",
                static_cast<double>(bytes) / (is_small ? 1e3 : 1e6));
  return text.data();
}

std::string row(const std::string& name, const std::string& value) {
  return name + std::string(10 - std::min<std::size_t>(10, name.size()), ' ') + printable(value) +
         "\n";
}

void check_tables(const OpenIndex& index, VerifyReport& report) {
  std::ostringstream findings;
  const std::string path = index.directory + "/" + index.generation;
  if (::access(path.c_str(), W_OK) != 0)  // Xapian opens the tables for writing, but writes nothing
    throw Error(ExitCode::failure, path + ": cannot be written: " + std::strerror(errno),
                "--verify needs permission to write there; you can verify a copy of the index");
  if (Xapian::Database::check(path, 0, &findings) == 0) return;
  report.faults.push_back(path + ": Xapian's check failed: " + findings.str());
}

// What is wrong with the place that the index has of a section, proved on the bytes of the note
// alone; empty when nothing is.
std::string misplacement(const Section& section, const LineTable& lines) {
  if (section.end_byte_below > lines.text().size()) return "ends at a different place in";
  if (lines.line_at(section.begin_byte) != section.first_line)
    return "starts at a different line of";
  const std::uint32_t end = lines.line_at(std::max<std::uint64_t>(section.end_byte, 1) - 1);
  if (section.last_line > std::max(end, section.first_line)) return "ends at a different line of";
  if (section.level == Level::note) return {};
  if (section.blocks.empty()) return "has its heading at a different place in";
  TextBlock heading = section.blocks.front();
  const auto base = static_cast<std::uint32_t>(section.begin_byte);
  heading.bytes = {base + heading.bytes.begin, base + heading.bytes.end};
  const TextReading reading = read_text(lines.text(), {&heading, 1});
  const bool is_there = lines.line_at(heading.bytes.begin) == section.heading_line() &&
                        title_of_heading(reading, 0) == section.title();
  return is_there ? "" : "has its heading at a different line of";
}

void check_note(const OpenIndex& index, const Root& root, const CatalogNote& known,
                VerifyReport& report) {
  std::vector<Diagnostic> ignored;  // reported when the note was indexed
  const auto note = read_for_index(root, known.rel_path, ignored);
  if (!note || note->catalog.content_hash != known.content_hash) {
    ++report.changed;
    return;
  }
  const std::string path = note_path(root, known.rel_path);
  const auto add_fault = [&](const Section& section, const std::string& fault) {
    report.faults.push_back(path + ":" + std::to_string(section.heading_line()) + ": the section " +
                            fault);
  };
  const LineTable lines(note->file.bytes);
  auto indexed = stored_documents(index.database, note_term(root.path, known.rel_path));
  for (const auto& [id, stored] : indexed) {
    const Section section = unpack_section(stored.packed).section;
    if (const std::string wrong = misplacement(section, lines); !wrong.empty())
      add_fault(section, id + " " + wrong + " the note than the index says");
  }
  for (const ExtractedSection& extracted : note->sections) {
    ++report.sections;
    const auto found = indexed.extract(extracted.section.id);
    if (found.empty())
      add_fault(extracted.section, "is missing in the index");
    else if (found.mapped().packed != hash_section(extracted).packed)
      add_fault(extracted.section, "is different in the index");
  }
  for (const auto& [id, stored] : indexed)
    report.faults.push_back(path + ": the index has section " + id +
                            ", which the note does not have");
}

VerifyReport verify_once(const OpenIndex& index) {
  VerifyReport report;
  check_tables(index, report);
  std::set<std::string> known;
  for (const Root& root : index.settings.roots)
    for (const CatalogNote& note : read_catalog(index.database, root.number)) {
      ++report.notes;
      known.insert(note_term(root.path, note.rel_path));
      check_note(index, root, note, report);
    }
  const std::string prefix(prefix::note);
  for (auto term = index.database.allterms_begin(prefix);
       term != index.database.allterms_end(prefix); ++term)
    if (!known.contains(*term))
      report.faults.push_back("the index has sections of a note that is not in its catalog: " +
                              *term);
  return report;
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

VerifyReport verify_index(const std::string& directory) {
  for (int attempt = 1;; ++attempt) {
    const IndexMoment moment = present_moment(directory);
    VerifyReport report = with_index(directory, verify_once);
    const bool is_certain = report.faults.empty() || present_moment(directory) == moment;
    if (is_certain || attempt == kReadAttempts) return report;
  }
}

}  // namespace notes
