// SPDX-License-Identifier: GPL-2.0-or-later
// What notes-index is measured against: the same sections in SQLite's FTS5, with Porter's stemmer
// and the text stored. The walk and the cut are the project's own, so that only the index differs.
//     fts5_rival cut FOLDER | index DATABASE FOLDER | query DATABASE WORD...
#include <cstdio>
#include <functional>
#include <memory>
#include <span>
#include <sqlite3.h>
#include <string>

#include "indexer/extract/section_builder.h"
#include "indexer/scan/note_finder.h"

namespace notes {
namespace {

constexpr const char* kTable =
    "CREATE VIRTUAL TABLE sections USING fts5("
    "title, body, path UNINDEXED, line UNINDEXED, tokenize = 'porter unicode61')";
constexpr const char* kInsert = "INSERT INTO sections VALUES (?, ?, ?, ?)";
constexpr const char* kSearch =
    "SELECT path, line, title, snippet(sections, 1, '', '', '...', 24) FROM sections"
    " WHERE sections MATCH ? ORDER BY rank LIMIT 10";

struct Close {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

[[noreturn]] void fail(sqlite3* connection) {
  throw Error(ExitCode::failure, std::string("SQLite: ") + sqlite3_errmsg(connection), "");
}

Connection open(const char* path) {
  sqlite3* raw = nullptr;
  const int status = sqlite3_open(path, &raw);
  Connection connection(raw);
  if (status != SQLITE_OK) fail(raw);
  return connection;
}

void execute(sqlite3* connection, const char* sql) {
  if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(connection);
}

Statement prepare(sqlite3* connection, const char* sql) {
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v2(connection, sql, -1, &raw, nullptr) != SQLITE_OK) fail(connection);
  return Statement(raw);
}

// `text` must live until the statement has run. Not named bind: with a std::string that is
// std::bind.
void bind_text(sqlite3_stmt* statement, int position, std::string_view text) {
  sqlite3_bind_text64(statement, position, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

using TakeSection = std::function<void(const NoteFile&, const Section&)>;

// Returns how many sections there are below `folder`.
std::size_t cut(const std::string& folder, const TakeSection& take) {
  std::vector<Diagnostic> diagnostics;
  std::size_t count = 0;
  const Found walked = find_notes(Root{1, folder}, diagnostics);
  for (const FoundNote& found : walked.notes) {
    const auto note = read_note(Root{1, folder}, found.rel_path, diagnostics);
    if (!note) continue;
    const ExtractedNote cut_note = extract_sections(*note, diagnostics);
    for (const ExtractedSection& extracted : cut_note.sections) {
      take(*note, extracted.section);
      ++count;
    }
  }
  return count;
}

std::size_t index(const char* database, const std::string& folder) {
  const Connection connection = open(database);
  execute(connection.get(), kTable);
  execute(connection.get(), "BEGIN");
  const Statement insert = prepare(connection.get(), kInsert);
  const auto count = cut(folder, [&](const NoteFile& note, const Section& section) {
    const std::string_view bytes = note.bytes;
    const auto length = section.end_byte - section.begin_byte;
    bind_text(insert.get(), 1, section.title());
    bind_text(insert.get(), 2, bytes.substr(section.begin_byte, length));
    bind_text(insert.get(), 3, section.rel_path);
    sqlite3_bind_int64(insert.get(), 4, section.heading_line());
    if (sqlite3_step(insert.get()) != SQLITE_DONE) fail(connection.get());
    sqlite3_reset(insert.get());
  });
  execute(connection.get(), "COMMIT");
  return count;
}

std::size_t query(const char* database, std::span<char*> words) {
  std::string match;
  for (const char* word : words) match.append(match.empty() ? "" : " ").append(word);
  const Connection connection = open(database);
  const Statement search = prepare(connection.get(), kSearch);
  bind_text(search.get(), 1, match);
  std::size_t count = 0;
  int status = SQLITE_ROW;
  for (; (status = sqlite3_step(search.get())) == SQLITE_ROW; ++count) {
    for (int column = 0; column < 4; ++column)
      std::printf("%s\n", reinterpret_cast<const char*>(sqlite3_column_text(search.get(), column)));
  }
  if (status != SQLITE_DONE) fail(connection.get());
  return count;
}

std::size_t run(std::span<char*> arguments) {
  const std::string_view mode = arguments.size() > 2 ? arguments[1] : "";
  if (mode == "cut") return cut(arguments[2], [](const NoteFile&, const Section&) {});
  if (mode == "index" && arguments.size() == 4) return index(arguments[2], arguments[3]);
  if (mode == "query") return query(arguments[2], arguments.subspan(3));
  throw Error(ExitCode::failure, "cut FOLDER | index DATABASE FOLDER | query DATABASE WORD...", "");
}

}  // namespace
}  // namespace notes

int main(int count, char** arguments) {
  try {
    std::printf("%zu\n", notes::run({arguments, static_cast<std::size_t>(count)}));
    return 0;
  } catch (const notes::Error& error) {
    std::fprintf(stderr, "fts5_rival: %s\n", error.text().c_str());
    return 2;
  }
}
