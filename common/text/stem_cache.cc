// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/stem_cache.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include <xapian.h>

#include "common/error.h"
#include "common/text/analyzer.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/unicode_fold.h"

namespace notes {
namespace {

// Longer than any word. Folding more would only add input for the hash.
constexpr std::size_t kMaxFoldedBytes = 512;
constexpr std::size_t kHashCharacters = 8;
constexpr std::size_t kMaxKeptBytes = 255;  // per word
constexpr std::size_t kMaxWords = 49'152;

std::unique_ptr<Xapian::Stem> make_stemmer(const std::string& language) {
  const bool is_german = language == "german" || language == "de";
  try {
    return std::make_unique<Xapian::Stem>(is_german ? "german2" : language);
  } catch (const Xapian::Error&) {
    throw Error(ExitCode::failure, "language \"" + language + "\": there is no stemmer for it",
                "known languages: none " + Xapian::Stem::get_available_languages());
  }
}

std::size_t character_boundary(std::string_view text, std::size_t at_most) {
  return at_most < text.size() ? begin_of_character(text, at_most) : text.size();
}

std::uint64_t fnv1a(std::string_view text, std::uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

// `people` for `people's`. The s of other contractions belongs to no word.
std::string_view without_possessive(std::string_view word) {
  if (!word.ends_with('s') && !word.ends_with('S')) return word;
  const std::string_view begin = word.substr(0, word.size() - 1);
  for (const std::string_view apostrophe : kApostrophes)
    if (begin.size() > apostrophe.size() && begin.ends_with(apostrophe))
      return begin.substr(0, begin.size() - apostrophe.size());
  return word;
}

// Cuts a term that is longer than kMaxTermBytes. The end becomes a hash of the whole term and of
// `unread`, the rest that was not folded.
void bound_term(std::string& term, std::string_view unread) {
  if (term.size() <= kMaxTermBytes && unread.empty()) return;
  constexpr std::uint64_t kSeed = 0xcbf29ce484222325;
  std::uint64_t hash = fnv1a(unread, fnv1a(term, kSeed));
  term.resize(character_boundary(term, kMaxTermBytes - kHashCharacters));
  // Base 32, so that the hash looks like part of a word and folding does not change it.
  for (std::size_t left = kHashCharacters; left > 0; --left, hash <<= 5)
    term += "abcdefghijklmnopqrstuvwxyz234567"[hash >> 59];
}

std::string_view copy_to(std::pmr::monotonic_buffer_resource& storage, std::string_view text) {
  if (text.empty()) return {};
  auto* const place = static_cast<char*>(storage.allocate(text.size(), 1));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

}  // namespace

StemCache::StemCache(const std::string& language) : stemmer_(make_stemmer(language)) {}
StemCache::~StemCache() = default;

void StemCache::start_text() {
  uncached_.release();
  if (words_.size() < kMaxWords) return;
  words_ = std::pmr::unordered_map<std::string_view, WordForms>(&cached_);
  cached_.release();
}

WordForms StemCache::forms_of(std::string_view raw_word) {
  if (const auto known = words_.find(raw_word); known != words_.end()) return known->second;
  const WordForms forms = make_forms(raw_word);
  const bool is_kept = raw_word.size() <= kMaxKeptBytes && words_.size() < kMaxWords;
  auto& storage = is_kept ? cached_ : uncached_;
  const std::string_view stem = copy_to(storage, forms.stem);
  const WordForms copies{stem, forms.exact == forms.stem ? stem : copy_to(storage, forms.exact)};
  if (is_kept) words_.emplace(copy_to(storage, raw_word), copies);
  return copies;
}

std::string_view StemCache::keep(std::string& term) {
  bound_term(term, {});
  return copy_to(uncached_, term);
}

std::string StemCache::plain_form_of(std::string_view raw_word) {
  return fold_word(without_possessive(raw_word));
}

WordForms StemCache::make_forms(std::string_view raw_word) {
  const std::size_t read = character_boundary(raw_word, kMaxFoldedBytes);
  const std::string_view unread = raw_word.substr(read);
  const std::string_view base = without_possessive(raw_word.substr(0, read));
  std::string plain = fold_word(base);
  const bool is_stemmed = unread.empty() && std::ranges::none_of(plain, ascii::is_digit);
  stem_ = is_stemmed ? (*stemmer_)(plain) : plain;
  if (stem_.empty()) stem_ = plain.empty() ? base : plain;
  exact_ = ascii::is_ascii(base) ? std::move(plain) : fold_word(base, Marks::kept);
  if (base.size() != read) exact_ += "'s";
  if (exact_.empty()) exact_ = stem_;
  bound_term(stem_, unread);
  bound_term(exact_, unread);
  return {stem_, exact_};
}

}  // namespace notes
