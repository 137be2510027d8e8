// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the words in the index that a misspelt word may mean, and tells slips from inflections.
#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

#include "common/schema.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/search/words/word_reading.h"

namespace notes {
namespace {

// Lengths in letters.
constexpr std::size_t kShortWord = 5;    // may have one edit, but not every kind
constexpr std::size_t kOneSlipWord = 6;  // may have one edit
constexpr std::size_t kTinyWord = 4;  // if a letter is replaced, or if shorter: only a common word
// A correction of a tiny word must be in this many sections, since any four letters are close to
// some rare word; but a small collection has few words.
constexpr Xapian::doccount kCommon = 5;
constexpr Xapian::doccount kLeastCommon = 2;
constexpr Xapian::doccount kSectionsPerCommon = 25;
constexpr std::size_t kMaxSpellings = 3;

struct Guess {
  std::string word;
  std::size_t edits = 0;
  Xapian::doccount frequency = 0;
  bool may_be_stem = false;
};

class SpellingSearch {
 public:
  SpellingSearch(std::string_view word, const SearchIndex& in)
      : in_(in),
        word_(code_points_of(word)),
        distance_(word_),
        is_ascii_(ascii::is_ascii(word)),
        common_(
            std::clamp(in.database.get_doccount() / kSectionsPerCommon, kLeastCommon, kCommon)) {}

  std::vector<Spelling> run() {
    const std::string first = utf8_of(word_[0]);
    const std::string second = utf8_of(word_[1]);
    const std::string third = utf8_of(word_[2]);
    // Most slips keep the first letter, swap it with the second, or add one before it.
    const auto scan_likely_starts = [&] {
      scan(first);
      if (second != first) scan(second);
    };
    scan_likely_starts();
    if (!guesses_.empty()) return take();
    if (word_.size() > kOneSlipWord) {
      most_edits_ = 2;
      scan_likely_starts();
    }
    // In others only the first letter (a Latin one) was mistyped or left out.
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      scan(letter + second + third);
      scan(letter + first + second);
    }
    return take();
  }

 private:
  // Considers words that start with `start`: words as written, and stems, some of which are words.
  void scan(const std::string& start) {
    for (const std::string& term_prefix : {std::string(prefix::exact), std::string()}) {
      const auto end = in_.database.allterms_end(term_prefix + start);
      for (auto term = in_.database.allterms_begin(term_prefix + start); term != end;) {
        const std::string candidate = (*term).substr(term_prefix.size());
        const std::string next = next_near(candidate);
        if (next.empty()) consider(candidate, term.get_termfreq(), term_prefix.empty());
        if (next.empty())
          ++term;
        else
          term.skip_to(term_prefix + next);
      }
    }
  }

  // If `candidate` is too far from the word: where the next term that may be near it starts, so
  // that the terms in between are skipped. Otherwise empty.
  std::string next_near(const std::string& candidate) const {
    constexpr char32_t kBehindAscii = 0x7f;
    if (!is_ascii_ || !ascii::is_ascii(candidate)) return {};
    const std::u32string letters(candidate.begin(), candidate.end());
    const std::size_t near = EditDistance(letters).letters_near(word_, most_edits_);
    if (near == letters.size()) return {};
    // All edits are used up, so the next letter must be in the word, near this position.
    const std::size_t reach = most_edits_ + 1;
    char32_t least = kBehindAscii;
    for (const char32_t letter :
         std::u32string_view(word_).substr(near - std::min(near, reach), 2 * reach + 1))
      if (letter > letters[near]) least = std::min(least, letter);
    return candidate.substr(0, near) + static_cast<char>(least);
  }

  // A short word is close to many others: xpath does not mean rpath, perl does not mean per, and
  // emacs does not mean macs.
  bool is_another_word(const std::u32string& candidate) const {
    if (word_.size() > kShortWord || std::ranges::is_permutation(candidate, word_)) return false;
    return candidate.front() != word_.front() || word_.starts_with(candidate) ||
           word_.ends_with(candidate);
  }

  void consider(const std::string& candidate, Xapian::doccount frequency, bool may_be_stem) {
    const std::u32string letters = code_points_of(candidate);
    const bool is_replaced = letters.size() == word_.size() && word_.size() == kTinyWord &&
                             !std::ranges::is_permutation(letters, word_);
    if ((word_.size() < kTinyWord || is_replaced) && frequency < common_) return;
    const std::size_t edits = distance_.to(letters, most_edits_);
    if (edits == 0 || edits > most_edits_ || is_another_word(letters)) return;
    // A stem close to a longer word leads to a word with that stem, as blosson does to blossoming.
    // For short words and two edits it does not: tmux does not mean muxing, and envoy does not mean
    // enjoyable.
    if (may_be_stem && (edits > 1 || word_.size() <= kShortWord) &&
        written_form(candidate) != candidate)
      return;
    most_edits_ = edits;
    guesses_.push_back({candidate, edits, frequency, may_be_stem});
  }

  // The stem itself if a note has it as a word, otherwise its most common other form.
  std::string written_form(const std::string& stem) {
    const auto forms = written_forms(stem, in_);
    if (forms.empty()) return stem;
    std::vector<std::string> terms;
    for (const CountedTerm& form : forms) terms.push_back(std::string(prefix::exact) + form.text);
    if (is_written(stem, terms, in_)) return stem;
    return std::ranges::max_element(forms, {}, &CountedTerm::sections)->text;
  }

  std::vector<Spelling> take() {
    std::ranges::sort(guesses_, {}, [first = utf8_of(word_.front())](const Guess& guess) {
      const bool begins_otherwise = !guess.word.starts_with(first);
      return std::tuple(guess.edits, begins_otherwise, -std::int64_t{guess.frequency});
    });
    std::vector<Spelling> spellings;
    std::set<std::string> stems;
    for (const Guess& guess : guesses_) {
      if (spellings.size() == kMaxSpellings || guess.edits > most_edits_) break;
      const std::string word = guess.may_be_stem ? written_form(guess.word) : guess.word;
      const auto terms = in_.analyzer.analyze(word);
      if (!terms.empty() && stems.insert(std::string(terms.front().stem)).second)
        spellings.push_back({word, guess.edits});
    }
    return spellings;
  }

  const SearchIndex& in_;
  std::u32string word_;
  EditDistance distance_;
  bool is_ascii_;
  Xapian::doccount common_;
  std::size_t most_edits_ = 1;  // lowered to that of the best guess so far
  std::vector<Guess> guesses_;
};

constexpr std::size_t kShortestBase = 3;

// With what the base form has instead.
constexpr auto kEndings = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"s es ed ing er ers est ly", ""},
    {"ed ing er ers est", "e"},
    {"ies ied ier iest ily", "y"},
});

bool hisses(std::string_view base) {
  return std::ranges::any_of(std::to_array<std::string_view>({"s", "x", "z", "ch", "sh"}),
                             [&](std::string_view end) { return base.ends_with(end); });
}

bool begins_with_vowel(std::string_view ending) {
  return ending.front() == 'e' || ending.front() == 'i';
}

// Whether the base takes the ending as it is. False for slips: bakeing, busss, farmes.
bool takes(std::string_view base, std::string_view ending) {
  if (ending == "s") return !hisses(base);
  if (ending == "es") return hisses(base) || base.ends_with('o');
  const bool has_silent_e = base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe");
  return !begins_with_vowel(ending) || !has_silent_e;
}

// As in planned, but not in agreed.
bool doubles_last(std::string_view base, std::string_view ending) {
  return base.size() > kShortestBase && base.back() == base[base.size() - 2] &&
         base.back() != 'e' && begins_with_vowel(ending);
}

std::vector<std::string> bases_of(std::string_view word) {
  std::vector<std::string> bases{std::string(word)};
  for (const auto& [endings, replaced_by] : kEndings)
    for (const std::string_view ending : split_at_blanks(endings)) {
      if (!word.ends_with(ending)) continue;
      std::string base(word.substr(0, word.size() - ending.size()));
      base += replaced_by;
      const bool is_whole = replaced_by.empty();
      if (base.size() < kShortestBase || (is_whole && !takes(base, ending))) continue;
      if (is_whole && doubles_last(base, ending)) bases.push_back(base.substr(0, base.size() - 1));
      bases.push_back(std::move(base));
    }
  return bases;
}

}  // namespace

bool are_inflections(std::string_view a, std::string_view b) {
  const auto of_b = bases_of(b);
  return std::ranges::any_of(bases_of(a), [&](const std::string& base) {
    return std::ranges::find(of_b, base) != of_b.end();
  });
}

std::vector<CountedTerm> written_forms(const std::string& stem, const SearchIndex& in) {
  const std::string from = std::string(prefix::exact) + stem.substr(0, stem.size() - 1);
  auto forms = terms_from(in.database, from, prefix::exact);
  std::erase_if(forms, [&](const CountedTerm& form) {
    const auto terms = in.analyzer.analyze(form.text);
    return terms.size() != 1 || terms.front().stem != stem;
  });
  return forms;
}

std::vector<Spelling> find_spellings(const std::string& word, const SearchIndex& in) {
  if (code_points_of(word).size() > EditDistance::kMaxLetters) return {};
  return SpellingSearch(word, in).run();
}

}  // namespace notes
