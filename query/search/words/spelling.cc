// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/spelling.h"

#include <algorithm>
#include <vector>

#include "common/schema.h"
#include "common/text/code_point.h"
#include "common/text/nearest_word.h"
#include "query/search/match/own_words.h"

namespace notes {
namespace {

// Letters.
constexpr std::size_t kShortWord = 5;      // may be one letter off, and not in every way
constexpr std::size_t kOneSlipWord = 6;    // may be one letter off
constexpr std::size_t kSubstitutable = 5;  // the fewest of a word that may have one wrong letter
constexpr std::size_t kSureLetters = 2;    // that stand behind a mistyped first letter

// A letter doubled or not is the likeliest slip: comas is commas rather than comes.
bool doubles_alike(std::u32string a, std::u32string b) {
  for (std::u32string* word : {&a, &b})
    word->erase(std::unique(word->begin(), word->end()), word->end());
  return a == b;
}

struct Best {
  std::string word;  // empty until there is one
  std::size_t edits = 0;
  bool begins_alike = false;
  bool doubles_alike = false;
  Xapian::doccount frequency = 0;
};

class Search {
 public:
  Search(std::string_view word, const Xapian::Database& database, Analyzer& analyzer)
      : database_(database), analyzer_(analyzer), word_(code_points_of(word)), distance_(word_) {
    best_.edits = word_.size() <= kOneSlipWord ? 1 : 2;  // the most that is allowed
  }

  // Words that start with `start`: as written, and stems, of which some are words as well.
  void scan(const std::string& start) {
    scan(prefix::exact, start);
    scan({}, start);
  }

  bool found_within(std::size_t edits) const { return !best_.word.empty() && best_.edits <= edits; }
  std::optional<Spelling> result() const {
    return best_.word.empty() ? std::nullopt : std::optional(Spelling{best_.word, best_.edits});
  }

 private:
  void scan(std::string_view term_prefix, const std::string& start);
  bool is_another_word(const std::u32string& candidate) const;
  void consider(const std::string& candidate, Xapian::doccount frequency, bool may_be_stem);
  bool is_better(const Best& other) const;
  std::string written_form(const std::string& stem);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  std::u32string word_;
  EditDistance distance_;
  Best best_;
};

void Search::scan(std::string_view term_prefix, const std::string& start) {
  const std::string from = std::string(term_prefix) + start;
  for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term)
    consider((*term).substr(term_prefix.size()), term.get_termfreq(), term_prefix.empty());
}

// A short word is near many others: grep is no grey with a wrong letter, xpath no rpath with a
// wrong first one, perl no per with one more at the end, emacs no macs with one before it.
bool Search::is_another_word(const std::u32string& candidate) const {
  if (word_.size() > kShortWord || std::ranges::is_permutation(candidate, word_)) return false;
  const bool is_substitution =
      candidate.size() == word_.size() &&
      (word_.size() < kSubstitutable || candidate.front() != word_.front());
  const bool is_part = word_.starts_with(candidate) || word_.ends_with(candidate);
  return is_substitution || (is_part && !doubles_alike(candidate, word_));
}

void Search::consider(const std::string& candidate, Xapian::doccount frequency, bool may_be_stem) {
  const std::u32string letters = code_points_of(candidate);
  const std::size_t edits = distance_.to(letters, best_.edits);
  if (edits > best_.edits || is_another_word(letters)) return;
  Best other{candidate, edits, letters.front() == word_.front(), doubles_alike(letters, word_),
             frequency};
  if (!is_better(other)) return;
  if (may_be_stem) other.word = written_form(candidate);
  if (other.word != candidate) {
    // A stem that is no word is no spelling to compare with, but one close to a longer word tells
    // the words it is of: blosson is blossoming. tmux is no muxing, and envoy not enjoyable.
    if (other.edits > 1 || word_.size() <= kShortWord) return;
    other.doubles_alike = doubles_alike(code_points_of(other.word), word_);
    if (!is_better(other)) return;
  }
  best_ = std::move(other);
}

bool Search::is_better(const Best& other) const {
  if (other.edits != best_.edits) return other.edits < best_.edits;
  if (other.begins_alike != best_.begins_alike) return other.begins_alike;
  if (other.doubles_alike != best_.doubles_alike) return other.doubles_alike;
  return other.frequency > best_.frequency;
}

// The stem itself when it stands somewhere as a word, else the commonest of its other forms.
std::string Search::written_form(const std::string& stem) {
  const std::string from = std::string(prefix::exact) + stem.substr(0, stem.size() - 1);
  std::string commonest = stem;
  Xapian::doccount most = 0;
  std::vector<std::string> forms;
  for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term) {
    const std::string written = (*term).substr(prefix::exact.size());
    const auto terms = analyzer_.analyze(written);
    if (terms.size() != 1 || terms.front().stem != stem) continue;
    forms.push_back(*term);
    if (term.get_termfreq() <= most) continue;
    most = term.get_termfreq();
    commonest = written;
  }
  return is_written(database_, stem, forms, analyzer_) ? stem : commonest;
}

// Starts of words whose first letter alone, a Latin one, was mistyped or left out.
std::vector<std::string> starts_with_another_letter(std::string_view word) {
  std::vector<std::size_t> ends{0};  // of its first letters
  while (ends.size() <= kSureLetters + 1 && ends.back() < word.size())
    ends.push_back(ends.back() + code_point_at(word, ends.back()).bytes);
  const std::size_t sure = ends.size() - 1;
  const std::string_view without_first = word.substr(ends[1], ends[sure] - ends[1]);
  const std::string_view with_first = word.substr(0, ends[std::min(sure, kSureLetters)]);
  std::vector<std::string> starts;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    starts.push_back(std::string(1, letter).append(without_first));
    starts.push_back(std::string(1, letter).append(with_first));
  }
  return starts;
}

}  // namespace

std::optional<Spelling> find_spelling(const std::string& word, const Xapian::Database& database,
                                      Analyzer& analyzer) {
  if (code_points_of(word).size() > EditDistance::kMaxLetters) return std::nullopt;
  Search search(word, database, analyzer);
  // Most slips spare the first letter, swap it with the second or put one before it.
  const std::size_t first = code_point_at(word, 0).bytes;
  const std::size_t second = code_point_at(word, first).bytes;
  search.scan(word.substr(0, first));
  if (word.substr(0, first) != word.substr(first, second)) search.scan(word.substr(first, second));
  if (!search.found_within(1))
    for (const std::string& start : starts_with_another_letter(word)) search.scan(start);
  return search.result();
}

}  // namespace notes
