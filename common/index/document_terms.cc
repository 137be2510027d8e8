// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/document_terms.h"

#include <xxhash.h>

#include "common/index/identity.h"
#include "common/schema.h"
#include "common/text/ascii.h"
#include "common/text/unicode_fold.h"

namespace notes {

std::string whole_title_term(std::string_view title, Analyzer& analyzer) {
  std::string words;
  UnicodeFolder folder;
  // Node.js is the same as Node JS, but .NET is not the same as net.
  const auto is_sigil = [&](const Term& term) {
    return term.role == TermRole::sigil &&
           (term.begin_byte == 0 || !ascii::is_alphanumeric(title[term.begin_byte - 1]));
  };
  for (const Term& term : analyzer.analyze(title))
    if (term.role == TermRole::word || is_sigil(term))
      words.append(folder.fold(term.exact).plain).append(1, ' ');
  return words.empty() ? words : std::string(prefix::whole_title) + short_id(words);
}

WordPrint print_of(std::string_view stem) {
  const std::uint64_t hash = XXH3_64bits(stem.data(), stem.size());
  return static_cast<WordPrint>(hash % UINT16_MAX + 1);
}

}  // namespace notes
