// SPDX-License-Identifier: GPL-2.0-or-later
// The forms one word is indexed under, computed again each time: see stem_cache.h for the fast way.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/text/unicode_fold.h"

namespace Xapian {
class Stem;
}

namespace notes {

struct WordForms {
  std::string_view stem;   // as in Term
  std::string_view exact;  // as in Term
};

class WordFormer {
 public:
  // A Snowball name or code that Xapian knows; "none" leaves every word as it is. "german" is the
  // variant that takes `ae`, `oe` and `ue` for umlauts: `haeuser`, `häuser` and `hauser` are one.
  // Throws Error for an unknown name, whose hint lists the known ones.
  explicit WordFormer(const std::string& language);
  ~WordFormer();

  // Both forms of a word as it stands in a text; valid until the next call.
  WordForms forms_of(std::string_view raw_word);

  // The word plainly written, neither stemmed nor bounded; valid until the next call.
  std::string_view plain_form_of(std::string_view raw_word);

 private:
  std::unique_ptr<Xapian::Stem> stemmer_;
  UnicodeFolder folder_;
  std::string stem_;
  std::string exact_;
};

// Cuts a term that is longer than kMaxTermBytes; the end becomes a hash of the whole of it and of
// `unread`, what was not even folded.
void bound_term(std::string& term, std::string_view unread);

}  // namespace notes
