// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_program.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <memory>
#include <optional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "common/cli/terminal.h"
#include "common/environment.h"
#include "common/index/settings.h"
#include "common/output.h"
#include "common/text/printable.h"
#include "indexer/index_job.h"
#include "indexer/options.h"
#include "indexer/progress_bar.h"
#include "indexer/status.h"
#include "indexer/store/root_scan.h"
#include "indexer/verify.h"
#include "indexer/watch/folder_watcher.h"

namespace notes {
namespace {

using std::chrono::milliseconds;

// How long a person's run waits for another writer before it gives up.
constexpr milliseconds kPatience{10'000};

// A query waits no longer than for a change that a watcher is just writing.
constexpr milliseconds kRefreshPatience{200};

// When a watcher tries again after another writer was in its way, or the index could not be opened.
constexpr milliseconds kRetryAfter{500};

// By then the times of what a watcher has just read prove that it is unchanged, so that no query
// has to see to it.
constexpr milliseconds kSettledAfter{2'100};

// Paths and what stands in notes must not drive the terminal.
void complain(std::string_view text) {
  print_aside("notes-index: " + printable(text) + "\n");
}

void complain(const Diagnostic& diagnostic) {
  const std::string line = diagnostic.line > 0 ? ":" + std::to_string(diagnostic.line) : "";
  complain(diagnostic.path + line + ": " + diagnostic.text);
}

IndexRequest request_from(const IndexOptions& options) {
  IndexRequest request;
  request.directory = index_directory(options.db);
  for (const std::string& path : options.paths) {
    RootRequest root = request_root(path);
    root.ignore_globs = options.ignore;
    root.extra_extensions = options.extensions;
    request.new_roots.push_back(std::move(root));
  }
  request.removed_roots = options.removals;
  request.language = options.stemmer;
  request.rebuild = options.command == IndexCommand::rebuild;
  request.jobs = options.jobs > 0 ? static_cast<unsigned>(options.jobs)
                                  : std::max(1U, std::thread::hardware_concurrency());
  request.patience = options.command == IndexCommand::refresh ? kRefreshPatience : kPatience;
  return request;
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
  if (options.verbosity == Verbosity::verbose)
    for (const std::string& written : outcome.written) print(printable(written) + "\n");
  if (options.verbosity != Verbosity::quiet) print(summary(outcome));
}

ExitCode run_update(const IndexOptions& options) {
  const IndexRequest request = request_from(options);
  IndexOutcome outcome;
  {
    ProgressBar bar(progress_style(options));
    outcome = run_index_job(request, [&](const Progress& progress) { bar.show(progress); });
  }
  if (options.command != IndexCommand::refresh) report(outcome, options);
  return ExitCode::found;
}

struct QuietUpdate {
  bool busy = false;                // another process was writing: nothing was done
  std::optional<milliseconds> due;  // the next one, even if nothing changes until then
};

// Prints only when something happened: a watcher's output is a journal.
QuietUpdate update_quietly(const IndexOptions& options) {
  QuietUpdate update;
  try {
    const IndexOutcome outcome = run_index_job(request_from(options), [](const Progress&) {});
    const bool wrote = !outcome.written.empty();
    if (wrote || (outcome.changed && outcome.settings.last_run.skipped > 0))
      report(outcome, options);
    if (wrote) update.due = kSettledAfter;
  } catch (const Error& error) {
    if (error.exit_code() != ExitCode::index_busy) throw;
    complain(error.text());
    update = {true, kRetryAfter};
  }
  flush_output();
  return update;
}

// Waits for SIGINT or SIGTERM in a thread of its own, where a handler may do anything.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM}) sigaddset(&signals_, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  void stop(const std::shared_ptr<FolderWatcher>& watcher) {
    std::thread([signals = signals_, watcher] {
      int received = 0;
      sigwait(&signals, &received);
      watcher->request_stop();
    }).detach();
  }

 private:
  sigset_t signals_{};
};

// The file that changes when another run adds or removes a root.
WatchedRoot place_of_roots(const std::string& directory) {
  return {settings_copy_path(directory), {}};
}

// Follows the roots as they are now. False when the index cannot be opened at this moment.
bool follow_roots(FolderWatcher& watcher, const std::string& directory) {
  std::vector<WatchedRoot> places{place_of_roots(directory)};
  try {
    for (const Root& root : open_index(directory).settings.roots)
      places.push_back({root.path, rules_of(root)});
  } catch (const Error& error) {
    complain(error.text());
    return false;
  }
  watcher.watch(std::move(places));
  return true;
}

bool roots_changed(const Changes& changes) {
  return std::ranges::any_of(changes.places, [](const auto& place) { return place.root == 0; });
}

ExitCode run_watch(const IndexOptions& options) {
  if (options.paths.empty()) open_index(index_directory(options.db));  // or else its error
  StopSignals signals;
  std::optional<milliseconds> due;
  IndexOptions pending = options;  // with its paths until they are roots of the index
  const auto update = [&] {
    const QuietUpdate done = update_quietly(pending);
    if (!done.busy) pending.paths.clear();
    if (done.due) due = done.due;
  };
  update();
  const std::string directory = index_directory(options.db);
  const auto watcher =
      std::make_shared<FolderWatcher>(std::vector<WatchedRoot>{place_of_roots(directory)});
  bool follows_roots = follow_roots(*watcher, directory);
  signals.stop(watcher);
  for (;;) {
    // Also takes up what changed before the watches stood.
    update();
    WaitLimits limits;
    limits.timeout = follows_roots ? due : kRetryAfter;
    const Changes changes = watcher->wait(limits);
    if (changes.empty() && follows_roots) due.reset();
    for (const Diagnostic& diagnostic : changes.diagnostics) complain(diagnostic);
    if (changes.stopped) return ExitCode::found;
    if (!follows_roots || roots_changed(changes)) follows_roots = follow_roots(*watcher, directory);
  }
}

ExitCode run_status(const IndexOptions& options) {
  const OpenIndex index = open_index(index_directory(options.db));
  print(options.json ? status_json(index) : status_text(index));
  return ExitCode::found;
}

ExitCode run_verify(const IndexOptions& options) {
  const VerifyReport report = verify_index(index_directory(options.db));
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
  ::umask(S_IRWXG | S_IRWXO);  // the words of the notes are their owner's
  const auto parsed = parse_index_options(argc, argv);
  if (const auto* text = std::get_if<TextToPrint>(&parsed)) {
    print(text->text);
    return ExitCode::found;
  }
  const IndexOptions& options = std::get<IndexOptions>(parsed);
  switch (options.command) {
    case IndexCommand::update:
    case IndexCommand::rebuild:
    case IndexCommand::remove:
    case IndexCommand::refresh:
      return run_update(options);
    case IndexCommand::status:
      return run_status(options);
    case IndexCommand::verify:
      return run_verify(options);
    case IndexCommand::watch:
      return run_watch(options);
  }
  return ExitCode::failure;
}

}  // namespace notes
