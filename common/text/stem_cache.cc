// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/stem_cache.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

namespace notes {

namespace {

std::string_view copy_to(std::pmr::monotonic_buffer_resource& storage, std::string_view text) {
  if (text.empty()) return {};
  auto* const place = static_cast<char*>(storage.allocate(text.size(), 1));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

}  // namespace

StemCache::StemCache(const std::string& language) : former_(language), slots_(kFirstSlots) {}

void StemCache::start_text() {
  uncached_.release();
  if (slots_.size() < kMaxSlots || !is_full()) return;
  std::fill(slots_.begin(), slots_.end(), Slot{});
  cached_.release();
  word_count_ = 0;
}

WordForms StemCache::forms_of(std::string_view raw_word) {
  if (raw_word.size() > kMaxWordBytes) return keep_forms(former_.forms_of(raw_word));
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(raw_word));
  Slot* slot = &find_slot(raw_word, hash);
  if (slot->bytes == nullptr) {
    const WordForms forms = former_.forms_of(raw_word);
    if (is_full()) {
      if (slots_.size() == kMaxSlots) return keep_forms(forms);
      grow();
      slot = &find_slot(raw_word, hash);
    }
    fill(*slot, raw_word, forms);
    slot->hash = hash;
  }
  const std::string_view stem(slot->bytes + slot->word_length, slot->stem_length);
  if (slot->exact_length == 0) return {stem, stem};
  return {stem, {stem.data() + stem.size(), slot->exact_length}};
}

std::string_view StemCache::keep(std::string& term) {
  bound_term(term, {});
  return copy_to(uncached_, term);
}

std::string_view StemCache::plain_form_of(std::string_view raw_word) {
  return former_.plain_form_of(raw_word);
}

void StemCache::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.bytes == nullptr) continue;
    find_slot({slot.bytes, slot.word_length}, slot.hash) = slot;
  }
}

// The slot of the word, or the free one where it belongs. There always is one: see is_full.
StemCache::Slot& StemCache::find_slot(std::string_view raw_word, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;  // a power of two
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.bytes == nullptr) return slot;
    const bool may_match = slot.hash == hash && slot.word_length == raw_word.size();
    if (may_match && std::memcmp(slot.bytes, raw_word.data(), raw_word.size()) == 0) return slot;
  }
}

void StemCache::fill(Slot& slot, std::string_view raw_word, const WordForms& forms) {
  std::string bytes(raw_word);
  bytes += forms.stem;
  if (forms.exact != forms.stem) {
    bytes += forms.exact;
    slot.exact_length = static_cast<std::uint8_t>(forms.exact.size());
  }
  slot.word_length = static_cast<std::uint8_t>(raw_word.size());
  slot.stem_length = static_cast<std::uint8_t>(forms.stem.size());
  slot.bytes = copy_to(cached_, bytes).data();
  ++word_count_;
}

WordForms StemCache::keep_forms(const WordForms& forms) {
  const std::string_view stem = copy_to(uncached_, forms.stem);
  return {stem, forms.exact == forms.stem ? stem : copy_to(uncached_, forms.exact)};
}

}  // namespace notes
