// SPDX-License-Identifier: GPL-2.0-or-later
#include <sstream>

#include "common/index/open_index.h"
#include "query/commands/commands.h"
#include "query/render/json_lists.h"
#include "query/render/safe_text.h"
#include "query/search/around/completions.h"

namespace notes {

namespace {

// `@name` of the saved searches that the last word begins.
std::vector<std::string> saved_names(const CommandRequest& request) {
  std::string_view word = request.argument;
  word.remove_prefix(word.find_last_of(" \t\n") + 1);
  const std::string sign(word.substr(0, word.starts_with('-') ? 1 : 0));
  word.remove_prefix(sign.size());
  std::vector<std::string> names;
  if (!word.starts_with('@')) return names;
  for (const auto& [name, query] : request.saved_searches)
    if (name.starts_with(word.substr(1))) names.push_back(sign + "@" + name);
  return names;
}

}  // namespace

// Never refreshes the index: somebody waits at a half-typed word.
CommandOutput complete_command(const CommandRequest& request) {
  constexpr std::size_t kMaxCompletions = 20;
  auto words = with_index(request.search.index_directory, [&](const OpenIndex& index) {
    return complete_word(index, request.argument, kMaxCompletions);
  });
  for (std::string& word : saved_names(request)) words.push_back(std::move(word));
  CommandOutput output;
  if (is_json(request)) {
    std::ostringstream out;
    write_json(words, json_layout(request), out);
    output.data = out.str();
  } else {
    for (const std::string& word : words) output.data += printable(word) + "\n";
  }
  if (words.empty()) output.exit_code = ExitCode::nothing_found;
  return output;
}

}  // namespace notes
