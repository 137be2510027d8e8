// SPDX-License-Identifier: GPL-2.0-or-later
// The forms that one word is indexed under. Remembers the words seen lately: text repeats itself,
// and stemming is slow. Bounded; belongs to one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/text/unicode_fold.h"

namespace Xapian {
class Stem;
}

namespace notes {

struct WordForms {
  std::string_view stem;   // as in Term
  std::string_view exact;  // as in Term
};

class StemCache {
 public:
  // A Snowball name or code that Xapian knows; "none" leaves every word as it is. "german" is the
  // variant that takes `ae`, `oe` and `ue` for umlauts: `haeuser`, `häuser` and `hauser` are one.
  // Throws Error for an unknown name, whose hint lists the known ones.
  explicit StemCache(const std::string& language);
  ~StemCache();

  // Makes room when the cache is full. Earlier views are no longer valid.
  void start_text();

  // The forms of a word as it is written; valid until the next start_text.
  WordForms forms_of(std::string_view raw_word);

  // Keeps a term made of several words until the next start_text, cut when it is too long.
  std::string_view keep(std::string& term);

  // The word plainly written, neither stemmed nor cut; valid until the next call.
  std::string_view plain_form_of(std::string_view raw_word);

 private:
  WordForms make_forms(std::string_view raw_word);

  static constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

  std::unique_ptr<Xapian::Stem> stemmer_;
  UnicodeFolder folder_;
  std::string stem_;
  std::string exact_;
  std::unordered_map<std::string_view, WordForms> words_;
  std::pmr::monotonic_buffer_resource cached_{kChunkBytes};    // lives as long as the words
  std::pmr::monotonic_buffer_resource uncached_{kChunkBytes};  // lives for one text
};

}  // namespace notes
