// SPDX-License-Identifier: GPL-2.0-or-later
// Which stems are in a section's own text or title, and not only in the titles above it: those
// whose weight in the document is more than the titles above contribute.
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
  // The words of document `docid`. Reads the section only when has() is first called.
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

// Whether somebody wrote the stem as a word. The index has stems of all words, and words that are
// their own stem look the same. The stem was written as a word if some section has it in its own
// text, but none of the `other_forms`: terms of other words with this stem.
bool is_written(const Xapian::Database& database, const std::string& stem,
                const std::vector<std::string>& other_forms, Analyzer& analyzer);

// The weight of a term in a document; 0 if it is not there.
Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term);

}  // namespace notes
