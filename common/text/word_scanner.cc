// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_scanner.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"
#include "common/text/word_pieces.h"

namespace notes {
namespace {

enum class RunKind : std::uint8_t { none, lower, upper, digit, sign };
constexpr std::size_t kRunKindCount = 5;

constexpr std::array<RunKind, 256> run_kinds() {
  std::array<RunKind, 256> kinds{};
  for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<unsigned char>(c)] = RunKind::lower;
  for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<unsigned char>(c)] = RunKind::upper;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<unsigned char>(c)] = RunKind::digit;
  for (const char c : std::string_view("+/=_-"))
    kinds[static_cast<unsigned char>(c)] = RunKind::sign;
  return kinds;
}

constexpr std::array<RunKind, 256> kRunKinds = run_kinds();

RunKind run_kind(char c) {
  return kRunKinds[static_cast<unsigned char>(c)];
}

// In random letters and digits, nearly every second pair of neighbours is such a break; in
// camel-case names it is one in six.
bool is_break(RunKind before, RunKind after) {
  if (before == RunKind::sign || after == RunKind::sign) return false;
  return (before == RunKind::lower && after == RunKind::upper) ||
         ((before == RunKind::digit) != (after == RunKind::digit));
}

bool looks_random(std::string_view run) {
  std::array<std::size_t, kRunKindCount> counts{};
  std::size_t breaks = 0;
  RunKind before = RunKind::sign;
  for (const char c : run) {
    const RunKind kind = run_kind(c);
    ++counts[static_cast<std::size_t>(kind)];
    if (is_break(before, kind)) ++breaks;
    before = kind;
  }
  const auto count_of = [&counts](RunKind kind) { return counts[static_cast<std::size_t>(kind)]; };
  const bool has_all =
      count_of(RunKind::lower) > 0 && count_of(RunKind::upper) > 0 && count_of(RunKind::digit) > 0;
  return has_all && breaks * 4 >= run.size() - count_of(RunKind::sign);
}

bool is_hexadecimal_digit(char c) {
  return ascii::is_digit(c) || (ascii::to_lower(c) >= 'a' && ascii::to_lower(c) <= 'f');
}

constexpr std::size_t kMinOpaqueBytes = 40;

// Finds base64-like runs, which no reader searches for. Ask about ascending positions of one text.
// Takes linear time, and far less than looking at every byte.
class OpaqueRuns {
 public:
  explicit OpaqueRuns(std::string_view text) : text_(text) {}

  // The end of the run that starts at `at`; `at` itself if there is none.
  std::size_t end_of_run_at(std::size_t at) { return at < clear_until_ ? at : look_at(at); }

 private:
  // Looks backwards from the last byte of the shortest run: in ordinary text there is a blank
  // nearby, and no run can start before it.
  std::size_t look_at(std::size_t at) {
    if (text_.size() - at < kMinOpaqueBytes) {
      clear_until_ = text_.size();
      return at;
    }
    const std::string_view least = text_.substr(at, kMinOpaqueBytes);
    const auto other = std::find_if(least.rbegin(), least.rend(),
                                    [](char c) { return run_kind(c) == RunKind::none; });
    if (other != least.rend()) {
      clear_until_ = at + static_cast<std::size_t>(least.rend() - other);
      return at;
    }
    const auto* const past = std::find_if(text_.begin() + at + kMinOpaqueBytes, text_.end(),
                                          [](char c) { return run_kind(c) == RunKind::none; });
    clear_until_ = static_cast<std::size_t>(past - text_.begin());
    return looks_random(text_.substr(at, clear_until_ - at)) ? clear_until_ : at;
  }

  std::string_view text_;
  std::size_t clear_until_ = 0;  // no such run starts before this
};

// More hexadecimal digits than any digest has, with or without 0x.
bool is_hexadecimal_data(std::string_view word) {
  constexpr std::size_t kLongestDigest = 128;
  if (word.starts_with("0x") || word.starts_with("0X")) word.remove_prefix(2);
  return word.size() > kLongestDigest && std::ranges::all_of(word, is_hexadecimal_digit);
}

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

  void scan_word() {
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
        at_ += next.byte_count;  // belongs to the word only if more of it follows
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

  // Skips an apostrophe between two letters, unless it stands for an elided vowel.
  bool take_apostrophe(std::size_t begin, std::size_t byte_count) {
    const std::size_t next = at_ + byte_count;
    if (!(kind_at(next) & char_kind::letter)) return false;
    if (is_elided(text_.substr(begin, at_ - begin), text_.substr(next))) return false;
    at_ = next;
    return true;
  }

  void scan_lone_character(WordShape shape, std::size_t byte_count) {
    const std::size_t begin = at_;
    at_ += byte_count;
    while (at_ < text_.size()) {
      const Character next = read_character(text_, at_);
      if (!(next.kind & char_kind::mark)) break;
      at_ += next.byte_count;
    }
    add(begin, at_, shape);
  }

  void scan_symbol(Character first) {
    const bool is_flag = (first.kind & kind_at(at_ + first.byte_count)) & char_kind::flag_letter;
    const std::size_t byte_count = is_flag ? std::size_t{first.byte_count} * 2 : first.byte_count;
    scan_lone_character(WordShape::symbol, byte_count);
  }

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

}  // namespace

void scan_words(std::string_view text, std::vector<ScannedWord>& words) {
  WordScanner(text, words).scan();
}

bool is_begun_digest(std::string_view word) {
  constexpr std::size_t kShortest = 7;
  return word.size() >= kShortest && std::ranges::all_of(word, is_hexadecimal_digit) &&
         std::ranges::any_of(word, ascii::is_digit) && std::ranges::any_of(word, ascii::is_letter);
}

}  // namespace notes
