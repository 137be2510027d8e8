// SPDX-License-Identifier: GPL-2.0-or-later
// Which stems stand in a section's own text or title, and not only in a title above it: those that
// weigh more in its document than the titles above give them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"

namespace notes {

class OwnWords {
 public:
  // The words of document `docid`. The section is read when a stem is first asked for.
  OwnWords(const Xapian::Database& database, Xapian::docid docid, Analyzer& analyzer)
      : database_(database), docid_(docid), analyzer_(analyzer) {}

  bool has(const std::string& stem);

 private:
  Xapian::termcount inherited_wdf_of(const std::string& stem);

  const Xapian::Database& database_;
  Xapian::docid docid_;
  Analyzer& analyzer_;
  std::optional<std::map<std::string, Xapian::termcount>> inherited_;
};

// Whether somebody wrote the stem as a word. Words that are their own stem stand in the index as
// nothing else, and so does the stem of every other word: it is one when a section has it in its
// own text and none of the `other_forms`, terms of what is written otherwise.
bool is_written(const Xapian::Database& database, const std::string& stem,
                const std::vector<std::string>& other_forms, Analyzer& analyzer);

// The weight of a term in a document; 0 when it is not there.
Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term);

}  // namespace notes
