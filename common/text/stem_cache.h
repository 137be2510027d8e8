// SPDX-License-Identifier: GPL-2.0-or-later
// Remembers the forms of the words seen lately: text repeats itself, and stemming is slow. Bounded;
// belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/word_forms.h"

namespace notes {

class StemCache {
 public:
  explicit StemCache(const std::string& language);

  // Makes room when the cache is full. Views handed out before are no longer valid.
  void start_text();

  // The forms of a word as it stands in the text; valid until the next start_text.
  WordForms forms_of(std::string_view raw_word);

  // Keeps a term made of several words until the next start_text, cut when it is too long.
  std::string_view keep(std::string& term);

  std::string_view plain_form_of(std::string_view raw_word);

 private:
  // `bytes` holds the word, its stem and, if it is another, its exact form, one after the other.
  struct Slot {
    const char* bytes = nullptr;  // null: free
    std::uint32_t hash = 0;
    std::uint8_t word_length = 0;
    std::uint8_t stem_length = 0;
    std::uint8_t exact_length = 0;  // 0: equal to the stem
  };

  // Grown by doubling: a query that analyses a page of text does not pay for a big table.
  static constexpr std::size_t kFirstSlots = std::size_t{1} << 10;
  static constexpr std::size_t kMaxSlots = std::size_t{1} << 16;
  static constexpr std::size_t kMaxWordBytes = 255;
  static constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

  bool is_full() const { return word_count_ == slots_.size() / 4 * 3; }
  void grow();
  Slot& find_slot(std::string_view raw_word, std::uint32_t hash);
  void fill(Slot& slot, std::string_view raw_word, const WordForms& forms);
  WordForms keep_forms(const WordForms& forms);

  WordFormer former_;
  std::vector<Slot> slots_;
  std::size_t word_count_ = 0;
  std::pmr::monotonic_buffer_resource cached_{kChunkBytes};    // lives as long as the slots
  std::pmr::monotonic_buffer_resource uncached_{kChunkBytes};  // lives for one text
};

}  // namespace notes
