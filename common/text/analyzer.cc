// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include "common/text/ascii.h"
#include "common/text/compounds.h"
#include "common/text/stem_cache.h"
#include "common/text/word_pieces.h"
#include "common/text/word_scanner.h"

namespace notes {

struct Analyzer::State {
  explicit State(const std::string& language) : stems(language) {}

  void analyze(std::string_view whole_text) {
    text = whole_text.substr(0, UINT32_MAX);
    stems.start_text();
    terms.clear();
    position = 0;
    words.clear();
    scan_words(text, words);
    for (std::span<const ScannedWord> rest = words; !rest.empty();) {
      const std::size_t length = compound_length(text, rest);
      add_compound(rest.first(length));
      const bool are_neighbours = length < rest.size() && rest[0].end_byte == rest[1].begin_byte;
      if (are_neighbours) add_bigram(rest[0], rest[1]);
      ++position;
      rest = rest.subspan(length);
    }
  }

  // Leaves `position` at the last word.
  void add_compound(std::span<const ScannedWord> compound) {
    std::size_t past_number = 0;
    for (std::size_t i = 0; i < compound.size(); ++i) {
      const ScannedWord& word = compound[i];
      const auto rest = compound.subspan(i);
      if (i > 0) ++position;
      add_word(word);
      if (word.shape == WordShape::mixed) add_pieces(word);
      if (i == 0 && is_joinable(text, compound)) add_joined(compound);
      if (i >= past_number && rest.size() > 1) past_number = i + add_number_at(rest);
      if (const auto sigil = leading_sigil(text, rest)) add_sigil(*sigil, rest);
      if (const auto sigil = trailing_sigil(text, word)) add_sigil(*sigil, {&word, 1});
    }
  }

  // Adds a number that starts at the first word. Returns how many words it takes; 0 if there is
  // none.
  std::size_t add_number_at(std::span<const ScannedWord> rest) {
    const auto number = find_number(text, rest);
    if (!number) return 0;
    add_number(number->bytes);
    return number->word_count;
  }

  void add_word(const ScannedWord& word) {
    add(TermRole::word, stems.forms_of(word.in(text)), {word.begin_byte, word.end_byte});
  }

  void add_pieces(const ScannedWord& word) {
    const std::string_view stem_of_word = terms.back().stem;
    const WordPieces pieces(text, word);
    for (const ByteRange piece : pieces.all()) {
      const auto forms = stems.forms_of(text.substr(piece.begin, piece.end - piece.begin));
      if (forms.stem != stem_of_word) add(TermRole::piece, forms, piece);
    }
  }

  // Drops the signs, except between digits: GPT-4.1 is not GPT-41.
  void add_joined(std::span<const ScannedWord> compound) {
    composed.clear();
    std::size_t at = compound.front().begin_byte;
    for (const ScannedWord& word : compound) {
      const bool is_behind_digit = !composed.empty() && ascii::is_digit(composed.back());
      if (is_behind_digit && ascii::is_digit(text[word.begin_byte]))
        composed += text.substr(at, word.begin_byte - at);
      composed += stems.plain_form_of(word.in(text));
      at = word.end_byte;
    }
    add_composed(TermRole::joined, {compound.front().begin_byte, compound.back().end_byte});
  }

  // Drops signs that only group digits. For a version, also adds its shorter forms (3.10 for
  // 3.10.2).
  void add_number(ByteRange bytes) {
    const std::string_view number = text.substr(bytes.begin, bytes.end - bytes.begin);
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

  void add_sigil(ByteRange bytes, std::span<const ScannedWord> sigil_words) {
    composed.clear();
    std::uint32_t at = bytes.begin;
    for (const ScannedWord& word : sigil_words) {
      if (word.begin_byte >= bytes.end) break;
      composed += text.substr(at, word.begin_byte - at);
      composed += stems.plain_form_of(word.in(text));
      at = word.end_byte;
    }
    composed += text.substr(at, bytes.end - at);
    add_composed(TermRole::sigil, bytes);
  }

  void add_bigram(const ScannedWord& first, const ScannedWord& second) {
    if (first.shape != WordShape::ideograph || second.shape != WordShape::ideograph) return;
    composed = stems.forms_of(first.in(text)).stem;
    composed += stems.forms_of(second.in(text)).stem;
    add_composed(TermRole::bigram, {first.begin_byte, second.end_byte});
  }

  void add_composed(TermRole role, ByteRange bytes) {
    const std::string_view term = stems.keep(composed);
    add(role, {term, term}, bytes);
  }

  void add(TermRole role, const WordForms& forms, ByteRange bytes) {
    terms.push_back({forms.stem, forms.exact, position, bytes.begin, bytes.end, role});
  }

  StemCache stems;
  std::vector<ScannedWord> words;
  std::vector<Term> terms;
  std::string composed;   // a term under construction
  std::string_view text;  // what the words were scanned from
  std::uint32_t position = 0;
};

Analyzer::Analyzer(const std::string& language) : state_(std::make_unique<State>(language)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Term> Analyzer::analyze(std::string_view text) {
  state_->analyze(text);
  return state_->terms;
}

}  // namespace notes
