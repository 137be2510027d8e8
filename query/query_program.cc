// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_program.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <unistd.h>

#include "common/cli/terminal.h"
#include "common/index/location.h"
#include "query/commands/search_command.h"
#include "query/options.h"
#include "query/render/advice.h"
#include "query/render/renderers.h"

namespace notes {
namespace {

void print(std::string_view text, std::FILE* stream = stdout) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

RenderOptions render_options(const QueryOptions& options) {
  RenderOptions render;
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

ExitCode run(const QueryOptions& options) {
  SearchCommand command{index_directory(options.db),
                        options.query,
                        options.conditions,
                        options.today,
                        options.refresh,
                        options.search};
  command.request.full_matches_suffice = options.format == "text";
  const SearchResult result = run_search(command);
  std::ostringstream out;
  find_format(options.format)->render(result, render_options(options), out);
  print(out.str());
  // JSON carries its notes itself.
  if (!options.format.starts_with("json")) print(advice_text(result), stderr);
  return result.hits.empty() ? ExitCode::nothing_found : ExitCode::found;
}

}  // namespace

ExitCode query_main(int argc, char** argv) {
  const auto parsed = parse_query_options(argc, argv);
  if (const auto* text = std::get_if<TextToPrint>(&parsed)) {
    print(text->text);
    return ExitCode::found;
  }
  return run(std::get<QueryOptions>(parsed));
}

}  // namespace notes
