// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/stem_cache.h"
#include "common/text/word_scanner.h"

namespace notes {
namespace {

using Words = std::span<const ScannedWord>;

constexpr std::size_t kMaxJoinedParts = 4;
constexpr std::size_t kMaxJoinedBytes = 32;

ByteRange bytes_of(Words words) {
  return {words.front().begin, words.back().end};
}

bool is_word_of_letters(const ScannedWord& word) {
  return word.shape == WordShape::plain || word.shape == WordShape::mixed;
}

bool is_all_digits(std::string_view text) {
  return std::ranges::all_of(text, ascii::is_digit);
}

std::string_view gap_before(std::string_view text, Words words, std::size_t i) {
  return ByteRange{words[i - 1].end, words[i].begin}.in(text);
}

bool is_hyphen(std::string_view gap) {
  return gap == "-" || gap == "\u2010" || gap == "\u2011";
}

// Whether the comma before word `i` groups thousands: 1,000 and not 1,2.
bool groups_thousands(std::string_view text, Words words, std::size_t i) {
  const std::string_view before = words[i - 1].in(text);
  const std::string_view after = words[i].in(text);
  return before.size() <= 3 && after.size() == 3 && is_all_digits(before) && is_all_digits(after);
}

bool joins(std::string_view text, Words words, std::size_t i) {
  if (ascii::is_blank(text[words[i - 1].end])) return false;  // quickly, since most are
  const std::string_view gap = gap_before(text, words, i);
  return is_hyphen(gap) || gap == "_" || gap == "." || gap == "::" ||
         (gap == "," && groups_thousands(text, words, i));
}

// 3.10.2 or 1,000.50. Letters may come before its first digit and after its last.
// The first word ends with a digit.
std::optional<ByteRange> dotted_number(std::string_view text, Words compound) {
  const auto [first_begin, first_end] = bytes_of(compound.first(1));
  const std::size_t compound_end = compound.back().end;
  const auto is_digit_at = [&](std::size_t at) {
    return at < compound_end && ascii::is_digit(text[at]);
  };
  std::size_t begin = first_end;
  while (begin > first_begin && ascii::is_digit(text[begin - 1])) --begin;
  std::size_t end = first_end;
  while (end - begin <= kMaxJoinedBytes && is_digit_at(end + 1) &&
         (text[end] == '.' || text[end] == ','))
    for (++end; is_digit_at(end);) ++end;
  return end > first_end ? std::optional(byte_range(begin, end)) : std::nullopt;
}

// ISBNs, telephone numbers and days: nobody groups that many digits for another reason.
std::optional<ByteRange> hyphened_number(std::string_view text, Words compound) {
  constexpr std::size_t kFewestDigits = 7;
  std::size_t digits = 0;
  std::size_t count = 0;
  for (; count < compound.size(); ++count) {
    const std::string_view word = compound[count].in(text);
    const bool is_check_digit = word == "X" && digits == 9;  // of an ISBN
    if (count > 0 && !is_hyphen(gap_before(text, compound, count))) break;
    if (!is_all_digits(word) && !is_check_digit) break;
    if (compound[count].end - compound[0].begin > kMaxJoinedBytes) return std::nullopt;
    digits += word.size();
  }
  if (count < 2 || digits < kFewestDigits) return std::nullopt;
  return bytes_of(compound.first(count));
}

std::size_t sign_length(std::string_view text, std::size_t word_begin) {
  if (word_begin == 0) return 0;
  const char sign = text[word_begin - 1];
  if (sign == '@' || sign == '#' || sign == '.') return 1;
  return sign == '-' && word_begin > 1 && text[word_begin - 2] == '-' ? 2 : 0;
}

// Signs belong to a word only if nothing comes directly before them, as in a--b and page#part. `#`
// is also used for anchors and numbers, so it needs a blank or a bracket before it. A dot may
// follow a word, as in notes.pdf, and so may the @ of an address.
bool opens_at(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (before == text[at]) return false;
  if (text[at] == '.' || text[at] == '@') return true;
  if (read_character(text, begin_of_character(text, at - 1)).kind &
      (char_kind::alphanumeric | char_kind::mark))
    return false;
  constexpr std::string_view kOpeners = "([{";
  return text[at] != '#' || ascii::is_blank(before) || (before & 0x80) != 0 ||
         kOpeners.find(before) != kOpeners.npos;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && (read_character(text, at).kind & char_kind::letter);
}

// How many of `words`, starting with the first, make one compound: joined by single hyphens,
// underscores, dots, `::` or the commas of 1,000,000, without blanks. At least 1; `words` is not
// empty.
std::size_t compound_length(std::string_view text, Words words) {
  std::size_t length = 1;
  if (!is_word_of_letters(words[0])) return length;
  while (length < words.size() && is_word_of_letters(words[length]) && joins(text, words, length))
    ++length;
  return length;
}

// A number that starts in the first word of a part of a compound: 3.10.2 in v3.10.2-beta, 1.5 in
// 1.5kg, 1,000, or 978-3-16-148410-0, which may also be typed without hyphens.
std::optional<ByteRange> find_number(std::string_view text, Words compound) {
  if (compound.size() < 2 || !ascii::is_digit(text[compound[0].end - 1])) return std::nullopt;
  const auto dotted = dotted_number(text, compound);
  const auto number = dotted ? dotted : hyphened_number(text, compound);
  return number && number->size() > kMaxJoinedBytes ? std::nullopt : number;
}

// Whether a compound is also found by its parts written as one word. `number` is what it starts
// with, and no such word: 1.5 is not 15.
bool is_joinable(std::string_view text, Words compound, const std::optional<ByteRange>& number) {
  if (compound.size() < 2 || compound.size() > kMaxJoinedParts) return false;
  const auto [begin, end] = bytes_of(compound);
  if (end - begin > kMaxJoinedBytes) return false;
  const std::uint32_t allowed = (text[begin] | 0x20) == 'v' ? begin + 1 : begin;  // v3.10
  return !number || number->begin > allowed || number->end != end;
}

// The first word of a part of a compound with signs before it that make it a different word:
// `--dry-run`, `@name` and `#tag` as a whole, but only `.NET` of `.NET-based` and `.pdf` of
// `a.pdf`.
std::optional<ByteRange> leading_sigil(std::string_view text, Words compound) {
  const ScannedWord& first = compound.front();
  const std::size_t signs = sign_length(text, first.begin);
  if (signs == 0 || !is_letter_at(text, first.begin)) return std::nullopt;
  const std::size_t begin = first.begin - signs;
  if (!opens_at(text, begin)) return std::nullopt;
  const std::size_t end = text[begin] == '.' ? first.end : compound.back().end;
  if (end - begin > kMaxTermBytes) return std::nullopt;
  return byte_range(begin, end);
}

// A word with signs after it: `C++`, `F#`.
std::optional<ByteRange> trailing_sigil(std::string_view text, const ScannedWord& word) {
  const std::string_view rest = text.substr(word.end, 3);
  if (rest.starts_with('#') && word.size() == 1 && is_letter_at(text, word.begin) &&
      !is_letter_at(text, word.end + 1))
    return ByteRange{word.begin, word.end + 1};
  if (!rest.starts_with("++") || rest == "+++" || word.size() > kMaxTermBytes) return std::nullopt;
  return ByteRange{word.begin, word.end + 2};
}

}  // namespace

struct Analyzer::State {
  explicit State(const std::string& language) : stems(language) {}

  void analyze(std::string_view whole_text) {
    text = whole_text.substr(0, UINT32_MAX);
    stems.start_text();
    terms.clear();
    position = 0;
    words.clear();
    scan_words(text, words);
    for (Words rest = words; !rest.empty();) {
      const std::size_t length = compound_length(text, rest);
      add_compound(rest.first(length));
      const bool are_neighbours = length < rest.size() && rest[0].end == rest[1].begin;
      if (are_neighbours) add_bigram(rest[0], rest[1]);
      ++position;
      rest = rest.subspan(length);
    }
  }

  // Leaves `position` at the last word.
  void add_compound(Words compound) {
    std::uint32_t number_end = 0;
    for (std::size_t i = 0; i < compound.size(); ++i) {
      const ScannedWord& word = compound[i];
      const Words rest = compound.subspan(i);
      if (i > 0) ++position;
      add(TermRole::word, stems.forms_of(word.in(text)), word);
      if (word.shape == WordShape::mixed) add_pieces(word);
      const auto number = word.begin < number_end ? std::nullopt : find_number(text, rest);
      if (i == 0 && is_joinable(text, compound, number))
        compose(TermRole::joined, bytes_of(compound), compound);
      if (number) add_number(*number);
      if (number) number_end = number->end;
      if (const auto sigil = leading_sigil(text, rest)) compose(TermRole::sigil, *sigil, rest);
      if (const auto sigil = trailing_sigil(text, word))
        compose(TermRole::sigil, *sigil, rest.first(1));
    }
  }

  void add_pieces(const ScannedWord& word) {
    const std::string_view stem_of_word = terms.back().stem;
    split_word(text, word, pieces);
    for (const ByteRange piece : pieces) {
      const auto forms = stems.forms_of(piece.in(text));
      if (forms.stem != stem_of_word) add(TermRole::piece, forms, piece);
    }
  }

  // Adds the words in `bytes` as one term. Joined words lose their signs, except between digits:
  // GPT-4.1 is not GPT-41.
  void compose(TermRole role, ByteRange bytes, Words some_words) {
    composed.clear();
    std::uint32_t at = bytes.begin;
    for (const ScannedWord& word : some_words) {
      if (word.begin >= bytes.end) break;
      const bool is_between_digits = !composed.empty() && ascii::is_digit(composed.back()) &&
                                     ascii::is_digit(text[word.begin]);
      if (role == TermRole::sigil || is_between_digits)
        composed += text.substr(at, word.begin - at);
      composed += stems.plain_form_of(word.in(text));
      at = word.end;
    }
    composed += text.substr(at, bytes.end - at);
    add_composed(role, bytes);
  }

  // Drops signs that only group digits. For a version, also adds its shorter forms (3.10 for
  // 3.10.2).
  void add_number(ByteRange bytes) {
    const std::string_view number = bytes.in(text);
    composed.clear();
    bool is_composed = false;
    for (std::uint32_t at = 0; at < number.size(); ++at) {
      const bool is_sign = !ascii::is_alphanumeric(number[at]);
      if (number[at] == '.' && is_composed)
        add_composed(TermRole::joined, {bytes.begin, bytes.begin + at});
      if (number[at] == '.' || !is_sign) composed += ascii::to_lower(number[at]);
      is_composed = is_composed || is_sign;
    }
    add_composed(TermRole::joined, bytes);
  }

  void add_bigram(const ScannedWord& first, const ScannedWord& second) {
    if (first.shape != WordShape::ideograph || second.shape != WordShape::ideograph) return;
    composed = stems.forms_of(first.in(text)).stem;
    composed += stems.forms_of(second.in(text)).stem;
    add_composed(TermRole::bigram, {first.begin, second.end});
  }

  void add_composed(TermRole role, ByteRange bytes) {
    const std::string_view term = stems.keep(composed);
    add(role, {term, term}, bytes);
  }

  // Nothing is left of a tatweel alone, or of what comes before a capital after a Hebrew "and".
  void add(TermRole role, const WordForms& forms, ByteRange bytes) {
    if (forms.stem.empty()) return;
    terms.push_back({forms.stem, forms.exact, position, bytes.begin, bytes.end, role});
  }

  StemCache stems;
  std::vector<ScannedWord> words;
  std::vector<ByteRange> pieces;  // of one word
  std::vector<Term> terms;
  std::string composed;   // a term under construction
  std::string_view text;  // what the words were scanned from
  std::uint32_t position = 0;
};

Analyzer::Analyzer(const std::string& language) : state_(std::make_unique<State>(language)) {}
Analyzer::~Analyzer() = default;

std::span<const Term> Analyzer::analyze(std::string_view text) {
  state_->analyze(text);
  return state_->terms;
}

}  // namespace notes
