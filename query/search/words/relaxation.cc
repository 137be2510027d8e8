// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/relaxation.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "common/schema.h"
#include "common/text/code_point.h"
#include "query/language/query_parser.h"
#include "query/search/match/query_compiler.h"
#include "query/search/words/inflection.h"
#include "query/search/words/spelling.h"

namespace notes {
namespace {

constexpr std::size_t kMinCorrected = 3;    // letters
constexpr std::size_t kMinPart = 2;         // letters of each half of a split word
constexpr std::size_t kLongestSwapped = 3;  // letters of a stop word
// Words of one query that are looked up, which takes milliseconds each.
constexpr int kMaxLookedUp = 12;

bool is_plain(const QueryWord& word) {
  return word.stems.size() == 1 && word.sigil.empty() && word.prefix.empty() && !word.quoted &&
         word.stems.front().find('.') == std::string::npos;
}

// More than a number, whose parts are others.
bool is_compound(const QueryWord& word) {
  const bool is_number = std::ranges::all_of(word.stems, [](const std::string& stem) {
    return stem.find_first_not_of("0123456789") == std::string::npos;
  });
  return word.stems.size() > 1 && word.prefix.empty() && !word.quoted && !is_number;
}

bool has_digit(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

QueryWord word_of(const std::string& text, NodeKind kind, Analyzer& analyzer) {
  QueryNode node;
  node.kind = kind;
  node.text = text;
  node.stop_word = kind == NodeKind::word && is_stop_word(text);
  return make_query_word(node, analyzer);
}

// Whether at least so many sections have it.
bool phrase_stands(const QueryWord& phrase, const Xapian::Database& database,
                   Xapian::doccount times = 1) {
  for (const std::string& stem : phrase.stems)
    if (database.get_termfreq(stem) < times) return false;
  Xapian::Enquire enquire(database);
  enquire.set_query(has_word(phrase));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, times).size() == times;
}

class Relaxation {
 public:
  Relaxation(const Xapian::Database& database, Analyzer& analyzer)
      : database_(database), analyzer_(analyzer) {}

  bool knows(const QueryWord& word) const {
    return !word.stems.empty() && database_.term_exists(word.stems.front());
  }

  bool knows_compound(const QueryWord& word) const {
    const bool joined = !word.joined.empty() && database_.term_exists(word.joined);
    return joined || phrase_stands(word, database_);
  }

  // The words of a compound, each for itself.
  std::vector<QueryWord> parts_of(const QueryWord& compound) {
    std::vector<QueryWord> parts;
    for (const std::string& part : compound.exacts)
      parts.push_back(word_of(part, NodeKind::word, analyzer_));
    return parts;
  }

  std::optional<QueryWord> join(const QueryWord& left, const QueryWord& right) {
    if (!is_plain(right)) return std::nullopt;
    QueryWord joined =
        word_of(left.exacts.front() + right.exacts.front(), NodeKind::word, analyzer_);
    if (joined.stems.size() != 1 || !knows(joined)) return std::nullopt;
    return joined;
  }

  // By a blank that was left out, or as other words: what needs one edit only may as well be that
  // word, when more sections have it (clipy is clippy rather than cli py).
  std::optional<QueryWord> correct(const QueryWord& word) {
    if (looked_up_++ >= kMaxLookedUp) return std::nullopt;
    auto pair = split(word);
    const auto spellings = find_correct(word.exacts.front());
    if (spellings.empty() || (pair && spellings.front().edits > 1)) return pair;
    QueryWord known = guess_of(spellings.front());
    if (known.stop_word) return pair ? pair : known;
    // A compound without its punctuation is a term, but no word.
    if (!knows(known)) return pair ? pair : split(known);
    const auto frequency = database_.get_termfreq(known.stems.front());
    if (pair && phrase_stands(*pair, database_, frequency)) return pair;
    for (const Spelling& other : std::span(spellings).subspan(1)) add_guess(other, known);
    return known;
  }

  // A word that no section has as written, and of which none has a regular form either, may be a
  // slip though its stem is known: what it may mean is looked for beside it.
  bool add_guesses(QueryWord& word) {
    if (!is_doubtful(word) || looked_up_++ >= kMaxLookedUp) return false;
    for (const Spelling& spelling : find_correct(word.exacts.front())) add_guess(spelling, word);
    return !word.synonyms.empty();
  }

  bool gave_up() const { return looked_up_ > kMaxLookedUp; }

  // Set-WmiInstnace and Atuo-formatting by their parts, each that no section has; grene-house as
  // greenhouse, when that is what there is.
  std::optional<QueryWord> correct_compound(const QueryWord& compound) {
    const std::vector<ByteRange> unknown = unknown_parts(compound);
    const bool known = !compound.joined.empty() && database_.term_exists(compound.joined);
    if (unknown.empty() || known) return std::nullopt;
    auto by_parts = correct_parts(compound, unknown);
    if (by_parts && knows_compound(*by_parts)) return by_parts;
    if (const auto whole = find_correct(compound.joined); !whole.empty()) {
      QueryWord joined = guess_of(whole.front());
      if (knows(joined)) return joined;
    }
    return by_parts;
  }

 private:
  QueryWord guess_of(const Spelling& spelling) {
    QueryWord guess = word_of(spelling.word, NodeKind::word, analyzer_);
    guess.is_guess = true;
    return guess;
  }

  void add_guess(const Spelling& spelling, QueryWord& word) {
    QueryWord guess = guess_of(spelling);
    if (!guess.stop_word && knows(guess) && guess.stems != word.stems)
      word.synonyms.push_back(std::move(guess));
  }

  bool is_doubtful(const QueryWord& word) {
    const std::string& written = word.exacts.front();
    if (written == word.stems.front() || has_digit(written) ||
        database_.term_exists(std::string(prefix::exact) + written) ||
        are_inflections(word.stems.front(), written))
      return false;
    const auto forms = written_forms(word.stems.front(), database_, analyzer_);
    return std::ranges::none_of(
        forms, [&](const WrittenForm& form) { return are_inflections(form.word, written); });
  }

  std::optional<QueryWord> split(const QueryWord& word) {
    const std::string& whole = word.exacts.front();
    std::optional<QueryWord> best;
    Xapian::doccount best_frequency = 0;
    for (std::size_t cut = kMinPart; cut + kMinPart <= whole.size(); ++cut) {
      if ((static_cast<unsigned char>(whole[cut]) & 0xc0) == 0x80) continue;
      QueryWord pair =
          word_of(whole.substr(0, cut) + ' ' + whole.substr(cut), NodeKind::phrase, analyzer_);
      if (pair.stems.size() != 2) continue;
      const auto frequency =
          std::min(database_.get_termfreq(pair.stems[0]), database_.get_termfreq(pair.stems[1]));
      if (frequency <= best_frequency || !phrase_stands(pair, database_)) continue;
      best_frequency = frequency;
      best = std::move(pair);
    }
    if (best) best->quoted = false;
    return best;
  }

  std::optional<QueryWord> correct_parts(const QueryWord& compound,
                                         const std::vector<ByteRange>& unknown) {
    std::string text = compound.typed;
    for (auto part = unknown.rbegin(); part != unknown.rend(); ++part) {
      const auto spellings = find_correct(text.substr(part->begin, part->end - part->begin));
      if (!spellings.empty())
        text.replace(part->begin, part->end - part->begin, spellings.front().word);
    }
    if (text == compound.typed) return std::nullopt;
    QueryWord known = word_of(text, NodeKind::word, analyzer_);
    known.is_guess = true;
    return known;
  }

  std::vector<Spelling> find_correct(const std::string& word) {
    std::string folded;
    for (const Term& term : analyzer_.analyze(word))
      if (term.role == TermRole::word) folded += term.exact;
    if (has_digit(folded)) return {};
    if (const auto stop_word = find_swapped_stop_word(folded)) return {*stop_word};
    if (code_points_of(folded).size() < kMinCorrected) return {};
    return find_spellings(folded, database_, analyzer_);
  }

  // teh, adn. Nothing else is so short and so often mistyped.
  static std::optional<Spelling> find_swapped_stop_word(std::string word) {
    if (word.size() > kLongestSwapped || is_stop_word(word)) return std::nullopt;
    for (std::size_t i = 1; i < word.size(); ++i) {
      std::swap(word[i - 1], word[i]);
      if (is_stop_word(word)) return Spelling{word, 1};
      std::swap(word[i - 1], word[i]);
    }
    return std::nullopt;
  }

  std::vector<ByteRange> unknown_parts(const QueryWord& compound) {
    std::vector<ByteRange> parts;
    for (const Term& term : analyzer_.analyze(compound.typed))
      if (term.role == TermRole::word && !database_.term_exists(std::string(term.stem)))
        parts.push_back({term.begin_byte, term.end_byte});
    return parts;
  }

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  int looked_up_ = 0;
};

// The word at `i` with the one after or before it, which is taken out of `words`; then `i` is where
// both belong and `unknown` is what was typed there.
std::optional<QueryWord> join_neighbours(std::vector<QueryWord>& words, std::size_t& i,
                                         Relaxation& relaxation, std::string& unknown) {
  for (const bool backwards : {false, true}) {
    const std::size_t left = backwards ? i - 1 : i;
    if (left >= words.size() || left + 1 >= words.size() || !is_plain(words[left])) continue;
    auto known = relaxation.join(words[left], words[left + 1]);
    if (!known) continue;
    unknown = words[left].typed + ' ' + words[left + 1].typed;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(left) + 1);
    i = left;
    return known;
  }
  return std::nullopt;
}

// .pdf as pdf where nothing has it with its dot. Signs behind a word make another, C++ is never C,
// and @name is the name of a search.
void leave_out_unknown_sign(QueryWord& word, const Xapian::Database& database,
                            std::vector<Replacement>& done) {
  constexpr std::string_view kSigns = "-.#";
  if (word.sigil.empty() || word.quoted || kSigns.find(word.sigil.front()) == kSigns.npos) return;
  if (database.term_exists(word.sigil) || !database.term_exists(word.stems.front())) return;
  std::string plain = word.typed.substr(word.typed.find_first_not_of(kSigns));
  done.push_back({std::exchange(word.typed, std::move(plain)), word.typed});
  word.sigil.clear();
}

// leader-election, where these never stand together so: its words, wherever they stand. Any other
// word as it is.
std::vector<QueryWord> taken_apart(QueryWord word, Relaxation& relaxation,
                                   std::vector<Replacement>& done) {
  if (!is_compound(word) || relaxation.knows_compound(word)) return {std::move(word)};
  std::vector<QueryWord> parts = relaxation.parts_of(word);
  if (std::ranges::none_of(parts, [&](const auto& part) { return relaxation.knows(part); }))
    return {std::move(word)};
  done.push_back({word.typed, ""});
  return parts;
}

// Replaces the word at `i` by `others`, each once among all words as ever. Returns the
// place behind them.
std::size_t replace_word(std::vector<QueryWord>& words, std::size_t i,
                         std::vector<QueryWord> others) {
  const std::uint32_t count = words[i].count;
  const auto place = [&] { return words.begin() + static_cast<std::ptrdiff_t>(i); };
  words.erase(place());
  for (QueryWord& other : others) {
    other.count = count;
    const auto same =
        std::ranges::find_if(words, [&](const QueryWord& word) { return same_terms(word, other); });
    if (same != words.end()) {
      same->count += count;
    } else {
      words.insert(place(), std::move(other));
      ++i;
    }
  }
  return i;
}

// What the word at `i` should have been, with a neighbour where it should have been one with it.
std::optional<QueryWord> find_known(std::vector<QueryWord>& words, std::size_t& i,
                                    Relaxation& relaxation, std::string& unknown) {
  if (is_compound(words[i])) return relaxation.correct_compound(words[i]);
  if (!is_plain(words[i]) || relaxation.knows(words[i])) return std::nullopt;
  if (auto joined = join_neighbours(words, i, relaxation, unknown)) return joined;
  return relaxation.correct(words[i]);
}

// The words it was replaced by, or that are looked for beside it.
std::vector<std::string> guesses_of(const QueryWord& word) {
  std::vector<std::string> guesses;
  for (const QueryWord& synonym : word.synonyms)
    if (synonym.is_guess) guesses.push_back(synonym.typed);
  return guesses;
}

std::string quoted_list(const std::string& first, const std::vector<std::string>& others) {
  std::string list = "\"" + first + "\"";
  for (const std::string& other : others) list += ", \"" + other + "\"";
  return list;
}

// Where every word is but a guess, nothing else is found: then the guesses stand for the words.
void settle_guesses(std::vector<QueryWord>& words) {
  if (!std::ranges::all_of(words,
                           [](const QueryWord& word) { return word.stop_word || word.is_guess; }))
    return;
  for (QueryWord& word : words) word.is_guess = false;
}

}  // namespace

std::string sentence(const Replacement& replacement) {
  if (replacement.beside) {
    const std::vector<std::string> others(replacement.others.begin() + 1, replacement.others.end());
    return "no section has \"" + replacement.typed + "\" as written; searched for " +
           quoted_list(replacement.others.front(), others) + " as well";
  }
  const std::string unknown = "no section has \"" + replacement.typed + "\"";
  if (replacement.known.empty()) return unknown + " in one; searched for its words";
  return unknown + "; searched for " + quoted_list(replacement.known, replacement.others);
}

Relaxed relax(std::vector<QueryWord>& words, const Xapian::Database& database, Analyzer& analyzer) {
  Relaxed relaxed;
  std::vector<Replacement>& done = relaxed.replacements;
  Relaxation relaxation(database, analyzer);
  for (std::size_t i = 0; i < words.size();) {
    if (words[i].stop_word || !words[i].synonyms.empty() || !words[i].becoming.empty()) {
      ++i;
      continue;
    }
    leave_out_unknown_sign(words[i], database, done);
    std::string unknown = words[i].typed;
    const auto known = find_known(words, i, relaxation, unknown);
    if (known) done.push_back({unknown, known->typed, guesses_of(*known)});
    if (!known && is_plain(words[i]) && relaxation.knows(words[i]) &&
        relaxation.add_guesses(words[i]))
      done.push_back({unknown, unknown, guesses_of(words[i]), true});
    i = replace_word(words, i, taken_apart(known.value_or(words[i]), relaxation, done));
  }
  settle_guesses(words);
  relaxed.gave_up = relaxation.gave_up();
  return relaxed;
}

}  // namespace notes
