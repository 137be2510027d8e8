// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.h"

#include <algorithm>
#include <array>
#include <span>
#include <thread>

#include <CLI/CLI.hpp>

#include "common/cli/command_line.h"
#include "common/cli/config_file.h"
#include "common/cli/standard_options.h"
#include "common/environment.h"
#include "common/error.h"
#include "common/text/ascii.h"

namespace notes {
namespace {

constexpr const char* kTasks = "Instead of updating";
constexpr const char* kNotes = "Which notes";
constexpr const char* kRun = "How";
constexpr int kMaxJobs = 256;

// How long a run started by a person waits for another writer.
constexpr std::chrono::milliseconds kPatience{10'000};

// A query only waits as long as a watcher takes to write one change.
constexpr std::chrono::milliseconds kRefreshPatience{200};

constexpr std::array<Example, 4> kExamples{{
    {"notes-index ~/notes", "index a folder, and remember it"},
    {"notes-index", "update the index from every remembered folder"},
    {"notes-index --status", "show what is in the index"},
    {"notes-index --watch", "follow changes until interrupted"},
}};

constexpr ProgramPage kPage{"[OPTION]... [PATH]...",
                            "Indexes Markdown notes for notes-query, and never changes them.",
                            kExamples, "man notes-index", WordKind::paths};

struct Typed {
  StandardOptions standard;
  std::vector<std::string> extension_lists;
  std::optional<std::string> db;
  int jobs = 0;  // 0 = as many as there are cores
};

void add_task_options(CLI::App& app, IndexOptions& options) {
  const auto add_task = [&](const char* name, IndexCommand command, const char* help) {
    add_switch(app, name, help, [&options, command] { options.command = command; });
  };
  start_group(app, kTasks);
  add_task("--status", IndexCommand::status, "show folders, counts, age and size");
  add_task("--watch", IndexCommand::watch, "update, then follow changes");
  add_task("--changed", IndexCommand::changed,
           "update only the given notes, such as one just saved");
  add_task("--rebuild", IndexCommand::rebuild, "index everything again");
  add_texts(app, {"--remove", "PATH", "forget this folder or file (repeatable)"},
            options.request.removed_roots);
  add_task("--verify", IndexCommand::verify, "check the index for damage");
  start_group(app, kFurtherOptions);
  add_switch(app, "--json", options.json, "with --status: print JSON");
  add_task("--refresh", IndexCommand::refresh, "update quietly, as notes-query does");
}

void add_note_options(CLI::App& app, IndexOptions& options, Typed& typed) {
  start_group(app, kNotes);
  add_texts(app, {"--ignore", "GLOB", "skip matching paths (repeatable, remembered)"},
            options.request.rules.ignore_globs);
  add_texts(app, {"--ext", "LIST", "also index these extensions: org,qmd (remembered)"},
            typed.extension_lists);
  add_text(app, {"--stemmer", "LANG", "language of the notes (default english), or none"},
           options.request.language);
  start_group(app, kFurtherOptions);
  add_choice(app, "--gitignore", "obey .gitignore (default yes, remembered)",
             options.request.rules.obey_gitignore, {{true, "yes", ""}, {false, "no", ""}});
}

void add_run_options(CLI::App& app, IndexOptions& options, Typed& typed) {
  start_group(app, kRun);
  add_text(app, {"--db", "DIR", "index directory (default $NOTES_DB, or your own)"}, typed.db);
  add_number(app, {"-j,--jobs", "N", "use at most N threads (default 0: one per core)"},
             {0, kMaxJobs}, typed.jobs);
  Verbosity& verbosity = options.verbosity;
  add_switch(app, "-q,--quiet", "print errors only",
             [&verbosity] { verbosity = Verbosity::quiet; });
  add_switch(app, "-v,--verbose", "print each note",
             [&verbosity] { verbosity = Verbosity::verbose; });
  start_group(app, kFurtherOptions);
  add_color_option(app, options.color);
  add_standard_options(app, typed.standard);
}

// Otherwise --status PATH would seem to be about that path.
void refuse_idle_arguments(const CLI::App& app, const IndexOptions& options) {
  if (options.json && options.command != IndexCommand::status)
    throw Error(ExitCode::failure, "--json: works only with --status",
                "notes-index --status --json");
  const IndexRequest& request = options.request;
  if (request.is_partial && request.paths.empty())
    throw Error(ExitCode::failure, "--changed: no note is given", "notes-index --changed PATH...");
  constexpr std::array kTakeRoots{IndexCommand::update, IndexCommand::rebuild, IndexCommand::watch};
  if (std::ranges::count(kTakeRoots, options.command) > 0) return;
  if (!request.paths.empty() && !request.is_partial)
    throw Error(ExitCode::failure, "'" + request.paths.front() + "': no paths are allowed here",
                options.command == IndexCommand::remove
                    ? "to forget several: --remove ONE --remove OTHER"
                    : "leave it out");
  for (const char* name : {"--ignore", "--ext", "--gitignore", "--stemmer"})
    if (app.get_option(name)->count() > 0)
      throw Error(ExitCode::failure, std::string(name) + ": works only when indexing",
                  "notes-index " + std::string(name) + "=… PATH");
}

std::vector<std::string> extensions(const std::vector<std::string>& lists) {
  std::vector<std::string> all;
  for (const std::string& list : lists)
    for (std::string text : CLI::detail::split(list, ',')) {
      if (text.starts_with('.')) text.erase(0, 1);
      text = ascii::to_lower(text);
      if (text.empty() || text.find_first_of("/*?. \t") != text.npos)
        throw Error(ExitCode::failure, "--ext: '" + text + "' is not a file extension",
                    "for example --ext=txt,org");
      all.push_back(std::move(text));
    }
  return all;
}

}  // namespace

std::variant<IndexOptions, TextToPrint> parse_index_options(int argc, const char* const* argv) {
  IndexOptions options;
  Typed typed;
  const auto app = make_app("notes-index");
  add_task_options(*app, options);
  add_note_options(*app, options, typed);
  add_run_options(*app, options, typed);
  declare_settings(*app, {"--jobs", "--quiet", "--verbose", "--color"});

  const auto arguments = std::span(argv, static_cast<std::size_t>(argc)).subspan(1);
  if (!arguments.empty() && arguments.front() == kCompleteLine)
    return TextToPrint{completed_line(*app, kPage.words, arguments.subspan(1), {})};
  CommandLine line = split_command_line(*app, arguments, SingleDash::is_error);
  apply_options(*app, line);
  if (const auto text = text_asked_for(*app, kPage, typed.standard)) return *text;
  // The command line wins, so it is applied again on top.
  if (!typed.standard.no_config && apply_settings(*app, read_config())) apply_options(*app, line);

  const auto option = [&](const char* name) { return app->get_option(name); };
  require_at_most_one({option("--quiet"), option("--verbose")});
  require_at_most_one({option("--rebuild"), option("--remove"), option("--status"),
                       option("--verify"), option("--watch"), option("--changed"),
                       option("--refresh")});
  if (!options.request.removed_roots.empty()) options.command = IndexCommand::remove;
  IndexRequest& request = options.request;
  request.paths = std::move(line.words);
  request.is_partial = options.command == IndexCommand::changed;
  request.patience = options.command == IndexCommand::refresh ? kRefreshPatience : kPatience;
  request.rules.extra_extensions = extensions(typed.extension_lists);
  refuse_idle_arguments(*app, options);
  request.directory = index_directory(typed.db);
  request.rebuild = options.command == IndexCommand::rebuild;
  request.jobs = typed.jobs > 0 ? static_cast<unsigned>(typed.jobs)
                                : std::max(1U, std::thread::hardware_concurrency());
  return options;
}

}  // namespace notes
