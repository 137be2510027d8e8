// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/spelling.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/schema.h"
#include "common/text/code_point.h"
#include "query/search/own_words.h"

namespace notes {
namespace {

constexpr std::size_t kShortWord = 5;      // letters
constexpr std::size_t kSureLetters = 2;    // bytes that stand behind a mistyped first letter
constexpr std::size_t kSubstitutable = 5;  // bytes of a word that may have one wrong letter
constexpr std::size_t kMaxWord = 40;
constexpr Xapian::doccount kSectionsLookedAt = 10;  // for a stem that is a word

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

std::size_t letters_in(const std::string& word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](char c) { return !continues(c); }));
}

bool begins_alike(const std::string& a, const std::string& b) {
  return code_point_at(a, 0).value == code_point_at(b, 0).value;
}

// A letter doubled or not is the likeliest slip: comas is commas rather than comes.
bool doubles_alike(std::string a, std::string b) {
  for (std::string* word : {&a, &b})
    word->erase(std::unique(word->begin(), word->end()), word->end());
  return a == b;
}

// Optimal string alignment distance over bytes, given up above `limit`.
class EditDistance {
 public:
  explicit EditDistance(const std::string& word) : word_(word) {}

  std::size_t to(const std::string& other, std::size_t limit) {
    const std::size_t shorter = std::min(word_.size(), other.size());
    if (std::max(word_.size(), other.size()) - shorter > limit || other.size() > kMaxWord)
      return limit + 1;
    for (std::size_t j = 0; j <= other.size(); ++j) rows_[0][j] = j;
    for (std::size_t i = 1; i <= word_.size(); ++i)
      if (fill_row(other, i) > limit) return limit + 1;
    return rows_[word_.size() % 3][other.size()];
  }

 private:
  // Three rows in turn: this one, the one above, and the one above that for swaps.
  std::size_t fill_row(const std::string& other, std::size_t i) {
    auto& row = rows_[i % 3];
    const auto& above = rows_[(i + 2) % 3];
    const auto& second_above = rows_[(i + 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const bool same = word_[i - 1] == other[j - 1];
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && word_[i - 1] == other[j - 2] && word_[i - 2] == other[j - 1];
      if (swapped) row[j] = std::min(row[j], second_above[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    return least;
  }

  const std::string& word_;
  std::array<std::array<std::size_t, kMaxWord + 1>, 3> rows_{};
};

struct Best {
  std::string word;  // empty until there is one
  std::size_t edits = 0;
  bool begins_alike = false;
  bool doubles_alike = false;
  Xapian::doccount frequency = 0;
};

class Search {
 public:
  Search(const std::string& word, const Xapian::Database& database, Analyzer& analyzer)
      : database_(database),
        analyzer_(analyzer),
        word_(word),
        is_short_(letters_in(word) <= kShortWord),
        distance_(word) {
    best_.edits = is_short_ ? 1 : 2;  // the most that is allowed
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
  bool is_substitution(const std::string& candidate) const;
  void consider(const std::string& candidate, Xapian::doccount frequency, bool may_be_stem);
  bool is_better(const Best& other) const;
  std::string written_form(const std::string& stem, Xapian::doccount frequency);
  bool is_written(const std::string& stem, const std::vector<std::string>& other_forms);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const std::string& word_;
  bool is_short_;
  EditDistance distance_;
  Best best_;
};

void Search::scan(std::string_view term_prefix, const std::string& start) {
  const std::string from = std::string(term_prefix) + start;
  for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term)
    consider((*term).substr(term_prefix.size()), term.get_termfreq(), term_prefix.empty());
}

// One letter for another makes another short word more often than it was a slip: grep is no grey.
bool Search::is_substitution(const std::string& candidate) const {
  return word_.size() < kSubstitutable && candidate.size() == word_.size() &&
         !std::ranges::is_permutation(candidate, word_);
}

void Search::consider(const std::string& candidate, Xapian::doccount frequency, bool may_be_stem) {
  if (is_substitution(candidate)) return;
  Best other{candidate, distance_.to(candidate, best_.edits), begins_alike(candidate, word_), false,
             frequency};
  if (other.edits > best_.edits) return;
  other.doubles_alike = doubles_alike(candidate, word_);
  if (!is_better(other)) return;
  if (may_be_stem) other.word = written_form(candidate, frequency);
  other.doubles_alike = doubles_alike(other.word, word_);
  if (!is_better(other)) return;
  // A stem that is no word is no spelling to compare with, but a close one tells its words; of a
  // short word only when both begin alike: tmux is no muxing.
  const bool far = other.edits > 1 || (is_short_ && !other.begins_alike);
  if (other.word != candidate && far) return;
  best_ = std::move(other);
}

bool Search::is_better(const Best& other) const {
  if (other.edits != best_.edits) return other.edits < best_.edits;
  if (other.begins_alike != best_.begins_alike) return other.begins_alike;
  if (other.doubles_alike != best_.doubles_alike) return other.doubles_alike;
  return other.frequency > best_.frequency;
}

// The stem itself when it stands somewhere as a word, else the commonest of its other forms.
std::string Search::written_form(const std::string& stem, Xapian::doccount frequency) {
  const std::string from = std::string(prefix::exact) + stem.substr(0, stem.size() - 1);
  std::string commonest = stem;
  Xapian::doccount most = 0;
  Xapian::doccount sum = 0;
  std::vector<std::string> forms;
  for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term) {
    const std::string written = (*term).substr(prefix::exact.size());
    const auto terms = analyzer_.analyze(written);
    if (terms.size() != 1 || terms.front().stem != stem) continue;
    forms.push_back(*term);
    sum += term.get_termfreq();
    if (term.get_termfreq() <= most) continue;
    most = term.get_termfreq();
    commonest = written;
  }
  return sum < frequency && is_written(stem, forms) ? stem : commonest;
}

// Sections that have none of the other forms have the stem as it is, or inherit it from a title.
bool Search::is_written(const std::string& stem, const std::vector<std::string>& other_forms) {
  const Xapian::Query others(Xapian::Query::OP_OR, other_forms.begin(), other_forms.end());
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND_NOT, Xapian::Query(stem), others));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet sections = enquire.get_mset(0, kSectionsLookedAt);
  return std::any_of(sections.begin(), sections.end(), [&](Xapian::docid docid) {
    return OwnWords(database_, docid, analyzer_).has(stem);
  });
}

// Starts of words whose first letter alone was mistyped or left out.
std::vector<std::string> starts_with_another_letter(const std::string& word) {
  std::vector<std::string> starts;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    starts.push_back(letter + word.substr(1, kSureLetters));
    starts.push_back(letter + word.substr(0, kSureLetters));
  }
  return starts;
}

}  // namespace

std::optional<Spelling> find_spelling(const std::string& word, const Xapian::Database& database,
                                      Analyzer& analyzer) {
  if (word.size() > kMaxWord) return std::nullopt;
  Search search(word, database, analyzer);
  // Most slips spare the first letter, swap it with the second or put one before it.
  search.scan(word.substr(0, 1));
  if (word[1] != word[0]) search.scan(word.substr(1, 1));
  if (!search.found_within(1))
    for (const std::string& start : starts_with_another_letter(word)) search.scan(start);
  return search.result();
}

}  // namespace notes
