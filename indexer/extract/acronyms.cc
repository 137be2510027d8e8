// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/acronyms.h"

#include <algorithm>
#include <optional>
#include <span>

#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxLetters = 10;
constexpr std::size_t kMinUnsaidLetters = 3;      // for acronyms recognised by initials only
constexpr std::size_t kMaxHeadingWords = 24;      // further words of a heading are ignored
constexpr std::size_t kMaxCapitalWords = 10'000;  // per note
constexpr std::size_t kMaxExpansionWords = 12;
constexpr std::size_t kMaxExpansionBytes = 100;

struct Word {
  std::string_view text;
  std::size_t begin = 0;        // offset in the heading
  bool starts_group = false;    // follows more than a blank or a hyphen
  bool in_parentheses = false;  // its group is in parentheses
};

char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

std::vector<Word> words_of(std::string_view heading) {
  std::vector<Word> words;
  std::size_t end_before = 0;
  for (std::size_t at = 0; at < heading.size() && words.size() < kMaxHeadingWords;) {
    if (!is_of_word(heading[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < heading.size() && is_of_word(heading[at])) ++at;
    const std::string_view gap = heading.substr(end_before, begin - end_before);
    const bool starts_group = words.empty() || (gap != " " && gap != "-");
    words.push_back({heading.substr(begin, at - begin), begin, starts_group, gap.ends_with('(')});
    if (!words.back().starts_group) words.back().in_parentheses = words.end()[-2].in_parentheses;
    end_before = at;
  }
  return words;
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

bool are_initials(std::string_view letters, std::span<const Word> words) {
  if (words.empty()) return letters.empty();
  const std::string_view word = words.front().text;
  const bool taken = !letters.empty() && to_lower(word.front()) == letters.front();
  if (taken && are_initials(letters.substr(1), words.subspan(1))) return true;
  return is_small(word) && are_initials(letters, words.subspan(1));
}

std::string capitals_of(std::string_view word) {
  std::string capitals;
  std::ranges::copy_if(word, std::back_inserter(capitals), is_upper);
  return capitals;
}

// LoRA stands for Low-Rank Adaptation: only its capitals are initials.
bool stands_for(std::string_view acronym, std::span<const Word> words) {
  if (words.size() < 2 || is_small(words.front().text)) return false;
  return are_initials(to_lower(acronym), words) ||
         are_initials(to_lower(capitals_of(acronym)), words);
}

std::string_view text_of(std::string_view heading, std::span<const Word> words) {
  const std::size_t begin = words.front().begin;
  return heading.substr(begin, words.back().begin + words.back().text.size() - begin);
}

bool is_capitalised(const Word& word) {
  return is_upper(word.text.front()) && !is_small(to_lower(word.text));
}

// The initials of the words, without small ones; empty unless all other words are capitalised.
std::string unsaid_letters(std::span<const Word> words) {
  std::string letters;
  for (const Word& word : words) {
    if (is_small(word.text)) continue;
    if (!is_capitalised(word)) return {};
    letters += word.text.front();
  }
  return letters;
}

// Finds what one heading explains.
class HeadingReader {
 public:
  HeadingReader(std::string_view text, const CapitalWords& written)
      : text_(text), written_(written), words_(words_of(text)) {}

  std::vector<Acronym> find() {
    find_said();
    find_unsaid();
    return std::move(found_);
  }

 private:
  void find_said() {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (!words_[i].in_parentheses || !words_[i].starts_group) continue;
      const std::size_t end = group_end(i);
      const Word& last = words_[end - 1];
      if (!text_.substr(last.begin + last.text.size()).starts_with(')')) continue;
      if (end == i + 1 && is_acronym(words_[i].text)) {
        if (const auto begin = expansion_before(i)) add(words_[i].text, words_between(*begin, i));
      } else if (is_acronym(words_[i - 1].text) &&
                 stands_for(without_plural(words_[i - 1].text), words_between(i, end))) {
        add(words_[i - 1].text, words_between(i, end));
      }
    }
  }

  void find_unsaid() {
    const std::string whole = whole_letters();
    if (is_used(whole)) return add_unsaid(whole, without_article());
    for (std::size_t begin = 0; begin < words_.size(); ++begin) {
      const std::size_t end = std::min(group_end(begin), begin + kMaxExpansionWords);
      for (std::size_t last = begin + 1; last < end && is_capitalised(words_[begin]); ++last) {
        const auto words = words_between(begin, last + 1);
        const std::string letters = unsaid_letters(words);
        if (is_capitalised(words_[last]) && is_used(letters)) add_unsaid(letters, words);
      }
    }
  }

  bool is_used(const std::string& letters) const {
    return letters.size() >= kMinUnsaidLetters && written_.contains(to_lower(letters));
  }

  std::size_t group_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < words_.size() && !words_[end].starts_group) ++end;
    return end;
  }

  // Where the expansion of the acronym in parentheses starts: the fewest words that fit.
  std::optional<std::size_t> expansion_before(std::size_t acronym) const {
    const std::string_view letters = without_plural(words_[acronym].text);
    for (std::size_t begin = acronym; begin-- > 0 && acronym - begin <= kMaxExpansionWords;) {
      if (stands_for(letters, words_between(begin, acronym))) return begin;
      if (words_[begin].starts_group) break;
    }
    return std::nullopt;
  }

  void add(std::string_view letters, std::span<const Word> words) {
    const std::string_view expansion = text_of(text_, words);
    if (expansion.size() > kMaxExpansionBytes) return;
    found_.push_back({std::string(without_plural(letters)), std::string(expansion)});
  }

  void add_unsaid(const std::string& letters, std::span<const Word> words) {
    if (std::ranges::find(found_, letters, &Acronym::letters) == found_.end())
      found_.push_back({letters, std::string(text_of(text_, words))});
  }

  // The initials of a heading that consists of one term: Static single assignment.
  std::string whole_letters() const {
    if (words_.empty() || group_end(0) != words_.size()) return {};
    std::string letters;
    for (const Word& word : words_)
      if (!is_small(to_lower(word.text))) letters += to_upper(word.text.front());
    return letters;
  }

  std::span<const Word> without_article() const {
    const bool article = words_.size() > 1 && is_small(to_lower(words_.front().text));
    return std::span(words_).subspan(article ? 1 : 0);
  }

  std::span<const Word> words_between(std::size_t begin, std::size_t end) const {
    return std::span(words_).subspan(begin, end - begin);
  }

  std::string_view text_;
  const CapitalWords& written_;
  std::vector<Word> words_;
  std::vector<Acronym> found_;
};

}  // namespace

CapitalWords find_capital_words(std::string_view text) {
  CapitalWords words;
  for (std::size_t at = 0; at < text.size() && words.size() < kMaxCapitalWords;) {
    const std::size_t begin = at;
    while (at < text.size() && is_of_word(text[at])) ++at;
    const std::string_view word = text.substr(begin, at - begin);
    if (!word.empty() && is_upper(word[0]) && is_acronym(word))
      words.insert(to_lower(without_plural(word)));
    while (at < text.size() && !is_of_word(text[at])) ++at;
  }
  return words;
}

std::vector<Acronym> taught_acronyms(std::string_view heading, const CapitalWords& written) {
  return HeadingReader(heading, written).find();
}

}  // namespace notes
