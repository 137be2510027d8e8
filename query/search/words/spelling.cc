// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/spelling.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "common/schema.h"
#include "common/text/code_point.h"
#include "common/text/nearest_word.h"
#include "query/search/match/own_words.h"

namespace notes {
namespace {

// Letters.
constexpr std::size_t kShortWord = 5;    // may be one letter off, and not in every way
constexpr std::size_t kOneSlipWord = 6;  // may be one letter off
constexpr std::size_t kTinyWord = 4;     // with another letter, or one less, is a common word only
constexpr std::size_t kSureLetters = 2;  // that stand behind a mistyped first letter
// Sections with a word that a tiny one may mean: any four letters are near some rare word.
constexpr Xapian::doccount kCommon = 5;

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

struct Guess {
  std::string word;
  std::size_t edits = 0;
  bool begins_otherwise = false;
  Xapian::doccount frequency = 0;
  bool may_be_stem = false;

  bool operator<(const Guess& other) const {
    return std::tuple(edits, begins_otherwise, other.frequency) <
           std::tuple(other.edits, other.begins_otherwise, frequency);
  }
};

class Search {
 public:
  Search(std::string_view word, const Xapian::Database& database, Analyzer& analyzer)
      : database_(database),
        analyzer_(analyzer),
        word_(code_points_of(word)),
        distance_(word_),
        is_ascii_(std::ranges::all_of(word, is_ascii)) {}

  bool may_be_two_off() const { return word_.size() > kOneSlipWord; }
  void allow_two_edits() { most_edits_ = 2; }

  // Words that start with `start`: as written, and stems, of which some are words as well.
  void scan(const std::string& start) {
    scan(prefix::exact, start);
    scan({}, start);
  }

  bool found() const { return !guesses_.empty(); }
  std::vector<Spelling> take();

 private:
  void scan(std::string_view term_prefix, const std::string& start);
  std::string next_near(const std::string& candidate) const;
  bool is_another_word(const std::u32string& candidate) const;
  void consider(const std::string& candidate, Xapian::doccount frequency, bool may_be_stem);
  std::string written_form(const std::string& stem);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  std::u32string word_;
  EditDistance distance_;
  bool is_ascii_;
  std::size_t most_edits_ = 1;  // no more than the best guess so far needs
  std::vector<Guess> guesses_;
};

void Search::scan(std::string_view term_prefix, const std::string& start) {
  const std::string from = std::string(term_prefix) + start;
  const auto end = database_.allterms_end(from);
  for (auto term = database_.allterms_begin(from); term != end;) {
    const std::string candidate = (*term).substr(term_prefix.size());
    const std::string next = next_near(candidate);
    if (next.empty()) {
      consider(candidate, term.get_termfreq(), term_prefix.empty());
      ++term;
    } else {
      term.skip_to(std::string(term_prefix) + next);
    }
  }
}

// What the next term that may be near the word begins with at least, where this one cannot be: of
// all that goes on otherwise than the word none is read. Empty where this one may be.
std::string Search::next_near(const std::string& candidate) const {
  constexpr char32_t kBehindAscii = 0x7f;
  if (!is_ascii_ || !std::ranges::all_of(candidate, is_ascii)) return {};
  const std::u32string letters(candidate.begin(), candidate.end());
  const std::size_t near = EditDistance(letters).letters_near(word_, most_edits_);
  if (near == letters.size()) return {};
  // No edit is left: the next letter must be one of the word, from hereabouts.
  const std::size_t reach = most_edits_ + 1;
  char32_t least = kBehindAscii;
  for (const char32_t letter :
       std::u32string_view(word_).substr(near - std::min(near, reach), 2 * reach + 1))
    if (letter > letters[near]) least = std::min(least, letter);
  return candidate.substr(0, near) + static_cast<char>(least);
}

// A short word is near many others: xpath is no rpath with a wrong first letter, perl no per with
// one more at the end, emacs no macs with one before it.
bool Search::is_another_word(const std::u32string& candidate) const {
  if (word_.size() > kShortWord || std::ranges::is_permutation(candidate, word_)) return false;
  return candidate.front() != word_.front() || word_.starts_with(candidate) ||
         word_.ends_with(candidate);
}

void Search::consider(const std::string& candidate, Xapian::doccount frequency, bool may_be_stem) {
  const std::u32string letters = code_points_of(candidate);
  const bool is_replaced = letters.size() == word_.size() && word_.size() == kTinyWord &&
                           !std::ranges::is_permutation(letters, word_);
  if ((word_.size() < kTinyWord || is_replaced) && frequency < kCommon) return;
  const std::size_t edits = distance_.to(letters, most_edits_);
  if (edits == 0 || edits > most_edits_ || is_another_word(letters)) return;
  // A stem that is close to a longer word tells the words it is of, as blosson is blossoming; tmux
  // is no muxing, and envoy not enjoyable.
  if (may_be_stem && (edits > 1 || word_.size() <= kShortWord) &&
      written_form(candidate) != candidate)
    return;
  most_edits_ = edits;
  guesses_.push_back({candidate, edits, letters.front() != word_.front(), frequency, may_be_stem});
}

// The stem itself when it stands somewhere as a word, else the commonest of its other forms.
std::string Search::written_form(const std::string& stem) {
  const auto forms = written_forms(stem, database_, analyzer_);
  if (forms.empty()) return stem;
  std::vector<std::string> terms;
  for (const WrittenForm& form : forms) terms.push_back(std::string(prefix::exact) + form.word);
  if (is_written(database_, stem, terms, analyzer_)) return stem;
  return std::ranges::max_element(forms, {}, &WrittenForm::frequency)->word;
}

std::vector<Spelling> Search::take() {
  std::sort(guesses_.begin(), guesses_.end());
  std::vector<Spelling> spellings;
  std::set<std::string> stems;
  for (const Guess& guess : guesses_) {
    if (spellings.size() == kMaxSpellings || guess.edits > most_edits_) break;
    const std::string word = guess.may_be_stem ? written_form(guess.word) : guess.word;
    const auto terms = analyzer_.analyze(word);
    if (!terms.empty() && stems.insert(std::string(terms.front().stem)).second)
      spellings.push_back({word, guess.edits});
  }
  return spellings;
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

std::vector<WrittenForm> written_forms(const std::string& stem, const Xapian::Database& database,
                                       Analyzer& analyzer) {
  const std::string from = std::string(prefix::exact) + stem.substr(0, stem.size() - 1);
  std::vector<WrittenForm> forms;
  for (auto term = database.allterms_begin(from); term != database.allterms_end(from); ++term) {
    const std::string written = (*term).substr(prefix::exact.size());
    const auto terms = analyzer.analyze(written);
    if (terms.size() == 1 && terms.front().stem == stem)
      forms.push_back({written, term.get_termfreq()});
  }
  return forms;
}

std::vector<Spelling> find_spellings(const std::string& word, const Xapian::Database& database,
                                     Analyzer& analyzer) {
  if (code_points_of(word).size() > EditDistance::kMaxLetters) return {};
  // Most slips spare the first letter, swap it with the second or put one before it.
  const std::size_t first = code_point_at(word, 0).bytes;
  const std::size_t second = code_point_at(word, first).bytes;
  Search search(word, database, analyzer);
  const auto scan = [&] {
    search.scan(word.substr(0, first));
    if (word.substr(0, first) != word.substr(first, second))
      search.scan(word.substr(first, second));
  };
  scan();
  if (search.found()) return search.take();
  if (search.may_be_two_off()) {
    search.allow_two_edits();
    scan();
  }
  for (const std::string& start : starts_with_another_letter(word)) search.scan(start);
  return search.take();
}

}  // namespace notes
