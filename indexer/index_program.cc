// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_program.h"

#include <chrono>
#include <csignal>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "common/environment.h"
#include "common/index/catalog.h"
#include "common/run_main.h"
#include "common/text/printable.h"
#include "indexer/options.h"
#include "indexer/progress_bar.h"
#include "indexer/status.h"
#include "indexer/watch/folder_watcher.h"

namespace notes {
namespace {

using std::chrono::milliseconds;

// When a watcher tries again after another writer was busy, or the index could not be opened.
constexpr milliseconds kRetryAfter{500};

// A full disk or a lost permission takes longer to fix.
constexpr milliseconds kRetryAfterFailure{5'000};

// By then, the times of the files prove that what a watcher just read is unchanged, so queries need
// not check.
constexpr milliseconds kSettledAfter{2'100};

// Paths and text of notes must not control the terminal.
void complain(std::string_view text) {
  print_aside("notes-index: " + printable(text) + "\n");
}

void complain(const Diagnostic& diagnostic) {
  const std::string line = diagnostic.line > 0 ? ":" + std::to_string(diagnostic.line) : "";
  complain(diagnostic.path + line + ": " + diagnostic.text);
}

ProgressStyle progress_style(const IndexOptions& options) {
  if (options.verbosity == Verbosity::quiet || options.command == IndexCommand::refresh)
    return ProgressStyle::none;
  return is_terminal(STDERR_FILENO) ? ProgressStyle::bar : ProgressStyle::lines;
}

std::string counted(std::uint64_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string summary(const IndexOutcome& outcome) {
  const RunSummary& run = outcome.settings.last_run;
  std::string text;
  const auto add = [&](std::uint64_t count, const char* what) {
    if (count > 0) text.append(text.empty() ? "" : ", ").append(std::to_string(count)).append(what);
  };
  add(run.added, " added");
  add(run.changed, " changed");
  add(run.removed, " removed");
  add(run.skipped, " skipped");
  const std::string notes = counted(outcome.settings.note_count, "note");
  if (!outcome.changed || text.empty()) return notes + ", nothing changed\n";
  return notes + ": " + text + "\n";
}

void report(const IndexOutcome& outcome, const IndexOptions& options) {
  for (const std::string& remark : outcome.remarks) complain(remark);
  for (const Diagnostic& diagnostic : outcome.diagnostics) complain(diagnostic);
  if (options.verbosity != Verbosity::quiet)
    for (const std::string& path : options.request.removed_roots)
      print(printable(path) + ": no longer indexed\n");
  if (options.verbosity == Verbosity::verbose)
    for (const std::string& written : outcome.written) print(printable(written) + "\n");
  if (options.verbosity != Verbosity::quiet) print(summary(outcome));
}

ExitCode run_update(const IndexOptions& options) {
  IndexOutcome outcome;
  {
    ProgressBar bar(progress_style(options));
    outcome = run_index_job(options.request, [&](const Progress& progress) { bar.show(progress); });
  }
  if (options.command != IndexCommand::refresh) report(outcome, options);
  return ExitCode::found;
}

// From now on SIGINT and SIGTERM stop the watcher. It may finish its work within half a second, or
// until another signal. Then it is cut off, which leaves the index as of its last commit.
void stop_on_signals(std::shared_ptr<FolderWatcher> watcher) {
  sigset_t signals{};
  sigemptyset(&signals);
  for (const int signal : {SIGINT, SIGTERM}) sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals, watcher = std::move(watcher)] {
    int received = 0;
    sigwait(&signals, &received);
    watcher->request_stop();
    constexpr timespec kHalfASecond{0, 500'000'000};
    sigtimedwait(&signals, nullptr, &kHalfASecond);
    ::_exit(static_cast<int>(ExitCode::found));
  }).detach();
}

// Updates the index after each change, until it is told to stop.
class WatchRun {
 public:
  explicit WatchRun(const IndexOptions& options)
      : pending_(options), directory_(options.request.directory) {}

  ExitCode run() {
    stop_on_signals(watcher_);
    if (pending_.request.paths.empty()) static_cast<void>(open_index(directory_));
    update();
    for (;;) {
      follow_roots();
      // Also indexes what changed before the watches were set.
      update();
      WaitLimits limits;
      limits.timeout = due_;
      const Changes changes = watcher_->wait(limits);
      if (changes.empty()) due_.reset();
      for (const Diagnostic& diagnostic : changes.diagnostics) complain(diagnostic);
      if (changes.stopped) return ExitCode::found;
    }
  }

 private:
  // Prints only if something happened: a watcher's output is a log.
  void update() {
    try {
      const IndexOutcome outcome = run_index_job(pending_.request, [](const Progress&) {});
      const bool wrote = !outcome.written.empty();
      if (wrote || (outcome.changed && !outcome.diagnostics.empty())) report(outcome, pending_);
      if (wrote) due_ = kSettledAfter;
      pending_.request.paths.clear();
      told_.clear();
      began_ = true;
    } catch (const Error& error) {
      const bool is_busy = error.exit_code() == ExitCode::index_busy;
      const bool may_pass = is_busy || (began_ && error.exit_code() == ExitCode::failure);
      if (!may_pass) throw;
      try_again(error, is_busy ? kRetryAfter : kRetryAfterFailure);
    }
    flush_output();
  }

  // Watches the current roots, and the file that changes when another run adds or removes one.
  void follow_roots() {
    std::vector<Root> places{{.path = settings_copy_path(directory_), .is_file = true}};
    try {
      for (Root root : open_index(directory_).settings.roots) {
        root.is_mount_point = false;  // a disk that comes or goes makes it no other root
        places.push_back(std::move(root));
      }
    } catch (const Error& error) {
      return try_again(error, kRetryAfter);
    }
    if (places == followed_) return;
    watcher_->watch(places);
    followed_ = std::move(places);
    if (pending_.verbosity == Verbosity::quiet) return;
    for (std::size_t i = 1; i < followed_.size(); ++i)
      print("watching " + printable(followed_[i].path) + "\n");
    flush_output();
  }

  void try_again(const Error& error, milliseconds after) {
    if (error.text() != told_) complain(error.text());
    told_ = error.text();
    due_ = after;
  }

  IndexOptions pending_;  // has its paths until they are roots of the index
  std::string directory_;
  std::shared_ptr<FolderWatcher> watcher_ = std::make_shared<FolderWatcher>();
  std::vector<Root> followed_;
  std::optional<milliseconds> due_;  // the next update, even if nothing changes until then
  bool began_ = false;
  std::string told_;  // the current obstacle, reported once
};

ExitCode run_status(const IndexOptions& options) {
  const OpenIndex index = open_index(options.request.directory);
  print(options.json ? status_json(index) : status_text(index));
  return ExitCode::found;
}

ExitCode run_verify(const IndexOptions& options) {
  const VerifyReport report = verify_index(options.request.directory);
  for (const std::string& fault : report.faults) complain(fault);
  if (!report.faults.empty())
    throw Error(ExitCode::damaged_index, counted(report.faults.size(), "fault") + " found",
                "run notes-index --rebuild");
  const std::string changed =
      report.changed > 0 ? ", " + counted(report.changed, "note") + " changed since" : "";
  print(counted(report.notes, "note") + ", " + counted(report.sections, "section") +
        ": the index is sound" + changed + "\n");
  return ExitCode::found;
}

}  // namespace

ExitCode index_main(int argc, char** argv) {
  ::umask(S_IRWXG | S_IRWXO);  // only the owner may read the words of the notes
  const auto parsed = parse_index_options(argc, argv);
  if (const auto* text = std::get_if<TextToPrint>(&parsed)) {
    print(text->text);
    return ExitCode::found;
  }
  const IndexOptions& options = std::get<IndexOptions>(parsed);
  if (options.command == IndexCommand::status) return run_status(options);
  if (options.command == IndexCommand::verify) return run_verify(options);
  if (options.command == IndexCommand::watch) return WatchRun(options).run();
  return run_update(options);
}

}  // namespace notes
