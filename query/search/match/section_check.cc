// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/section_check.h"

#include <vector>

#include "query/search/around/section_lookup.h"
#include "query/search/match/query_compiler.h"

namespace notes {

std::optional<TextCheck> find_text_check(const ParsedQuery& parsed, Analyzer& analyzer) {
  if (!parsed.root) return std::nullopt;
  const bool is_sentence = parsed.reading == Reading::sentence;
  TextCheck check(*parsed.root, is_sentence ? CheckedParts::conditions : CheckedParts::all,
                  analyzer);
  if (check.empty()) return std::nullopt;
  return check;
}

NoteText read_matched_text(const OpenIndex& index, const Section& section, Matched matched) {
  const TextExtent extent = matched == Matched::spread ? TextExtent::with_below : TextExtent::own;
  NoteText text = read_section_text(path_of(index, section), section, extent);
  if (extent == TextExtent::own) return text;
  for (const FoundSection& found : nested_with(index, section)) {
    if (found.section.breadcrumb.size() <= section.breadcrumb.size()) continue;
    if (found.section.begin_byte < section.end_byte ||
        found.section.end_byte > section.begin_byte + text.bytes.size())
      continue;  // of another state of the note
    const auto base = static_cast<std::uint32_t>(found.section.begin_byte - section.begin_byte);
    for (const TextBlock& block : found.section.blocks)
      text.blocks.push_back({{block.bytes.begin + base, block.bytes.end + base}, block.kind});
  }
  return text;
}

bool passes(TextCheck& check, const Section& section, Matched matched, const CheckedIndex& in) {
  const NoteText text = read_matched_text(in.index, section, matched);
  std::vector<SeenText> texts{SeenText(text.bytes, text.blocks)};
  for (const std::string& title : section.other_titles) texts.emplace_back(title);
  if (section.level == Level::note)  // its tags count as its text
    for (const Tag& tag : section.tags)
      if (tag.source == TagSource::tag) texts.emplace_back(tag.name);
  return check.passes(texts, [&](const QueryNode& node) {
    return finds_section(node, section.id, {in.analyzer, in.index.database});
  });
}

}  // namespace notes
