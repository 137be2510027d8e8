// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_job.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <new>

#include <xapian.h>

#include "common/index/catalog.h"
#include "common/index/document_terms.h"
#include "common/index/open_index.h"
#include "common/index/own_files.h"
#include "indexer/store/index_writer.h"
#include "indexer/store/root_scan.h"

namespace notes {
namespace {

using Clock = std::chrono::steady_clock;

Error no_notes() {
  return Error(ExitCode::failure, "the index has no notes yet",
               "say what to index: notes-index PATH-OF-YOUR-NOTES");
}

class IndexJob {
 public:
  IndexJob(const IndexRequest& request, const std::function<void(const Progress&)>& report)
      : request_(request), report_(report) {}

  IndexOutcome run() {
    if (!request_.is_partial)
      std::ranges::transform(request_.paths, std::back_inserter(new_roots_), request_root);
    if (new_roots_.empty() && !std::filesystem::exists(request_.directory)) {
      if (request_.is_partial) open_index(request_.directory);  // throws if there is none
      throw no_notes();
    }
    prepare_index_directory(request_.directory);
    if (request_.rebuild) remove_false_lock(request_.directory);
    const Descriptor lock = lock_index(request_.directory, request_.patience);
    const WriteFailureReport on_write_failure(request_.directory);
    load();
    apply_root_changes();
    scan();
    if (must_build())
      build();
    else
      update();
    write_settings_copy(request_.directory, outcome_.settings);
    std::erase(outcome_.remarks, "");
    return std::move(outcome_);
  }

 private:
  // Loads the index, or what is left of its settings if it must be rebuilt.
  void load() {
    try {
      remove_leftovers(request_.directory);
      index_ = open_index(request_.directory);
      outcome_.settings = index_->settings;
    } catch (const Error& error) {
      const bool may_begin = error.exit_code() == ExitCode::no_index && !request_.is_partial;
      if (!request_.rebuild && !may_begin) throw;
      outcome_.settings = rescue_settings(request_.directory).value_or(IndexSettings{});
      if (error.exit_code() != ExitCode::wrong_schema)
        outcome_.remarks.push_back(
            drop_unnamed_roots(outcome_.settings, new_roots_, request_.directory));
    }
    // A rebuild replaces a copy of the settings that is not ours; an update refuses to begin.
    if (!request_.rebuild) find_settings_copy(request_.directory);
  }

  void apply_root_changes() {
    IndexSettings& settings = outcome_.settings;
    const std::vector<Root> before = settings.roots;
    for (const std::string& path : request_.removed_roots) remove_root(settings, path);
    if (!request_.is_partial)
      std::ranges::move(add_roots(settings, new_roots_, request_.rules),
                        std::back_inserter(outcome_.remarks));
    for (const Root& root : before)
      if (find_root(settings, root.number) == nullptr) dropped_.push_back(root);
    if (settings.roots != before) outcome_.changed = true;
    if (request_.language && *request_.language != settings.language) {
      settings.language = *request_.language;
      other_language_ = true;  // every stem changes
    }
    if (settings.roots.empty() && before.empty()) throw no_notes();
  }

  void scan() {
    std::vector<Root>& roots = outcome_.settings.roots;
    std::vector<Places> places(roots.size());
    if (request_.is_partial) places = places_below(roots, request_.paths, outcome_.diagnostics);
    for (std::size_t i = 0; i < roots.size(); ++i) {
      if (request_.is_partial && places[i].empty()) continue;
      Root& root = roots[i];
      const auto* known = must_build() ? nullptr : &index_->database;
      scans_.push_back(scan_root(root, known, places[i], outcome_.diagnostics));
      notes_before_ += scans_.back().catalog.size();
      for (const FoundNote& note : scans_.back().to_read) {
        ++progress_.total_notes;
        progress_.total_bytes += note.stamp.size;
      }
      if (!request_.is_partial) take_note_of(root, scans_.back());
    }
    if (must_build()) return;
    for (const Root& root : dropped_) scans_.push_back(scan_dropped(root, index_->database));
  }

  void take_note_of(Root& root, const RootScan& scan) {
    // A changed .gitignore may be why most notes are gone.
    if (2 * scan.vanished.size() > scan.catalog.size())
      outcome_.remarks.push_back(remark_on_gitignore(root));
    if (!scan.has_notes && std::ranges::count(new_roots_, root.path, &Root::path) > 0)
      outcome_.remarks.push_back(root.path +
                                 ": has no notes yet; they will be indexed when there are some");
    if (scan.has_notes && root.is_mount_point != is_mount_point(root.path)) {
      root.is_mount_point = !root.is_mount_point;
      outcome_.changed = true;
    }
  }

  bool must_build() const { return request_.rebuild || other_language_ || !index_; }

  std::vector<Diagnostic> unread_places() const {
    return notes::unread_places(
        scans_, request_.is_partial ? outcome_.settings.unread : std::vector<Diagnostic>());
  }

  // A new generation cannot take over notes that cannot be read. It is better not to build it than
  // to lose them.
  void require_readable_notes() const {
    if (!index_) return;
    for (const RootScan& scan : scans_) {
      if (scan.unread.empty()) continue;
      RootScan before;
      before.catalog = read_catalog(index_->database, scan.root->number);
      for (const auto& [rel_path, why] : scan.unread)
        if (before.holds_notes_of(rel_path))
          throw Error(
              ExitCode::failure,
              note_path(*scan.root, rel_path) + ": " + why + "; a rebuild would lose its notes",
              "make it readable, or leave it out with --ignore");
    }
  }

  void build() {
    try {
      require_readable_notes();
      write_generation();
    } catch (...) {
      // The disk may be full, so what the build wrote goes at once, not with the next run.
      remove_leftovers_if_possible(request_.directory);
      throw;
    }
    outcome_.changed = true;
  }

  void write_generation() {
    std::vector<NoteToBuild> notes;
    for (RootScan& scan : scans_)
      for (const FoundNote& found : scan.to_read)
        notes.push_back({scan.root, &found, &scan.learned[found.rel_path]});
    const auto report = [this](std::uint64_t read, std::uint64_t bytes) {
      report_({read, progress_.total_notes, bytes, progress_.total_bytes});
    };
    const BuildRequest build{new_generation_path(request_.directory), outcome_.settings.language,
                             request_.jobs, report};
    std::vector<Diagnostic> told = build_generation(build, notes);
    for (RootScan& scan : scans_) take_unread(scan, told);
    require_readable_notes();
    std::ranges::move(told, std::back_inserter(outcome_.diagnostics));
    store_catalog(build.path);
    switch_generation(request_.directory, std::filesystem::path(build.path).filename().string());
  }

  // Stores what segments do not hold because merging would lose it.
  void store_catalog(const std::string& path) {
    for (const RootScan& scan : scans_)
      for (const auto& [rel_path, note] : scan.learned) {
        ++(note ? run_.added : run_.skipped);
        if (note) tell("added ", *scan.root, rel_path);
      }
    Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
    store_results(database);
    database.commit();
  }

  void update() {
    for (const RootScan& scan : scans_)
      if (!scan.to_read.empty() || !scan.vanished.empty()) outcome_.changed = true;
    const bool folders_changed =
        !request_.is_partial && read_folders(index_->database) != all_folders();
    const bool unread_changed = unread_places() != outcome_.settings.unread;
    if (!outcome_.changed && !folders_changed && !unread_changed) return;
    outcome_.changed = outcome_.changed || unread_changed;
    require_own_tables(request_.directory, index_->generation, Access::write);
    IndexWriter writer(request_.directory + "/" + index_->generation, outcome_.settings.language);
    read_changed_notes(writer);
    remove_vanished_notes(writer);
    store_results(writer.database);
    writer.database.commit_transaction();
  }

  void read_changed_notes(IndexWriter& writer) {
    for (RootScan& scan : scans_)
      for (const FoundNote& found : scan.to_read) {
        try {
          read_note_again(scan, found, writer);
        } catch (const std::bad_alloc&) {
          outcome_.diagnostics.push_back(too_large(*scan.root, found.rel_path));
          ++run_.skipped;
          leave_out(scan, found.rel_path, writer);
        }
        ++progress_.notes;
        progress_.bytes += found.stamp.size;
        report_(progress_);
      }
  }

  void read_note_again(RootScan& scan, const FoundNote& found, IndexWriter& writer) {
    std::vector<Diagnostic>& diagnostics = outcome_.diagnostics;
    const std::size_t before = diagnostics.size();
    auto read = read_for_index(*scan.root, found.rel_path, diagnostics);
    const CatalogNote* known = scan.find_known(found.rel_path);
    if (!read) {
      ++run_.skipped;
      const bool is_unread = diagnostics.size() > before && diagnostics.back().unread;
      if (is_unread) scan.unread[found.rel_path] = diagnostics.back().text;
      if (!is_unread || known == nullptr) leave_out(scan, found.rel_path, writer);
      return;
    }
    const bool same_bytes = known != nullptr && known->content_hash == read->catalog.content_hash;
    if (!same_bytes) {
      writer.replace_note(*read, diagnostics);
      ++(known == nullptr ? run_.added : run_.changed);
      tell(known == nullptr ? "added " : "changed ", *scan.root, found.rel_path);
    }
    scan.learned[found.rel_path] = std::move(read->catalog);
  }

  static void leave_out(RootScan& scan, const std::string& rel_path, IndexWriter& writer) {
    writer.database.delete_document(note_term(scan.root->path, rel_path));
    scan.learned[rel_path].reset();
  }

  void remove_vanished_notes(IndexWriter& writer) {
    for (RootScan& scan : scans_)
      for (const std::string& rel_path : scan.vanished) {
        leave_out(scan, rel_path, writer);
        tell("removed ", *scan.root, rel_path);
        ++run_.removed;
      }
  }

  void store_results(Xapian::WritableDatabase& database) {
    for (RootScan& scan : scans_) write_learned(database, scan);
    if (!request_.is_partial) write_folders(database, all_folders());
    outcome_.settings.unread = unread_places();
    count_run();
    write_settings(database, outcome_.settings);
  }

  std::vector<CatalogFolder> all_folders() const {
    std::vector<CatalogFolder> folders;
    for (const RootScan& scan : scans_)
      folders.insert(folders.end(), scan.folders.begin(), scan.folders.end());
    return folders;
  }

  void count_run() {
    IndexSettings& settings = outcome_.settings;
    std::uint64_t notes = 0;
    for (const RootScan& scan : scans_) notes += scan.catalog.size();
    settings.note_count = request_.is_partial ? settings.note_count + notes - notes_before_ : notes;
    run_.finished_at = std::time(nullptr);
    run_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    settings.last_run = run_;
  }

  void tell(const char* what, const Root& root, const std::string& rel_path) {
    outcome_.written.push_back(what + note_path(root, rel_path));
  }

  const IndexRequest& request_;
  const std::function<void(const Progress&)>& report_;
  Clock::time_point start_ = Clock::now();
  std::vector<Root> new_roots_;
  std::optional<OpenIndex> index_;  // before this run
  std::vector<RootScan> scans_;  // of the roots in the order of the settings, then of those dropped
  std::vector<Root> dropped_;    // roots whose notes must be removed
  bool other_language_ = false;
  std::uint64_t notes_before_ = 0;  // of the scanned roots
  Progress progress_;
  RunSummary run_;
  IndexOutcome outcome_;
};

}  // namespace

IndexOutcome run_index_job(const IndexRequest& request,
                           const std::function<void(const Progress&)>& report) {
  try {
    return IndexJob(request, report).run();
  } catch (const Xapian::Error& error) {
    throw index_error(request.directory, error);
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ExitCode::failure, error.path1().string() + ": " + error.code().message(),
                "check the permissions and the free space there");
  }
}

}  // namespace notes
