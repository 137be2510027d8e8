// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/section_check.h"

#include <utility>

#include "query/search/note_text.h"
#include "query/search/query_compiler.h"
#include "query/search/section_lookup.h"

namespace notes {

std::optional<TextCheck> find_text_check(const ParsedQuery& parsed, Analyzer& analyzer) {
  if (!parsed.root || parsed.reading == Reading::sentence) return std::nullopt;
  TextCheck check(*parsed.root, analyzer);
  if (check.empty()) return std::nullopt;
  return check;
}

bool passes(TextCheck& check, const Section& section, const OpenIndex& index, Analyzer& analyzer) {
  return check.passes(read_section_text(path_of(index, section), section, TextExtent::own).bytes,
                      [&](const QueryNode& node) {
                        return finds_section(node, section.id, {analyzer, index.database});
                      });
}

}  // namespace notes
