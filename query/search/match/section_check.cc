// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/section_check.h"

#include <string>

#include "query/search/around/section_lookup.h"
#include "query/search/match/query_compiler.h"

namespace notes {

std::optional<TextCheck> find_text_check(const ParsedQuery& parsed, Analyzer& analyzer) {
  if (!parsed.root || parsed.reading == Reading::sentence) return std::nullopt;
  TextCheck check(*parsed.root, analyzer);
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
