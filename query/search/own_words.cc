// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/own_words.h"

#include "common/index/title_weight.h"
#include "common/section_codec.h"

namespace notes {

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

Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting != end) posting.skip_to(docid);
  return posting != end && *posting == docid ? posting.get_wdf() : 0;
}

}  // namespace notes
