// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/text_check.h"

#include <algorithm>

#include "common/text/visible_text.h"
#include "query/search/note_lines.h"
#include "query/search/word_marks.h"

namespace notes {
namespace {

// std::regex recurses for each character of a line.
constexpr std::size_t kMaxPatternLine = 2000;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lower_text(std::string_view text) {
  std::string lowered(text);
  std::ranges::transform(lowered, lowered.begin(), lower);
  return lowered;
}

bool is_word_sign(char c) {
  constexpr std::string_view kInsideWords = " -_.'";
  const bool alphanumeric =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return alphanumeric || static_cast<unsigned char>(c) >= 0x80 ||
         kInsideWords.find(c) != kInsideWords.npos;
}

// "[[x]]" means these very signs; "post-training" means two words in a row.
bool is_literal(const std::string& phrase) {
  return !std::ranges::all_of(phrase, is_word_sign);
}

}  // namespace

TextCheck::TextCheck(const QueryNode& root, Analyzer& analyzer) : analyzer_(analyzer) {
  if (root.kind != NodeKind::all) add(root);
  if (root.kind == NodeKind::all)
    for (const QueryNode& child : root.children) add(child);
}

void TextCheck::add(const QueryNode& node) {
  if (node.kind == NodeKind::regex)
    patterns_.emplace_back(node.text, std::regex::ECMAScript | std::regex::icase);
  if (node.kind != NodeKind::phrase) return;
  if (is_literal(node.text))
    literals_.push_back(lower_text(node.text));
  else if (QueryWord word = make_query_word(node, analyzer_); !word.stems.empty())
    phrases_.push_back(std::move(word));
}

ByteRange TextCheck::find_in_line(std::string_view line) const {
  const std::string lowered = lower_text(line);
  for (const std::string& literal : literals_)
    if (const auto at = lowered.find(literal); at != std::string::npos)
      return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + literal.size())};
  const std::string searched(line.substr(0, kMaxPatternLine));
  for (const std::regex& pattern : patterns_)
    if (std::smatch match; std::regex_search(searched, match, pattern) && match.length() > 0)
      return {static_cast<std::uint32_t>(match.position()),
              static_cast<std::uint32_t>(match.position() + match.length())};
  return {};
}

bool TextCheck::passes(const std::string& text) {
  const std::string lowered = literals_.empty() ? std::string() : lower_text(text);
  for (const std::string& literal : literals_)
    if (lowered.find(literal) == std::string::npos) return false;
  for (const std::regex& pattern : patterns_) {
    const bool found = std::ranges::any_of(split_lines(text), [&](const ByteRange& line) {
      const std::string part =
          text.substr(line.begin, std::min<std::size_t>(line.end - line.begin, kMaxPatternLine));
      return std::regex_search(part, pattern);
    });
    if (!found) return false;
  }
  for (const QueryWord& phrase : phrases_)
    if (find_words(analyzer_.analyze(text, visible_ranges(text)), {phrase}).empty()) return false;
  return true;
}

}  // namespace notes
