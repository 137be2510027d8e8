// SPDX-License-Identifier: GPL-2.0-or-later
#include <sstream>

#include "common/index/open_index.h"
#include "query/commands/commands.h"
#include "query/render/json_lists.h"
#include "query/render/safe_text.h"
#include "query/search/around/completions.h"

namespace notes {

namespace {

// The saved searches, as `@name`, that start with the last word.
std::vector<std::string> saved_names(const SavedSearches& searches, std::string_view word) {
  word.remove_prefix(word.find_last_of(" \t\n") + 1);
  const std::string sign(word.substr(0, word.starts_with('-') ? 1 : 0));
  word.remove_prefix(sign.size());
  std::vector<std::string> names;
  if (!word.starts_with('@')) return names;
  for (const auto& [name, query] : searches)
    if (name.starts_with(word.substr(1))) names.push_back(sign + "@" + name);
  return names;
}

}  // namespace

std::vector<std::string> completed_words(const std::string& index_directory,
                                         const SavedSearches& searches, const std::string& text) {
  constexpr std::size_t kMaxCompletions = 20;
  auto words = with_index(index_directory, [&](const OpenIndex& index) {
    return complete_word(index, text, kMaxCompletions);
  });
  for (std::string& word : saved_names(searches, text)) words.push_back(std::move(word));
  return words;
}

CommandOutput complete_command(const CommandRequest& request) {
  const std::vector<std::string> words =
      completed_words(request.search.index_directory, request.saved_searches, request.argument);
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
