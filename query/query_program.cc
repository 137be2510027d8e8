// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_program.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <unistd.h>

#include "common/cli/terminal.h"
#include "common/environment.h"
#include "common/index/location.h"
#include "query/commands/commands.h"
#include "query/options.h"
#include "query/pager.h"
#include "query/render/fitted_lines.h"
#include "query/synonyms_file.h"

namespace notes {
namespace {

void print(std::string_view text, std::FILE* stream = stdout) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

void print_or_page(std::string_view text, const QueryOptions& options) {
  const std::string pager = options.pager && is_longer_than_terminal(text) ? pager_command() : "";
  if (pager.empty() || !show_in_pager(pager, text)) print(text);
}

[[noreturn]] void become(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::fflush(nullptr);
  ::execvp(arguments.front(), arguments.data());
  throw Error(ExitCode::failure, words.front() + ": " + std::strerror(errno),
              "name another editor with --editor, $VISUAL or $EDITOR");
}

RenderOptions render_options(const QueryOptions& options) {
  RenderOptions render;
  render.to_terminal = is_terminal(STDOUT_FILENO);
  render.color = wants_color(options.color, STDOUT_FILENO);
  render.hyperlinks = wants_links(options.links, render.color);
  render.link_form = options.link_form;
  render.host = render.hyperlinks ? host_name() : "";
  render.width = terminal_width();
  render.nul_separated = options.nul_separated;
  render.explain = options.search.explain;
  render.one_a_note = options.search.grouping == Grouping::note;
  render.hits_apart = options.search.grouping == Grouping::none;
  std::error_code gone;  // a deleted working directory: paths stay absolute
  render.current_directory = std::filesystem::current_path(gone).string();
  render.home_directory = environment("HOME").value_or("");
  return render;
}

// What does not search must not fail for a file it has no use for.
SynonymSets synonyms_for(const QueryOptions& options) {
  const bool searches =
      options.command == nullptr || options.command->query == CommandQuery::narrows;
  return searches && options.reads_config ? read_synonyms() : SynonymSets{};
}

CommandRequest request_of(const QueryOptions& options) {
  return {options.argument,
          options.max_tokens,
          options.editor,
          options.saved_searches,
          {index_directory(options.db), options.query, options.conditions, options.today,
           options.refresh, options.search, synonyms_for(options)},
          options.format,
          render_options(options)};
}

CommandOutput run(const QueryOptions& options) {
  const CommandRequest request = request_of(options);
  if (options.command == nullptr) return search_command(request);
  check(*options.command, request);
  return options.command->run(request);
}

}  // namespace

ExitCode query_main(int argc, char** argv) {
  const auto parsed = parse_query_options(argc, argv);
  if (const auto* text = std::get_if<TextToPrint>(&parsed)) {
    print(text->text);
    return ExitCode::found;
  }
  const auto& options = std::get<QueryOptions>(parsed);
  const CommandOutput output = run(options);
  print_or_page(output.data, options);
  const bool advises_people = is_terminal(STDERR_FILENO);
  print(advises_people ? wrapped(output.advice, terminal_width()) : output.advice, stderr);
  if (!output.next_program.empty()) become(output.next_program);
  return output.exit_code;
}

}  // namespace notes
