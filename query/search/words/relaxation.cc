// SPDX-License-Identifier: GPL-2.0-or-later
// Changes words that no section has.
#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "common/schema.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"
#include "query/search/match/query_compiler.h"
#include "query/search/words/word_reading.h"

namespace notes {
namespace {

constexpr std::size_t kMinCorrected = 3;    // letters
constexpr std::size_t kMinPart = 2;         // in letters, of each half of a split word
constexpr std::size_t kLongestSwapped = 3;  // in letters, of a stop word
// At most this many words of a query are looked up, because each takes milliseconds.
constexpr int kMaxLookedUp = 12;

bool is_plain(const QueryWord& word) {
  return word.stems.size() == 1 && word.sigil.empty() && word.prefix.empty() && !word.quoted &&
         word.stems.front().find('.') == std::string::npos;
}

// False for a number: its parts are different numbers.
bool is_compound(const QueryWord& word) {
  const bool is_number = std::ranges::all_of(word.stems, [](const std::string& stem) {
    return stem.find_first_not_of("0123456789") == std::string::npos;
  });
  return word.stems.size() > 1 && word.prefix.empty() && !word.quoted && !is_number;
}

bool has_digit(const std::string& text) {
  return text.find_first_of("0123456789") != std::string::npos;
}

// "teh", "adn". No other short words are misspelt so often.
std::optional<std::string> find_swapped_stop_word(std::string word) {
  if (word.size() > kLongestSwapped || is_stop_word(word)) return std::nullopt;
  for (std::size_t i = 1; i < word.size(); ++i) {
    std::swap(word[i - 1], word[i]);
    if (is_stop_word(word)) return word;
    std::swap(word[i - 1], word[i]);
  }
  return std::nullopt;
}

std::string sentence(const Replacement& replacement) {
  const std::string unknown = "no section has \"" + replacement.typed + "\"";
  if (replacement.meant.empty()) return unknown + " as one word; searched for its parts";
  const std::string meant = "searched for \"" + joined(replacement.meant, "\", \"") + "\"";
  return replacement.beside ? unknown + " as written; also " + meant : unknown + "; " + meant;
}

class Relaxation {
 public:
  Relaxation(WordReading& reading, const SearchIndex& in)
      : reading_(reading), words_(reading.words), in_(in), database_(in.database) {}

  void run() {
    for (std::size_t i = 0; i < words_.size();) i = relax_word(i);
    // If all words are guesses, they replace the words, because nothing else can be found.
    const auto is_guessed = [](const QueryWord& word) { return word.stop_word || word.is_guess; };
    if (std::ranges::all_of(words_, is_guessed))
      for (QueryWord& word : words_) word.is_guess = false;
    for (const Replacement& replacement : reading_.replacements)
      reading_.remarks.push_back(sentence(replacement));
    if (looked_up_ > kMaxLookedUp)
      reading_.remarks.emplace_back("too many words are unknown: only the first were looked up");
  }

 private:
  bool knows(const QueryWord& word) const { return is_known(word, database_); }
  bool has_compound(const QueryWord& word) const {
    return !word.joined.empty() && database_.term_exists(word.joined);
  }
  bool phrase_stands(const QueryWord& phrase, Xapian::doccount times = 1) const {
    return std::ranges::all_of(
               phrase.stems,
               [&](const std::string& stem) { return database_.get_termfreq(stem) >= times; }) &&
           unranked(has_word(phrase), database_, times).size() == times;
  }
  QueryWord word_of(std::string text) const {
    return make_query_word(std::move(text), NodeKind::word, in_.analyzer);
  }
  QueryWord guess_of(const std::string& text) const {
    QueryWord guess = word_of(text);
    guess.is_guess = true;
    return guess;
  }

  void add_guess(const Spelling& spelling, QueryWord& word) const {
    QueryWord guess = guess_of(spelling.word);
    if (!guess.stop_word && knows(guess) && guess.stems != word.stems)
      word.synonyms.push_back(std::move(guess));
  }

  std::size_t relax_word(std::size_t i) {
    if (words_[i].stop_word || !words_[i].synonyms.empty() || !words_[i].becoming.empty())
      return i + 1;
    leave_out_unknown_sign(words_[i]);
    auto meant = find_meant(i);
    const bool is_beside = !meant && add_guesses(words_[i]);
    QueryWord word = meant ? std::move(*meant) : words_[i];
    if (meant || is_beside) {
      Replacement replacement{words_[i].typed, {}, is_beside};
      if (meant) replacement.meant.push_back(word.typed);
      for (const QueryWord& synonym : word.synonyms)
        if (synonym.is_guess) replacement.meant.push_back(synonym.typed);
      reading_.replacements.push_back(std::move(replacement));
    }
    return replace_word(i, taken_apart(std::move(word)));
  }

  std::optional<QueryWord> find_meant(std::size_t& i) {
    if (is_compound(words_[i])) return correct_compound(words_[i]);
    if (!is_plain(words_[i]) || knows(words_[i])) return std::nullopt;
    if (auto joined = join_neighbours(i)) return joined;
    return correct(words_[i]);
  }

  // Joins the word at `i` with the next or the previous one: makes them one typed word, and sets
  // `i` to its place.
  std::optional<QueryWord> join_neighbours(std::size_t& i) {
    for (const std::size_t left : {i, i - 1}) {
      if (left >= words_.size() || left + 1 >= words_.size()) continue;
      QueryWord& first = words_[left];
      const QueryWord& second = words_[left + 1];
      if (!is_plain(first) || !is_plain(second)) continue;
      QueryWord joined = word_of(first.exacts.front() + second.exacts.front());
      if (joined.stems.size() != 1 || !knows(joined)) continue;
      first.typed += ' ' + second.typed;
      words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(left) + 1);
      i = left;
      return joined;
    }
    return std::nullopt;
  }

  // Splits the word or corrects its spelling. A correction with one edit wins if more sections have
  // it: clipy becomes clippy, not cli py.
  std::optional<QueryWord> correct(const QueryWord& word) {
    if (looked_up_++ >= kMaxLookedUp) return std::nullopt;
    auto pair = split(word);
    const auto spellings = find_correct(word.exacts.front());
    if (spellings.empty() || (pair && spellings.front().edits > 1)) return pair;
    QueryWord known = guess_of(spellings.front().word);
    if (known.stop_word) return pair ? pair : known;
    // A compound without its punctuation is a term but not a word.
    if (!knows(known)) return pair ? pair : split(known);
    if (pair && phrase_stands(*pair, database_.get_termfreq(known.stems.front()))) return pair;
    for (const Spelling& other : std::span(spellings).subspan(1)) add_guess(other, known);
    return known;
  }

  // Corrects the parts that no section has, as in Set-WmiInstnace and Atuo-formatting, or the
  // whole: grene-house becomes greenhouse if there is no green-house.
  std::optional<QueryWord> correct_compound(const QueryWord& compound) const {
    std::vector<ByteRange> unknown;
    for (const Term& term : in_.analyzer.analyze(compound.typed))
      if (term.role == TermRole::word && !database_.term_exists(std::string(term.stem)))
        unknown.push_back({term.begin_byte, term.end_byte});
    if (unknown.empty() || has_compound(compound)) return std::nullopt;
    std::string text = compound.typed;
    for (auto part = unknown.rbegin(); part != unknown.rend(); ++part) {
      const std::size_t size = part->end - part->begin;
      const auto spellings = find_correct(text.substr(part->begin, size));
      if (!spellings.empty()) text.replace(part->begin, size, spellings.front().word);
    }
    std::optional<QueryWord> by_parts;
    if (text != compound.typed) by_parts = guess_of(text);
    if (by_parts && (has_compound(*by_parts) || phrase_stands(*by_parts))) return by_parts;
    if (const auto whole = find_correct(compound.joined); !whole.empty())
      if (QueryWord joined = guess_of(whole.front().word); knows(joined)) return joined;
    return by_parts;
  }

  // Splits a word at a missing blank. Of several ways, takes the one whose rarer half is most
  // common.
  std::optional<QueryWord> split(const QueryWord& word) const {
    const std::string& whole = word.exacts.front();
    std::optional<QueryWord> best;
    Xapian::doccount best_frequency = 0;
    for (std::size_t cut = kMinPart; cut + kMinPart <= whole.size(); ++cut) {
      if (begin_of_character(whole, cut) != cut) continue;
      QueryWord pair = make_query_word(whole.substr(0, cut) + ' ' + whole.substr(cut),
                                       NodeKind::phrase, in_.analyzer);
      if (pair.stems.size() != 2) continue;
      const auto frequency =
          std::min(database_.get_termfreq(pair.stems[0]), database_.get_termfreq(pair.stems[1]));
      if (frequency <= best_frequency || !phrase_stands(pair)) continue;
      best_frequency = frequency;
      best = std::move(pair);
    }
    return best;
  }

  std::vector<Spelling> find_correct(const std::string& word) const {
    const std::string folded =
        joined(make_query_word(word, NodeKind::phrase, in_.analyzer).exacts, "");
    if (has_digit(folded)) return {};
    if (const auto stop_word = find_swapped_stop_word(folded)) return {{*stop_word, 1}};
    if (code_points_of(folded).size() < kMinCorrected) return {};
    return find_spellings(folded, in_);
  }

  // Adds guesses if sections have the stem of the word, but neither the word as written nor another
  // regular form of it.
  bool add_guesses(QueryWord& word) {
    if (!is_plain(word) || !knows(word) || !is_doubtful(word) || looked_up_++ >= kMaxLookedUp)
      return false;
    for (const Spelling& spelling : find_correct(word.exacts.front())) add_guess(spelling, word);
    return !word.synonyms.empty();
  }

  bool is_doubtful(const QueryWord& word) const {
    const std::string& written = word.exacts.front();
    if (written == word.stems.front() || has_digit(written) ||
        database_.term_exists(std::string(prefix::exact) + written) ||
        are_inflections(word.stems.front(), written))
      return false;
    const auto forms = written_forms(word.stems.front(), in_);
    return std::ranges::none_of(
        forms, [&](const CountedTerm& form) { return are_inflections(form.text, written); });
  }

  // Drops the sign if no section has it, as in .pdf. Signs after a word are never dropped (C++ is
  // not C), nor is the @ of a saved search.
  void leave_out_unknown_sign(QueryWord& word) {
    constexpr std::string_view kSigns = "-.#";
    if (word.sigil.empty() || word.quoted || kSigns.find(word.sigil.front()) == kSigns.npos) return;
    if (database_.term_exists(word.sigil) || !database_.term_exists(word.stems.front())) return;
    std::string plain = word.typed.substr(word.typed.find_first_not_of(kSigns));
    reading_.replacements.push_back({std::exchange(word.typed, plain), {plain}});
    word.sigil.clear();
  }

  // Splits leader-election into its words if no section has them together.
  std::vector<QueryWord> taken_apart(QueryWord word) {
    if (!is_compound(word) || has_compound(word) || phrase_stands(word)) return {std::move(word)};
    std::vector<QueryWord> parts;
    for (const std::string& part : word.exacts) parts.push_back(word_of(part));
    if (std::ranges::none_of(parts, [&](const QueryWord& part) { return knows(part); }))
      return {std::move(word)};
    reading_.replacements.push_back({word.typed});
    return parts;
  }

  // Replaces the word at `i` with `others`. Returns the place after them.
  std::size_t replace_word(std::size_t i, std::vector<QueryWord> others) {
    const std::uint32_t count = words_[i].count;
    words_.erase(words_.begin() + static_cast<std::ptrdiff_t>(i));
    for (QueryWord& other : others) {
      other.count = count;
      i = add_word(words_, i, std::move(other));
    }
    return i;
  }

  WordReading& reading_;
  std::vector<QueryWord>& words_;
  const SearchIndex& in_;
  const Xapian::Database& database_;
  int looked_up_ = 0;
};

}  // namespace

void relax(WordReading& reading, const SearchIndex& in) {
  Relaxation(reading, in).run();
}

}  // namespace notes
