// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_program.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include "common/cli/terminal.h"
#include "common/index/location.h"
#include "query/commands/commands.h"
#include "query/options.h"
#include "query/synonyms_file.h"

namespace notes {
namespace {

void print(std::string_view text, std::FILE* stream = stdout) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

RenderOptions render_options(const QueryOptions& options) {
  RenderOptions render;
  render.to_terminal = is_terminal(STDOUT_FILENO);
  render.color = wants_color(options.color, STDOUT_FILENO);
  render.hyperlinks = render.color && is_terminal(STDOUT_FILENO);
  render.width = terminal_width();
  render.nul_separated = options.nul_separated;
  render.explain = options.search.explain;
  std::error_code gone;  // a deleted working directory: paths stay absolute
  render.current_directory = std::filesystem::current_path(gone).string();
  if (const char* home = std::getenv("HOME")) render.home_directory = home;
  return render;
}

CommandRequest request_of(const QueryOptions& options) {
  return {options.argument,
          options.max_tokens,
          {index_directory(options.db), options.query, options.conditions, options.today,
           options.refresh, options.search, read_synonyms()},
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
  const CommandOutput output = run(std::get<QueryOptions>(parsed));
  print(output.data);
  print(output.advice, stderr);
  return output.exit_code;
}

}  // namespace notes
