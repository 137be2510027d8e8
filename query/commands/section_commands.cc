// SPDX-License-Identifier: GPL-2.0-or-later
// The commands about one section or note: --get, --like, --outline.
#include <limits>

#include "common/index/open_index.h"
#include "query/commands/command.h"
#include "query/render/json.h"
#include "query/render/shown_text.h"
#include "query/search/around/around.h"

namespace notes {
namespace {

constexpr std::size_t kMaxListed = 10;

std::size_t max_bytes(const CommandRequest& request) {
  if (request.max_tokens == 0) return std::numeric_limits<std::size_t>::max();
  return static_cast<std::size_t>(request.max_tokens) * kBytesPerToken;
}

Error unknown_section(const CommandRequest& request) {
  return with_index(request.search.index_directory, [&](const OpenIndex& index) {
    return unknown_section(index, request.argument);
  });
}

std::string cut_text(const Passage& passage) {
  if (passage.markdown.size() == passage.whole_bytes) return {};
  std::string text = "cut after line " + std::to_string(passage.last_line) + " of " +
                     std::to_string(passage.hit.section.last_line_below) + ": --max-tokens " +
                     std::to_string(tokens_of(passage.whole_bytes)) + " shows all of it\n";
  for (std::size_t i = 0; i < std::min(kMaxListed, passage.left_out.size()); ++i)
    text += "left out: line " + std::to_string(passage.left_out[i].heading_line()) + ": " +
            printable(passage.left_out[i].title()) + "\n";
  if (passage.left_out.size() > kMaxListed)
    text += "and " + std::to_string(passage.left_out.size() - kMaxListed) + " more sections\n";
  return text;
}

std::string markdown_of(const Passage& passage, const CommandRequest& request) {
  if (!is_json(request)) {
    const std::string end = passage.markdown.ends_with('\n') ? "" : "\n";
    return (request.render.to_terminal ? printable_lines(passage.markdown) : passage.markdown) +
           end;
  }
  return json_text(passage, request.render);
}

}  // namespace

CommandOutput get_command(const CommandRequest& request) {
  IndexRefresh refresh(request.search);
  const auto passage = read_fresh_passage(refresh, request.argument, max_bytes(request));
  if (!passage) throw unknown_section(request);
  if (passage->markdown.empty())
    throw Error(ExitCode::nothing_found,
                passage->hit.path + ": no longer exists or cannot be read");
  CommandOutput output{markdown_of(*passage, request), cut_text(*passage), ExitCode::found};
  if (passage->hit.stale)
    output.advice += printable(passage->hit.path) +
                     ": changed since it was indexed: this may not be the whole section\n";
  return output;
}

CommandOutput like_command(const CommandRequest& request) {
  const ParsedQuery conditions = parse_request(request.search);
  bool is_known = true;
  IndexRefresh refresh(request.search);
  SearchResult result = fresh_result(refresh, [&] {
    auto similar = with_index(request.search.index_directory, [&](const OpenIndex& index) {
      return find_similar(index, request.argument, conditions, request.search);
    });
    is_known = similar.has_value();
    return is_known ? std::move(*similar) : SearchResult{};
  });
  if (!is_known) throw unknown_section(request);
  CommandOutput output = output_of(result, request);
  if (result.hits.empty()) output.advice = "no other section is similar\n";
  return output;
}

CommandOutput outline_command(const CommandRequest& request) {
  IndexRefresh refresh(request.search);
  const NoteOutline outline = read_fresh_outline(refresh, request.argument);
  if (outline.sections.empty())
    throw Error(ExitCode::nothing_found, "the index has no note " + request.argument,
                "notes-query --format=paths lists notes; notes-index --status names the folders");
  CommandOutput output;
  output.data =
      is_json(request) ? json_text(outline, request.render) : list_of(outline, request.render);
  if (outline.stale)
    output.advice =
        printable(outline.path) + ": changed since it was indexed: line numbers may be wrong\n";
  return output;
}

}  // namespace notes
