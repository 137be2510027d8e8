// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <span>

#include "indexer/extract/ascii.h"
#include "indexer/extract/names.h"

namespace notes {
namespace {

constexpr std::size_t kMaxLetters = 10;
constexpr std::size_t kMinUnsaidLetters = 3;      // for acronyms recognised by initials only
constexpr std::size_t kMaxHeadingWords = 24;      // further words of a heading are ignored
constexpr std::size_t kMaxCapitalWords = 10'000;  // per note
constexpr std::size_t kMaxExpansionWords = 12;
constexpr std::size_t kMaxExpansionBytes = 100;

using Words = std::span<const std::string_view>;

// Words with a blank or a hyphen between them.
struct Group {
  std::vector<std::string_view> words;
  bool opens = false;   // there is a parenthesis before it
  bool closes = false;  // and after it
};

// The first word; empty if there is none.
std::string_view first_word(std::string_view text) {
  const auto* const begin = std::ranges::find_if(text, is_of_word);
  return {begin, std::find_if_not(begin, text.end(), is_of_word)};
}

std::vector<Group> groups_of(std::string_view heading) {
  std::vector<Group> groups;
  std::string_view rest = heading;
  for (std::size_t words = 0; words < kMaxHeadingWords; ++words) {
    const std::string_view word = first_word(rest);
    if (word.empty()) break;
    const std::string_view gap(rest.begin(), word.begin());
    rest = {word.end(), heading.end()};
    if (groups.empty() || (gap != " " && gap != "-")) groups.push_back({{}, gap.ends_with('(')});
    groups.back().words.push_back(word);
    groups.back().closes = rest.starts_with(')');
  }
  return groups;
}

bool is_acronym(std::string_view word) {
  word = without_plural(word);
  return word.size() >= 2 && word.size() <= kMaxLetters && is_letter(word.front()) &&
         std::ranges::count_if(word, is_upper) >= 2 && std::ranges::all_of(word, is_alphanumeric);
}

// Words such as `of`, which an acronym may skip.
bool is_small(std::string_view word) {
  return is_among("a an and as at by for from in of on or the to with", word);
}

bool are_initials(std::string_view letters, Words words) {
  if (words.empty()) return letters.empty();
  const std::string_view word = words.front();
  const bool taken = !letters.empty() && to_lower(word.front()) == letters.front();
  if (taken && are_initials(letters.substr(1), words.subspan(1))) return true;
  return is_small(word) && are_initials(letters, words.subspan(1));
}

// LoRA stands for Low-Rank Adaptation: only its capitals are initials.
bool stands_for(std::string_view acronym, Words words) {
  if (words.size() < 2 || is_small(words.front())) return false;
  std::string capitals(acronym);
  std::erase_if(capitals, [](char c) { return !is_upper(c); });
  return are_initials(to_lower(acronym), words) || are_initials(to_lower(capitals), words);
}

bool is_capitalised(std::string_view word) {
  return is_upper(word.front()) && !is_small(to_lower(word));
}

std::string text_of(Words words) {
  return {words.front().begin(), words.back().end()};
}

char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

// "Post-Training Quantization (PTQ)" and "PTQ (post-training quantization)".
void add_said(Words before, Words inside, std::vector<Acronym>& found) {
  const auto add = [&](std::string_view letters, Words words) {
    std::string expansion = text_of(words);
    if (expansion.size() <= kMaxExpansionBytes)
      found.push_back({std::string(without_plural(letters)), std::move(expansion)});
  };
  if (inside.size() > 1 || !is_acronym(inside[0])) {
    if (is_acronym(before.back()) && stands_for(without_plural(before.back()), inside))
      add(before.back(), inside);
    return;
  }
  // The fewest words that fit.
  for (std::size_t count = 1; count <= std::min(before.size(), kMaxExpansionWords); ++count)
    if (stands_for(without_plural(inside[0]), before.last(count)))
      return add(inside[0], before.last(count));
}

bool is_used(const std::string& letters, const CapitalWords& written) {
  return letters.size() >= kMinUnsaidLetters && written.contains(to_lower(letters));
}

void add_unsaid(const std::string& letters, Words words, std::vector<Acronym>& found) {
  if (std::ranges::find(found, letters, &Acronym::letters) == found.end())
    found.push_back({letters, text_of(words)});
}

// What the first of these words spell, if they are capitalised; small ones may stand between them.
void add_begin_of(Words words, const CapitalWords& written, std::vector<Acronym>& found) {
  std::string letters;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && is_small(words[i])) continue;
    if (!is_capitalised(words[i])) return;
    letters += words[i].front();
    if (is_used(letters, written)) add_unsaid(letters, words.first(i + 1), found);
  }
}

// "Static single assignment". False if the note does not use such an acronym.
bool add_one_term(Words words, const CapitalWords& written, std::vector<Acronym>& found) {
  std::string letters;
  for (const std::string_view word : words)
    if (!is_small(to_lower(word))) letters += to_upper(word.front());
  if (!is_used(letters, written)) return false;
  const bool has_article = words.size() > 1 && is_small(to_lower(words.front()));
  add_unsaid(letters, words.subspan(has_article ? 1 : 0), found);
  return true;
}

}  // namespace

CapitalWords find_capital_words(std::string_view text) {
  CapitalWords words;
  for (std::string_view word = first_word(text); !word.empty() && words.size() < kMaxCapitalWords;
       word = first_word({word.end(), text.end()}))
    if (is_upper(word[0]) && is_acronym(word)) words.insert(to_lower(without_plural(word)));
  return words;
}

std::vector<Acronym> taught_acronyms(std::string_view heading, const CapitalWords& written) {
  std::vector<Acronym> found;
  const std::vector<Group> groups = groups_of(heading);
  for (std::size_t i = 1; i < groups.size(); ++i)
    if (groups[i].opens && groups[i].closes) add_said(groups[i - 1].words, groups[i].words, found);
  if (groups.size() == 1 && add_one_term(groups[0].words, written, found)) return found;
  for (const Group& group : groups)
    for (Words words = group.words; !words.empty(); words = words.subspan(1))
      add_begin_of(words.first(std::min(words.size(), kMaxExpansionWords)), written, found);
  return found;
}

}  // namespace notes
