// SPDX-License-Identifier: GPL-2.0-or-later
#include <limits>
#include <sstream>

#include "query/commands/commands.h"
#include "query/fresh/fresh_reading.h"
#include "query/render/json_lists.h"
#include "query/render/safe_text.h"

namespace notes {
namespace {

// A rough average for English and code.
constexpr std::size_t kBytesPerToken = 4;
constexpr std::size_t kMaxListed = 10;

std::size_t max_bytes(const CommandRequest& request) {
  if (request.max_tokens == 0) return std::numeric_limits<std::size_t>::max();
  return static_cast<std::size_t>(request.max_tokens) * kBytesPerToken;
}

std::string cut_text(const Passage& passage) {
  if (passage.markdown.size() == passage.whole_bytes) return {};
  const std::size_t tokens = (passage.whole_bytes + kBytesPerToken - 1) / kBytesPerToken;
  std::string text = "cut after line " + std::to_string(passage.last_line) + " of " +
                     std::to_string(passage.hit.section.last_line_below) + ": --max-tokens " +
                     std::to_string(tokens) + " holds all of it\n";
  for (std::size_t i = 0; i < std::min(kMaxListed, passage.left_out.size()); ++i)
    text += "left out: line " + std::to_string(passage.left_out[i].line) + ": " +
            printable(passage.left_out[i].title) + "\n";
  if (passage.left_out.size() > kMaxListed)
    text += "and " + std::to_string(passage.left_out.size() - kMaxListed) + " further sections\n";
  return text;
}

std::string markdown_of(const Passage& passage, const CommandRequest& request) {
  if (!is_json(request)) {
    const std::string end = passage.markdown.ends_with('\n') ? "" : "\n";
    return (request.render.to_terminal ? printable_lines(passage.markdown) : passage.markdown) +
           end;
  }
  std::ostringstream out;
  write_json(passage, request.render, json_layout(request), out);
  return out.str();
}

}  // namespace

CommandOutput get_command(const CommandRequest& request) {
  IndexRefresh refresh(request.search.index_directory, request.search.refresh);
  const auto passage = read_fresh_passage(refresh, request.argument, max_bytes(request));
  if (!passage) throw unknown_section(request);
  if (passage->markdown.empty())
    throw Error(ExitCode::nothing_found, passage->hit.path + ": is gone or cannot be read");
  CommandOutput output{markdown_of(*passage, request), cut_text(*passage), ExitCode::found};
  if (passage->hit.stale)
    output.advice += printable(passage->hit.path) +
                     ": changed since it was indexed: this may not be the whole section\n";
  return output;
}

}  // namespace notes
