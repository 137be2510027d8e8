// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/own_words.h"

#include <algorithm>

#include "common/index/document_terms.h"
#include "common/section_codec.h"
#include "query/search/match/all_matches.h"

namespace notes {
namespace {

// How many sections to check whether a stem was also written as a word.
constexpr Xapian::doccount kSectionsLookedAt = 20;

}  // namespace

Xapian::termcount OwnWords::inherited_wdf_of(const std::string& stem) {
  if (!inherited_) {
    inherited_.emplace();
    const Section section = unpack_section(database_.get_document(docid_).get_data()).section;
    for (std::size_t depth = 0; depth + 1 < section.breadcrumb.size(); ++depth)
      for (const Term& term : analyzer_.analyze(section.breadcrumb[depth].title))
        (*inherited_)[std::string(term.stem)] += inherited_wdf(depth);
  }
  const auto found = inherited_->find(stem);
  return found == inherited_->end() ? 0 : found->second;
}

bool OwnWords::has(const std::string& stem) {
  const Xapian::termcount wdf = wdf_in(database_, docid_, stem);
  return wdf > 0 && wdf > inherited_wdf_of(stem);
}

bool is_written(const Xapian::Database& database, const std::string& stem,
                const std::vector<std::string>& other_forms, Analyzer& analyzer) {
  using Xapian::Query;
  const Query others(Query::OP_OR, other_forms.begin(), other_forms.end());
  const Xapian::MSet sections =
      unranked(Query(Query::OP_AND_NOT, Query(stem), others), database, 0, kSectionsLookedAt);
  return std::any_of(sections.begin(), sections.end(), [&](Xapian::docid docid) {
    return OwnWords(database, docid, analyzer).has(stem);
  });
}

Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting != end) posting.skip_to(docid);
  return posting != end && *posting == docid ? posting.get_wdf() : 0;
}

}  // namespace notes
