// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/bulk_builder.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>

#include <xapian.h>

#include "common/index/document_terms.h"
#include "indexer/store/section_document.h"

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

// Removes the segments however a build ends.
class RemoveAtEnd {
 public:
  explicit RemoveAtEnd(std::string path) : path_(std::move(path)) {}
  ~RemoveAtEnd() {
    std::error_code ignored;  // the next writer removes what is left
    fs::remove_all(path_, ignored);
  }
  RemoveAtEnd(const RemoveAtEnd&) = delete;
  RemoveAtEnd& operator=(const RemoveAtEnd&) = delete;

 private:
  std::string path_;
};

void merge(const std::vector<std::string>& paths, const std::string& target) {
  if (paths.size() == 1) return fs::rename(paths.front(), target);
  Xapian::Database all;
  for (const std::string& path : paths) all.add_database(Xapian::Database(path));
  all.compact(target);
  for (const std::string& path : paths) fs::remove_all(path);
}

class Build {
 public:
  Build(const BuildRequest& request, std::vector<NoteToBuild>& notes)
      : request_(request), notes_(notes), chunks_(cut_into_chunks(notes)) {}

  std::vector<Diagnostic> run() {
    if (chunks_.empty()) chunks_.emplace_back();
    const RemoveAtEnd segments_go(segment_folder());
    fs::create_directories(segment_folder());
    for (std::size_t i = 0; i < chunks_.size(); ++i)
      chunks_[i].path = segment_folder() + "/" + std::to_string(i);
    work_together();
    if (failure_) std::rethrow_exception(failure_);
    merge_chunks();
    std::vector<Diagnostic> diagnostics;
    for (Chunk& chunk : chunks_)
      std::ranges::move(chunk.diagnostics, std::back_inserter(diagnostics));
    return diagnostics;
  }

 private:
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
    try {
      SectionDocuments documents(request_.language);
      for (std::size_t i = next_chunk_++; i < chunks_.size(); i = next_chunk_++)
        write_chunk(documents, chunks_[i]);
    } catch (...) {
      next_chunk_ = chunks_.size();
      const std::lock_guard lock(failure_mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
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
      NoteToBuild& note = notes_[i];
      const Root& root = *note.scan->root;
      bytes += note.found->stamp.size;
      try {
        write_note(database, documents, chunk, note);
      } catch (const std::bad_alloc&) {
        chunk.diagnostics.push_back(too_large(root, note.found->rel_path));
        database.delete_document(note_term(root.path, note.found->rel_path));
      }
      request_.progress(++notes_done_, bytes_done_ += note.found->stamp.size);
    }
    database.commit();
    return i;
  }

  static void write_note(Xapian::WritableDatabase& database, SectionDocuments& documents,
                         Chunk& chunk, NoteToBuild& note) {
    auto read = read_for_index(*note.scan->root, note.found->rel_path, chunk.diagnostics);
    if (!read) return;
    for (const ExtractedSection& section : read->sections)
      database.add_document(documents.make(*read, hash_section(section), chunk.diagnostics));
    note.catalog = std::move(read->catalog);
  }

  // Merges neighbours, so that documents keep the order of the notes.
  void merge_chunks() const {
    std::vector<std::string> paths;
    for (const Chunk& chunk : chunks_) paths.push_back(chunk.path);
    for (int tier = 1; paths.size() > kMaxMergedAtOnce; ++tier) {
      std::vector<std::string> merged;
      for (std::size_t begin = 0; begin < paths.size(); begin += kMaxMergedAtOnce) {
        const std::size_t end = std::min(begin + kMaxMergedAtOnce, paths.size());
        merged.push_back(segment_folder() + "/t" + std::to_string(tier) + "-" +
                         std::to_string(begin));
        merge({paths.begin() + static_cast<std::ptrdiff_t>(begin),
               paths.begin() + static_cast<std::ptrdiff_t>(end)},
              merged.back());
      }
      paths = std::move(merged);
    }
    merge(paths, request_.path);
  }

  std::string segment_folder() const { return request_.path + ".segments"; }

  const BuildRequest& request_;
  std::vector<NoteToBuild>& notes_;  // each worker writes its own
  std::vector<Chunk> chunks_;
  std::atomic<std::size_t> next_chunk_{0};
  std::atomic<std::uint64_t> notes_done_{0};
  std::atomic<std::uint64_t> bytes_done_{0};
  std::mutex failure_mutex_;
  std::exception_ptr failure_;
};

}  // namespace

std::vector<Diagnostic> build_generation(const BuildRequest& request,
                                         std::vector<NoteToBuild>& notes) {
  return Build(request, notes).run();
}

}  // namespace notes
