// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/own_words.h"

#include <algorithm>

#include "common/index/document_terms.h"
#include "common/section_codec.h"
#include "query/search/match/all_matches.h"

namespace notes {

bool is_own_word(const std::string& stem, Xapian::docid section, const SearchIndex& in) {
  const Xapian::termcount wdf = wdf_in(in.database, section, stem);
  if (wdf == 0) return false;
  const auto crumbs =
      unpack_section(in.database.get_document(section).get_data()).section.breadcrumb;
  Xapian::termcount inherited = 0;
  for (std::size_t depth = 0; depth + 1 < crumbs.size(); ++depth)
    for (const Term& term : in.analyzer.analyze(crumbs[depth].title))
      if (term.stem == stem) inherited += inherited_wdf(depth);
  return wdf > inherited;
}

bool is_written(const std::string& stem, const std::vector<std::string>& other_forms,
                const SearchIndex& in) {
  using Xapian::Query;
  constexpr Xapian::doccount kSectionsLookedAt = 20;
  const Query others(Query::OP_OR, other_forms.begin(), other_forms.end());
  const Xapian::MSet sections =
      unranked(Query(Query::OP_AND_NOT, Query(stem), others), in.database, 0, kSectionsLookedAt);
  return std::any_of(sections.begin(), sections.end(),
                     [&](Xapian::docid docid) { return is_own_word(stem, docid, in); });
}

Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting != end) posting.skip_to(docid);
  return posting != end && *posting == docid ? posting.get_wdf() : 0;
}

}  // namespace notes
