// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/complete_command.h"

#include "query/render/safe_text.h"
#include "query/search/completions.h"
#include "query/search/index_reader.h"

namespace notes {

// Never refreshes the index: somebody waits at a half-typed word.
CommandOutput complete_command(const CommandRequest& request) {
  constexpr std::size_t kMaxCompletions = 20;
  const auto words = with_index(request.search.index_directory, [&](const OpenIndex& index) {
    return complete_word(index, request.argument, kMaxCompletions);
  });
  CommandOutput output;
  for (const std::string& word : words) output.data += printable(word) + "\n";
  if (words.empty()) output.exit_code = ExitCode::nothing_found;
  return output;
}

}  // namespace notes
