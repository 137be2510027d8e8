// SPDX-License-Identifier: GPL-2.0-or-later
// Turns text into index terms with byte offsets. Indexing, query parsing and highlighting all use
// it, so what is found is what is highlighted. Knows no Markdown: see reading.h for that.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/text/byte_range.h"

namespace notes {

// How a term was made from the text. Each position has exactly one `word`; the other roles repeat
// text that words cover.
enum class TermRole : std::uint8_t {
  word,    // `fold` of Z-Fold, `int2` of INT2, one CJK character
  piece,   // a part of a word at a change of case or between letters and digits: `int`, `2`,
           // `omni`, `quant`, `llm` of LLMs; at the position of its word
  joined,  // a compound of two to four words without its punctuation (`zfold`), or a number in
           // one: `3.10.2` and `3.10` of v3.10.2-beta, `1000` of 1,000, `5551234` of 555-1234;
           // never stemmed; at the position of its first word
  sigil,   // a word with the signs that make it another: `c++`, `.net`, `@name`, `--flag`
  bigram,  // two adjacent CJK characters; at the position of the first
};

// Terms at one position come in the order of the roles, and there may be several of each role
// except `word`. Views are valid until the next call of the analyzer that made them. Terms longer
// than kMaxTermBytes are cut and end in a hash; base64-like runs are left out.
struct Term {
  std::string_view stem;   // folded, marks stripped, stemmed: what the index knows without prefix
  std::string_view exact;  // folded, marks kept; equal to `stem` if the word is its own stem
  std::uint32_t position = 0;    // counts words from 0 over the whole call
  std::uint32_t begin_byte = 0;  // in the analyzed text, half-open
  std::uint32_t end_byte = 0;
  TermRole role = TermRole::word;
};

inline constexpr std::size_t kMaxTermBytes = 64;

class Analyzer {
 public:
  // `language` is a Snowball name that Xapian knows ("english", "german", "none"). Throws Error if
  // it does not exist. With "german", the spellings `häuser`, `haeuser` and `hauser` have the same
  // stem; pieces, compounds and words with digits are not stemmed.
  explicit Analyzer(const std::string& language = "english");
  ~Analyzer();

  // The terms of plain text, by position. Bad UTF-8 separates words.
  std::span<const Term> analyze(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace notes
