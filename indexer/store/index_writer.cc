// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/index_writer.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>

#include "common/index/document_terms.h"
#include "common/index/open_index.h"
#include "common/run_main.h"
#include "common/schema.h"
#include "common/section.h"

namespace notes {
namespace fs = std::filesystem;
namespace {

// Text of one segment. In each segment a term has postings of its own, which merging does not join,
// so larger segments make a smaller index (by 3 % at 1.3 MB, on 50 MB of notes). But their tables
// leave the cache, and the build takes a fifth to a half more CPU.
constexpr std::uint64_t kSegmentBytes = 480'000;
// Each open database takes about six file descriptors.
constexpr std::size_t kMaxMergedAtOnce = 32;
// More chunks than workers, so that none waits long for the last one.
constexpr std::uint64_t kChunks = 16;

// Notes [begin, end). One worker writes them as segments and merges these while they are cached.
struct Chunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string path;  // of its database
  std::vector<Diagnostic> diagnostics;
};

std::vector<Chunk> cut_into_chunks(const std::vector<NoteToBuild>& notes) {
  std::uint64_t total = 0;
  for (const NoteToBuild& note : notes) total += note.found->stamp.size;
  const std::uint64_t chunk_bytes =
      std::clamp(total / kChunks, kSegmentBytes, kSegmentBytes * kMaxMergedAtOnce);
  std::vector<Chunk> chunks;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (chunks.empty() || bytes >= chunk_bytes) {
      chunks.push_back({i, i, {}, {}});
      bytes = 0;
    }
    chunks.back().end = i + 1;
    bytes += notes[i].found->stamp.size;
  }
  return chunks;
}

void merge(const std::vector<std::string>& paths, const std::string& target) {
  if (paths.size() == 1) return fs::rename(paths.front(), target);
  Xapian::Database all;
  for (const std::string& path : paths) all.add_database(Xapian::Database(path));
  all.compact(target);
  for (const std::string& path : paths) fs::remove_all(path);
}

class Build {
 public:
  Build(const BuildRequest& request, const std::vector<NoteToBuild>& notes)
      : request_(request), notes_(notes), chunks_(cut_into_chunks(notes)) {}

  std::vector<Diagnostic> run() {
    if (chunks_.empty()) chunks_.emplace_back();
    fs::create_directories(segment_folder());
    for (std::size_t i = 0; i < chunks_.size(); ++i)
      chunks_[i].path = segment_folder() + "/" + std::to_string(i);
    work_together();
    if (!failure_) attempt([this] { merge_chunks(); });
    std::error_code ignored;  // the next writer removes what is left
    fs::remove_all(segment_folder(), ignored);
    if (failure_) std::rethrow_exception(failure_);
    std::vector<Diagnostic> diagnostics;
    for (Chunk& chunk : chunks_)
      std::ranges::move(chunk.diagnostics, std::back_inserter(diagnostics));
    return diagnostics;
  }

 private:
  // Remembers the first failure of any thread, and lets no more work begin.
  template <class Work>
  void attempt(Work work) {
    try {
      work();
    } catch (...) {
      next_chunk_ = chunks_.size();
      const std::lock_guard lock(failure_mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  // Uses as many threads as the system grants.
  void work_together() {
    std::vector<std::jthread> workers;
    const auto count = std::min<std::size_t>(std::max(1U, request_.jobs), chunks_.size());
    try {
      for (std::size_t i = 1; i < count; ++i) workers.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // The others take more chunks.
    }
    work();
  }

  void work() {
    attempt([this] {
      SectionDocuments documents(request_.language);
      for (std::size_t i = next_chunk_++; i < chunks_.size(); i = next_chunk_++)
        write_chunk(documents, chunks_[i]);
    });
  }

  void write_chunk(SectionDocuments& documents, Chunk& chunk) {
    std::vector<std::string> segments;
    std::size_t next = chunk.begin;
    do {
      segments.push_back(chunk.path + "-" + std::to_string(segments.size()));
      next = write_segment(documents, chunk, next, segments.back());
    } while (next < chunk.end);
    merge(segments, chunk.path);
  }

  // Writes a segment of the notes from `begin` on. Returns the first note of the next segment.
  std::size_t write_segment(SectionDocuments& documents, Chunk& chunk, std::size_t begin,
                            const std::string& path) {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    std::uint64_t bytes = 0;
    std::size_t i = begin;
    for (; i < chunk.end && bytes < kSegmentBytes; ++i) {
      const NoteToBuild& note = notes_[i];
      bytes += note.found->stamp.size;
      try {
        write_note(database, documents, chunk, note);
      } catch (const std::bad_alloc&) {
        chunk.diagnostics.push_back(too_large(*note.root, note.found->rel_path));
        database.delete_document(note_term(note.root->path, note.found->rel_path));
      }
      request_.progress(++notes_done_, bytes_done_ += note.found->stamp.size);
    }
    database.commit();
    return i;
  }

  static void write_note(Xapian::WritableDatabase& database, SectionDocuments& documents,
                         Chunk& chunk, const NoteToBuild& note) {
    auto read = read_for_index(*note.root, note.found->rel_path, chunk.diagnostics);
    if (!read) return;
    for (const ExtractedSection& section : read->sections)
      database.add_document(documents.make(*read, hash_section(section), chunk.diagnostics));
    *note.catalog = std::move(read->catalog);
  }

  // Merges neighbours, so that documents keep the order of the notes.
  void merge_chunks() const {
    std::vector<std::string> paths;
    for (const Chunk& chunk : chunks_) paths.push_back(chunk.path);
    while (paths.size() > kMaxMergedAtOnce) {
      std::vector<std::string> merged;
      for (auto begin = paths.begin(); begin != paths.end();) {
        const auto end = begin + std::min<std::ptrdiff_t>(kMaxMergedAtOnce, paths.end() - begin);
        merged.push_back(*begin + "+");
        merge({begin, end}, merged.back());
        begin = end;
      }
      paths = std::move(merged);
    }
    merge(paths, request_.path);
  }

  std::string segment_folder() const { return request_.path + ".segments"; }

  const BuildRequest& request_;
  const std::vector<NoteToBuild>& notes_;
  std::vector<Chunk> chunks_;
  std::atomic<std::size_t> next_chunk_{0};
  std::atomic<std::uint64_t> notes_done_{0};
  std::atomic<std::uint64_t> bytes_done_{0};
  std::mutex failure_mutex_;
  std::exception_ptr failure_;
};

// Not passed on, since std::terminate calls a function without arguments.
const std::string* directory_written = nullptr;
std::terminate_handler handler_before = nullptr;

bool is_write_failure(int reason) {
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG || reason == EIO;
}

void report_and_exit() {
  const int reason = errno;  // of the write that failed
  static std::mutex first_thread_reports;
  first_thread_reports.lock();
  if (!is_write_failure(reason)) handler_before();
  remove_leftovers_if_possible(*directory_written);
  remove_leftovers_if_possible(*directory_written);  // another thread may have begun a segment
  const Xapian::DatabaseError error("cannot be written", "", reason);
  report_to_people("notes-index", index_error(*directory_written, error), 0, nullptr);
  std::_Exit(static_cast<int>(ExitCode::failure));
}

}  // namespace

std::map<std::string, StoredDocument> stored_documents(const Xapian::Database& database,
                                                       const std::string& term) {
  std::map<std::string, StoredDocument> stored;
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
       ++posting) {
    std::string packed = database.get_document(*posting).get_value(slot::section);
    const StoredSection section = unpack_section(packed);
    stored[section.section.id] = {*posting, section.terms_hash, std::move(packed)};
  }
  return stored;
}

IndexWriter::IndexWriter(const std::string& path, const std::string& language)
    : database(path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS), documents(language) {
  // Otherwise Xapian commits on its own, every some thousand documents and when the database is
  // closed after a failure: sections would be there that the catalog does not know.
  database.begin_transaction();
}

void IndexWriter::replace_note(const ReadNote& note, std::vector<Diagnostic>& diagnostics) {
  auto stored = stored_documents(database, note_term(note.file.root_path, note.file.rel_path));
  for (const ExtractedSection& section : note.sections) {
    const HashedSection hashed = hash_section(section);
    const auto found = stored.extract(section.section.id);
    if (found.empty()) {
      database.add_document(documents.make(note, hashed, diagnostics));
      continue;
    }
    const StoredDocument& old = found.mapped();
    if (old.packed == hashed.packed) continue;
    const bool same_terms = old.terms_hash == hashed.terms_hash;
    Xapian::Document document =
        same_terms ? database.get_document(old.docid) : documents.make(note, hashed, diagnostics);
    if (same_terms) set_stored_values(document, note, hashed);
    database.replace_document(old.docid, document);
  }
  for (const auto& [id, vanished] : stored) database.delete_document(vanished.docid);
}

std::vector<Diagnostic> build_generation(const BuildRequest& request,
                                         const std::vector<NoteToBuild>& notes) {
  return Build(request, notes).run();
}

WriteFailureReport::WriteFailureReport(const std::string& directory) {
  directory_written = &directory;
  handler_before = std::set_terminate(report_and_exit);
}

WriteFailureReport::~WriteFailureReport() {
  std::set_terminate(handler_before);
}

}  // namespace notes
