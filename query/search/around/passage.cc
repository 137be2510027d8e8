// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts the Markdown of a section to a size.
#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "query/search/around/around.h"
#include "query/search/show/note_text.h"

namespace notes {
namespace {

std::uint32_t line_count(std::string_view text) {
  return static_cast<std::uint32_t>(lines_of(text).size());
}

void cut_own_text(Passage& passage, std::size_t max_bytes) {
  const Section& section = passage.hit.section;
  const std::string_view own =
      std::string_view(passage.markdown).substr(0, section.end_byte - section.begin_byte);
  passage.markdown.resize(whole_paragraphs(own, section.blocks, max_bytes).size());
  passage.last_line = section.first_line + std::max(line_count(passage.markdown), 1U) - 1;
}

void leave_out_front_matter(Passage& passage) {
  Section& section = passage.hit.section;
  std::size_t at = 0;
  for (const TextBlock& block : section.blocks)
    if (block.kind == BlockKind::front_matter) at = block.bytes.end;
  for (std::string_view line; at > 0 && at < passage.markdown.size();) {
    const std::size_t end = std::min(passage.markdown.find('\n', at), passage.markdown.size() - 1);
    line = ascii::trimmed(std::string_view(passage.markdown).substr(at, end - at));
    at = end + 1;
    if (line != "---" && line != "..." && line != "+++" && line != ";;;") continue;
    std::erase_if(section.blocks, [&](const TextBlock& block) { return block.bytes.begin < at; });
    for (TextBlock& block : section.blocks)
      block.bytes = {block.bytes.begin - static_cast<std::uint32_t>(at),
                     block.bytes.end - static_cast<std::uint32_t>(at)};
    section.begin_byte += at;
    section.first_line += line_count(std::string_view(passage.markdown).substr(0, at));
    passage.markdown.erase(0, at);
    return;
  }
}

// `sections` are the passage's own section and those below it.
void cut(Passage& passage, std::span<const FoundSection> sections, std::size_t max_bytes) {
  const Section& section = passage.hit.section;
  // Their texts follow each other.
  const auto misfit = std::ranges::find_if(sections, [&](const FoundSection& found) {
    return found.section.end_byte - section.begin_byte > max_bytes;
  });
  const auto fitting = static_cast<std::size_t>(misfit - sections.begin());
  if (fitting == 0) {
    cut_own_text(passage, max_bytes);
  } else {
    const Section& last = sections[fitting - 1].section;
    passage.markdown.resize(
        std::min<std::size_t>(passage.markdown.size(), last.end_byte - section.begin_byte));
    passage.last_line = last.last_line;
  }
  for (std::size_t i = std::max<std::size_t>(fitting, 1); i < sections.size(); ++i)
    passage.left_out.push_back(sections[i].section);
}

}  // namespace

std::string_view whole_paragraphs(std::string_view text, std::span<const TextBlock> blocks,
                                  std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  const auto is_in_code = [&](std::uint32_t byte) {
    while (!blocks.empty() && blocks.front().bytes.end < byte) blocks = blocks.subspan(1);
    return !blocks.empty() && blocks.front().kind == BlockKind::code &&
           blocks.front().bytes.begin <= byte;
  };
  std::size_t paragraph_end = 0;
  std::size_t line_end = 0;
  bool in_paragraph = false;
  for (const auto& [begin, end] : lines_of(text)) {
    const bool separates =
        ascii::trimmed(text.substr(begin, end - begin)).empty() && !is_in_code(begin);
    if (separates && in_paragraph && begin <= max_bytes) paragraph_end = begin;
    in_paragraph = !separates;
    if (begin > max_bytes) break;
    line_end = begin;  // where the previous line ends
  }
  if (paragraph_end > 0) return text.substr(0, paragraph_end);
  return text.substr(0, line_end > 0 ? line_end : begin_of_character(text, max_bytes));
}

std::optional<Passage> find_passage(const OpenIndex& index, const std::string& name,
                                    std::size_t max_bytes) {
  const auto found = find_section(index, name);
  if (!found) return std::nullopt;
  Passage passage;
  passage.hit = plain_hit(index, *found);
  NoteText text = read_section_text(passage.hit.path, found->section, TextExtent::with_below);
  passage.hit.stale = !text.current;
  passage.markdown = std::move(text.bytes);
  leave_out_front_matter(passage);
  passage.whole_bytes = passage.markdown.size();
  passage.last_line = found->section.last_line_below;
  if (passage.markdown.size() <= max_bytes) return passage;
  cut(passage, with_below(*found, nested_with(index, found->section)), max_bytes);
  return passage;
}

}  // namespace notes
