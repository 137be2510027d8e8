// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/word_marks.h"

#include <algorithm>

#include "query/search/words/begun_words.h"

namespace notes {
namespace {

// A word, a piece, a compound or a sigil that is the query word by itself.
bool is_word(const Term& term, const QueryWord& word) {
  if (!word.prefix.empty()) return word.stems.empty() && begins_with(term, word.prefix);
  if (!word.sigil.empty() && !word.quoted) return term.stem == word.sigil;
  if (!word.joined.empty() && term.stem == word.joined) return true;
  if (word.stems.size() != 1 || term.role == TermRole::bigram) return false;
  return word.quoted ? term.exact == word.exacts.front() : term.stem == word.stems.front();
}

std::size_t part_count(const QueryWord& word) {
  return word.stems.size() + (word.prefix.empty() ? 0 : 1);
}

bool is_part(const Term& term, const QueryWord& word, std::size_t index) {
  if (index == word.stems.size()) return begins_with(term, word.prefix);
  return word.quoted ? term.exact == word.exacts[index] : term.stem == word.stems[index];
}

// Index of the next `word` term after `from`; terms.size() when there is none.
std::size_t next_word(std::span<const Term> terms, std::size_t from) {
  for (std::size_t i = from + 1; i < terms.size(); ++i)
    if (terms[i].role == TermRole::word) return i;
  return terms.size();
}

// Index of the last term of a phrase that starts at `start`; terms.size() when none does.
std::size_t phrase_end(std::span<const Term> terms, std::size_t start, const QueryWord& word) {
  std::size_t at = start;
  for (std::size_t part = 0; part < part_count(word); ++part) {
    if (part > 0) at = next_word(terms, at);
    if (at == terms.size() || !is_part(terms[at], word, part)) return terms.size();
  }
  return at;
}

// What the term at `at` begins of the word; empty when it is not the word.
WordMark mark_at(std::span<const Term> terms, std::size_t at, const QueryWord& word) {
  const Term& term = terms[at];
  if (is_word(term, word)) {
    const bool exact = word.exacts.size() != 1 || term.exact == word.exacts.front();
    return {term.begin_byte, term.end_byte, 0, exact};
  }
  if (part_count(word) < 2 || term.role != TermRole::word) return {};
  const std::size_t last = phrase_end(terms, at, word);
  if (last == terms.size()) return {};
  return {term.begin_byte, terms[last].end_byte, 0, true};
}

WordMark mark_of_word_or_synonym(std::span<const Term> terms, std::size_t at,
                                 const QueryWord& word) {
  WordMark mark = mark_at(terms, at, word);
  for (const QueryWord& synonym : word.synonyms) {
    if (mark.begin_byte < mark.end_byte) break;
    mark = mark_at(terms, at, synonym);
    mark.exact = false;
  }
  return mark;
}

}  // namespace

std::vector<WordMark> find_words(std::span<const Term> terms, const std::vector<QueryWord>& words) {
  std::vector<WordMark> marks;
  for (std::size_t i = 0; i < terms.size(); ++i)
    for (std::uint32_t w = 0; w < words.size(); ++w) {
      WordMark mark = mark_of_word_or_synonym(terms, i, words[w]);
      if (mark.begin_byte == mark.end_byte) continue;
      mark.word = w;
      marks.push_back(mark);
    }
  std::ranges::stable_sort(marks, {}, &WordMark::begin_byte);
  return marks;
}

}  // namespace notes
