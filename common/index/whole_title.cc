// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/whole_title.h"

#include "common/index/identity.h"
#include "common/schema.h"

namespace notes {

std::string whole_title_term(std::string_view title, Analyzer& analyzer) {
  std::string words;
  for (const Term& term : analyzer.analyze(title))
    if (term.role == TermRole::word || term.role == TermRole::sigil)
      words.append(term.exact).append(1, ' ');
  return words.empty() ? words : std::string(prefix::whole_title) + short_id(words);
}

}  // namespace notes
