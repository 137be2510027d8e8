// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/unicode_fold.h"
#include "query/search/around/around.h"
#include "query/search/match/matching.h"
#include "query/search/match/query_compiler.h"

namespace notes {
namespace {

constexpr std::size_t kMostMarks = 1000;

// The first match of each line that has one, in at most `most` lines.
std::vector<ByteRange> lines_matching(const QueryRegex& pattern, std::string_view text,
                                      std::size_t most) {
  std::vector<ByteRange> matches;
  for (const auto& [begin, end] : lines_of(text)) {
    if (matches.size() >= most) break;
    if (const auto match = pattern.find(text.substr(begin, end - begin)))
      matches.push_back({begin + match->begin, begin + match->end});
  }
  return matches;
}

// Analyzing a text takes most of the time, and most blocks lack some word of every phrase.
bool may_hold(const std::vector<QueryWord>& phrases, std::string_view block) {
  if (!ascii::is_ascii(block)) return true;  // other letters may fold to these
  const std::string folded = fold_word(block);
  const auto may_have = [&](const std::string& word) {
    const bool is_as_in_text =
        word.size() < kMaxTermBytes && std::ranges::all_of(word, ascii::is_letter);
    return !is_as_in_text || folded.find(word) != folded.npos;
  };
  return std::ranges::any_of(phrases, [&](const QueryWord& phrase) {
    return std::ranges::all_of(phrase.exacts, may_have);
  });
}

}  // namespace

TextCheck::TextCheck(const ParsedQuery& parsed, const SearchIndex& in) : in_(in) {
  if (!parsed.root) return;
  for (const QueryNode& node : parts_of(*parsed.root)) {
    const bool is_condition = node.kind == NodeKind::regex || node.kind == NodeKind::exclude;
    if (!needs_text(node) || (parsed.reading == Reading::sentence && !is_condition)) continue;
    checked_.push_back(&node);
    prepare(node);
  }
}

void TextCheck::prepare(const QueryNode& node) {
  for (const QueryNode& child : node.children) prepare(child);
  if (node.kind == NodeKind::regex) patterns_.emplace_back(&node, QueryRegex(node.text));
  if (node.kind != NodeKind::phrase) return;
  const QueryWord phrase = make_query_word(node, in_.analyzer);
  phrases_.add(node, phrase);
  if (std::ranges::any_of(phrase.signs, [](const Signs& signs) { return !signs.empty(); }))
    with_signs_.add(node, phrase);
}

void TextCheck::look_for(const Phrases& phrases, const SeenText& seen, Found& found) const {
  const auto note = [&](const std::vector<WordMark>& marks) {
    for (const WordMark& mark : marks) found.insert(phrases.nodes[mark.word]);
    return !std::ranges::all_of(phrases.nodes,
                                [&](const QueryNode* phrase) { return found.contains(phrase); });
  };
  if (!phrases.words.empty())
    seen.visit_words(phrases.words, in_.analyzer, note,
                     [&](std::string_view block) { return may_hold(phrases.words, block); });
  for (const auto& [node, pattern] : patterns_)
    if (!lines_matching(pattern, seen.text(), 1).empty()) found.insert(node);
}

std::vector<WordMark> TextCheck::marks(const SeenText& seen) const {
  if (empty()) return {};
  std::vector<WordMark> marks = marks_in(seen);
  if (!marks.empty()) return marks;
  for (const WordMark& mark : marks_in(SeenText(seen.source()))) marks.push_back({{}, mark.source});
  return marks;
}

std::vector<WordMark> TextCheck::marks_in(const SeenText& seen) const {
  std::vector<WordMark> marks;
  for (const auto& [node, pattern] : patterns_)
    for (const ByteRange& match : lines_matching(pattern, seen.text(), kMostMarks))
      if (match.begin < match.end) marks.push_back({match, seen.source_of(match)});
  seen.visit_words(with_signs_.words, in_.analyzer, [&](const std::vector<WordMark>& found) {
    marks.insert(marks.end(), found.begin(), found.end());
    return marks.size() < kMostMarks;
  });
  return marks;
}

bool TextCheck::holds(const QueryNode& node, const Found& found, Xapian::docid docid) const {
  const auto child_holds = [&](const QueryNode& child) { return holds(child, found, docid); };
  if (node.kind == NodeKind::all) return std::ranges::all_of(node.children, child_holds);
  if (node.kind == NodeKind::any) return std::ranges::any_of(node.children, child_holds);
  if (node.kind == NodeKind::exclude) return !child_holds(node.children.front());
  if (needs_text(node)) return found.contains(&node);
  return !matches_among({docid}, matches_tree(node, in_), in_.database).empty();
}

bool TextCheck::passes(Xapian::docid docid, Matched matched) const {
  const Section section = read_section(in_.index, docid).section;
  const NoteText text = read_matched_text(in_.index, section, matched);
  std::vector<SeenText> texts{SeenText(text.bytes, text.blocks)};
  for (const std::string& title : section.other_titles) texts.emplace_back(title);
  if (section.level == Level::note)  // its tags count as text
    for (const Tag& tag : section.tags)
      if (tag.source == TagSource::tag) texts.emplace_back(tag.name);
  // Signs and expressions may refer to the Markdown itself, such as "[[x]]".
  const bool may_be_markup = !with_signs_.nodes.empty() || !patterns_.empty();
  Found found;
  for (const SeenText& seen : texts) {
    look_for(phrases_, seen, found);
    if (may_be_markup && found.size() < phrases_.nodes.size() + patterns_.size())
      look_for(with_signs_, SeenText(seen.source()), found);
  }
  return std::ranges::all_of(checked_,
                             [&](const QueryNode* node) { return holds(*node, found, docid); });
}

NoteText read_matched_text(const OpenIndex& index, const Section& section, Matched matched) {
  const TextExtent extent = matched == Matched::spread ? TextExtent::with_below : TextExtent::own;
  NoteText text = read_section_text(path_of(index, section), section, extent);
  if (extent == TextExtent::own) return text;
  for (const FoundSection& found : nested_with(index, section)) {
    if (found.section.begin_byte < section.end_byte) continue;  // encloses it, or is it
    if (found.section.end_byte > section.begin_byte + text.bytes.size())
      continue;  // the note has changed since it was indexed
    const auto base = static_cast<std::uint32_t>(found.section.begin_byte - section.begin_byte);
    for (const TextBlock& block : found.section.blocks)
      text.blocks.push_back({{block.bytes.begin + base, block.bytes.end + base}, block.kind});
  }
  return text;
}

}  // namespace notes
