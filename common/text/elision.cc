// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/elision.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"

namespace notes {
namespace {

bool is_form_of_que(std::string_view word) {
  constexpr std::array<std::string_view, 5> kForms = {"qu", "jusqu", "lorsqu", "puisqu", "quelqu"};
  return std::any_of(kForms.begin(), kForms.end(), [word](std::string_view form) {
    return ascii::equals_ignoring_case(word, form);
  });
}

bool may_lose_its_vowel(std::string_view word) {
  if (word.size() > 2) return is_form_of_que(word);
  constexpr std::string_view kVowels = "aeiouy";
  const bool is_word = std::all_of(word.begin(), word.end(), ascii::is_letter);
  return is_word && (kVowels.find(ascii::to_lower(word.back())) == std::string_view::npos ||
                     is_form_of_que(word));
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

}  // namespace notes
