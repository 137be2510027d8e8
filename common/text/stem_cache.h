// SPDX-License-Identifier: GPL-2.0-or-later
// The forms under which a word is indexed. Remembers recent words, since words repeat and stemming
// is slow. Its memory is bounded. For one thread.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>

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
  // `language` is a Snowball name or code that Xapian knows; "none" leaves words unchanged. For
  // "german" it uses the variant that reads `ae`, `oe` and `ue` as umlauts: `haeuser`, `häuser` and
  // `hauser` are the same. Throws Error for an unknown name; the hint lists the known ones.
  explicit StemCache(const std::string& language);
  ~StemCache();

  // Makes room if the cache is full. Earlier views become invalid.
  void start_text();

  // The forms of a word as written; valid until the next start_text.
  WordForms forms_of(std::string_view raw_word);

  // Keeps a term made of several words until the next start_text. Cuts it if it is too long.
  std::string_view keep(std::string& term);

  // The plain form of the word, neither stemmed nor cut.
  static std::string plain_form_of(std::string_view raw_word);

 private:
  WordForms make_forms(std::string_view raw_word);

  static constexpr std::size_t kChunkBytes = std::size_t{1} << 16;
  static constexpr std::size_t kFirstBytes = std::size_t{1} << 13;

  std::unique_ptr<Xapian::Stem> stemmer_;
  std::string stem_;
  std::string exact_;
  std::pmr::monotonic_buffer_resource cached_{kChunkBytes};  // as long as the words
  std::pmr::unordered_map<std::string_view, WordForms> words_{&cached_};
  std::array<std::byte, kFirstBytes> first_bytes_{};  // enough for most texts
  std::pmr::monotonic_buffer_resource uncached_{first_bytes_.data(), kFirstBytes};  // for one text
};

}  // namespace notes
