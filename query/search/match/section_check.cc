// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/section_check.h"

#include <string>

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

TextExtent extent_of(Matched matched) {
  return matched == Matched::spread ? TextExtent::with_below : TextExtent::own;
}

bool passes(TextCheck& check, const Section& section, Matched matched, const CheckedIndex& in) {
  const std::string path = path_of(in.index, section);
  return check.passes(read_section_text(path, section, extent_of(matched)).bytes,
                      [&](const QueryNode& node) {
                        return finds_section(node, section.id, {in.analyzer, in.index.database});
                      });
}

}  // namespace notes
