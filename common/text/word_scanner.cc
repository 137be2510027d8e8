// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_scanner.h"

#include "common/text/apostrophe.h"
#include "common/text/opaque_run.h"
#include "common/text/word_pieces.h"

namespace notes {
namespace {

class WordScanner {
 public:
  WordScanner(std::string_view text, std::vector<ScannedWord>& words)
      : text_(text), opaque_runs_(text), words_(words) {}

  void scan() {
    while (at_ < text_.size()) scan_character();
  }

 private:
  void scan_character() {
    const Character character = read_character(text_, at_);
    if (character.kind & char_kind::alphanumeric) {
      scan_word();
    } else if (character.kind & char_kind::ideograph) {
      scan_lone_character(WordShape::ideograph, character.byte_count);
    } else if (character.kind & (char_kind::symbol | char_kind::flag_letter)) {
      scan_symbol(character);
    } else {
      at_ += character.byte_count;
    }
  }

  void scan_word();
  void scan_lone_character(WordShape shape, std::size_t byte_count);
  void scan_symbol(Character first);
  bool take_apostrophe(std::size_t begin, std::size_t byte_count);
  CharKinds kind_at(std::size_t at) const {
    return at < text_.size() ? read_character(text_, at).kind : char_kind::separator;
  }
  void add(std::size_t begin, std::size_t end, WordShape shape) {
    words_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), shape});
  }

  std::string_view text_;
  OpaqueRuns opaque_runs_;
  std::vector<ScannedWord>& words_;
  std::size_t at_ = 0;
};

constexpr bool may_have_pieces(CharKinds first, CharKinds rest) {
  const unsigned all = first | rest;
  const bool changes_case = (rest & char_kind::upper) && (all & char_kind::lower);
  const bool may_have_ending = (first & char_kind::upper) && (rest & char_kind::apostrophe);
  return changes_case || may_have_ending || ((all & char_kind::digit) && (all & char_kind::letter));
}

// 10³ is not 103.
constexpr bool begins_exponent(CharKinds before, CharKinds next) {
  return (before & next & char_kind::digit) && ((before ^ next) & char_kind::small);
}

void WordScanner::scan_word() {
  if (const std::size_t end = opaque_runs_.end_of_run_at(at_); end != at_) {
    at_ = end;
    return;
  }
  const std::size_t begin = at_;
  const Character first = read_character(text_, at_);
  at_ += first.byte_count;
  std::size_t end = at_;
  CharKinds before = first.kind;
  unsigned rest = 0;
  while (at_ < text_.size()) {
    const Character next = read_character(text_, at_);
    if (next.kind & (char_kind::alphanumeric | char_kind::mark)) {
      if (begins_exponent(before, next.kind)) break;
      at_ += next.byte_count;
      end = at_;
      before = next.kind;
      rest |= next.kind;
    } else if (next.kind & char_kind::ignorable) {
      at_ += next.byte_count;  // part of the word only when more of it follows
    } else if ((next.kind & char_kind::apostrophe) && take_apostrophe(begin, next.byte_count)) {
      rest |= next.kind;
    } else {
      break;
    }
  }
  const std::string_view word = text_.substr(begin, end - begin);
  if (is_hexadecimal_data(word)) return;
  const bool is_mixed =
      may_have_pieces(first.kind, static_cast<CharKinds>(rest)) || may_begin_with_and(word);
  add(begin, end, is_mixed ? WordShape::mixed : WordShape::plain);
}

// Steps over an apostrophe that has a letter on both sides, unless it stands for an elided vowel.
bool WordScanner::take_apostrophe(std::size_t begin, std::size_t byte_count) {
  const std::size_t next = at_ + byte_count;
  if (!(kind_at(next) & char_kind::letter)) return false;
  if (is_elided(text_.substr(begin, at_ - begin), text_.substr(next))) return false;
  at_ = next;
  return true;
}

void WordScanner::scan_lone_character(WordShape shape, std::size_t byte_count) {
  const std::size_t begin = at_;
  at_ += byte_count;
  while (at_ < text_.size()) {
    const Character next = read_character(text_, at_);
    if (!(next.kind & char_kind::mark)) break;
    at_ += next.byte_count;
  }
  add(begin, at_, shape);
}

void WordScanner::scan_symbol(Character first) {
  const bool is_flag = (first.kind & kind_at(at_ + first.byte_count)) & char_kind::flag_letter;
  const std::size_t byte_count = is_flag ? std::size_t{first.byte_count} * 2 : first.byte_count;
  scan_lone_character(WordShape::symbol, byte_count);
}

}  // namespace

void scan_words(std::string_view text, std::vector<ScannedWord>& words) {
  WordScanner(text, words).scan();
}

}  // namespace notes
