// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <charconv>

#include "common/text/printable.h"
#include "query/commands/commands.h"
#include "query/commands/editor.h"
#include "query/render/advice.h"
#include "query/render/hit_group.h"

namespace notes {
namespace {

constexpr std::size_t kMostSections = 10000;

std::size_t parse_number(const std::string& typed) {
  std::size_t number = 0;
  const char* end = typed.data() + typed.size();
  const auto [rest, problem] = std::from_chars(typed.data(), end, number);
  if (rest != end || problem != std::errc() || number < 1 || number > kMostSections)
    throw Error(ExitCode::failure, "--open: '" + typed + "' is not the number of a section",
                "give a whole number from 1 to " + std::to_string(kMostSections));
  return number;
}

CommandOutput nothing(const SearchResult& result, std::size_t number) {
  const std::size_t count = result.hits.size();
  const std::string advice =
      count == 0
          ? advice_on(result).above
          : "--open " + std::to_string(number) + ": there " +
                (count == 1 ? "is 1 section" : "are " + std::to_string(count) + " sections") +
                " to open; to search for " + std::to_string(number) + ", write it first\n";
  return {"", advice, ExitCode::nothing_found};
}

}  // namespace

void require_editor(const CommandRequest& request, const std::string& option) {
  if (request.editor.empty())
    throw Error(ExitCode::failure,
                option + ": neither --editor, $VISUAL nor $EDITOR names an editor",
                "for example: export EDITOR=nano");
}

CommandOutput open_in_editor(const CommandRequest& request, const Hit& hit) {
  EditorCommand editor = editor_command(request.editor, hit);
  CommandOutput output;
  if (!editor.at_line) {
    const std::string name = printable(editor.words.front());
    output.advice = name +
                    ": opens the note at its start, because how it takes a line is not known; "
                    "tell it with --editor '" +
                    name + " … {line} {path}'\n";
  }
  output.next_program = std::move(editor.words);
  return output;
}

CommandOutput open_command(const CommandRequest& request) {
  const std::size_t number = parse_number(request.argument);
  require_editor(request, "--open");
  SearchRequest search = request.search;
  search.limit = std::max(search.limit, static_cast<int>(number));
  search.full_matches_suffice = true;
  const SearchResult result = run_search(search);
  if (result.hits.size() < number) return nothing(result, number);
  CommandOutput output =
      open_in_editor(request, *hits_of(groups_in_view(result.hits, request.render))[number - 1]);
  output.advice.insert(0, advice_on(result).above);
  return output;
}

}  // namespace notes
