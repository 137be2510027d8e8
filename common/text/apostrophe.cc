// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/apostrophe.h"

#include <algorithm>
#include <iterator>

#include "common/text/ascii.h"
#include "common/text/char_kind.h"

namespace notes {
namespace {

// THE table of words of more than two letters that lose a vowel. A single consonant (French and
// Catalan d' l' n' s', Italian c' v') and one behind another letter (gl' un') need no row.
constexpr std::string_view kElidedWords[] = {
    // French, with qu'
    "qu", "entr", "jusqu", "lorsqu", "presqu", "puisqu", "quelqu", "quoiqu",
    // Italian: articles with their prepositions, then what else stands before a noun
    "agl", "all", "coll", "dagl", "dall", "degl", "dell", "negl", "nell", "sugl", "sull", "alcun",
    "altr", "anch", "bell", "cent", "ciascun", "com", "contr", "dov", "grand", "mezz", "neanch",
    "nessun", "nient", "pover", "qualcun", "quand", "quant", "quell", "quest", "sant", "senz",
    "sott", "trent", "tutt", "vent"};

// What English contracts.
constexpr std::string_view kContractions[] = {"d", "ll", "m", "re", "s", "t", "ve"};

template <std::size_t N>
bool contains(const std::string_view (&words)[N], std::string_view word) {
  return std::ranges::any_of(
      words, [word](std::string_view row) { return ascii::equals_ignoring_case(word, row); });
}

bool may_lose_its_vowel(std::string_view word) {
  if (contains(kElidedWords, word)) return true;
  constexpr std::string_view kVowels = "aeiouy";
  return word.size() <= 2 && std::ranges::all_of(word, ascii::is_letter) &&
         kVowels.find(ascii::to_lower(word.back())) == std::string_view::npos;
}

// Two bytes from U+00C0 on are Latin letters with marks; of the consonants, ç and ñ begin words.
bool begins_with_vowel(std::string_view text) {
  constexpr std::string_view kVowels = "aeiouyh";
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return kVowels.find(ascii::to_lower(text.front())) != std::string_view::npos;
  if (text.starts_with("\u0152") || text.starts_with("\u0153")) return true;  // Œ œ
  const std::string_view letter = text.substr(0, 2);
  return lead == 0xc3 && letter != "ç" && letter != "Ç" && letter != "ñ" && letter != "Ñ";
}

}  // namespace

bool is_elided(std::string_view before, std::string_view after) {
  return may_lose_its_vowel(before) && begins_with_vowel(after);
}

bool is_ending_of_name(std::string_view before, std::string_view after) {
  constexpr std::size_t kShortestName = 3;
  constexpr unsigned char kPastLatin = 0xca;  // no letter of Turkish has this lead byte
  if (before.size() < kShortestName || after.empty()) return false;
  return (read_character(before, 0).kind & char_kind::upper) &&
         (read_character(after, 0).kind & char_kind::lower) &&
         static_cast<unsigned char>(after.front()) < kPastLatin && !contains(kContractions, after);
}

}  // namespace notes
