// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_scanner.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/joined.h"

namespace notes {
namespace {

constexpr ascii::ByteSet kInBase64 =
    ascii::byte_set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=_-");

bool may_be_in_base64(char c) {
  return kInBase64[static_cast<unsigned char>(c)];
}

// In random letters and digits, nearly every second pair of neighbours is a change from lower to
// upper case or between letters and digits; in camel-case names it is one in six.
bool looks_random(std::string_view run) {
  constexpr CharKinds kEach = char_kind::lower | char_kind::upper | char_kind::digit;
  unsigned all = 0;
  std::size_t breaks = 0;
  std::size_t signs = 0;
  CharKinds before = char_kind::separator;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const CharKinds kind = read_character(run, i).kind;
    const bool begins_upper = (before & char_kind::lower) && (kind & char_kind::upper);
    if (begins_upper || (before && kind && ((before ^ kind) & char_kind::digit))) ++breaks;
    if (kind == char_kind::separator) ++signs;
    all |= kind;
    before = kind;
  }
  return all == kEach && breaks * 4 >= run.size() - signs;
}

bool is_hexadecimal_digit(char c) {
  return ascii::is_digit(c) || (ascii::to_lower(c) >= 'a' && ascii::to_lower(c) <= 'f');
}

// More hexadecimal digits than any digest has, with or without 0x.
bool is_hexadecimal_data(std::string_view word) {
  constexpr std::size_t kLongestDigest = 128;
  if (word.size() <= kLongestDigest) return false;  // quickly, since all words but data are
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

// Words of more than two letters that lose a vowel. A single consonant (French and Catalan d' l' n'
// s', Italian c' v') and a consonant after another letter (gl' un') need no row.
constexpr std::string_view kElidedWords =
    // French, with qu'
    "qu entr jusqu lorsqu presqu puisqu quelqu quoiqu "
    // Italian: articles with prepositions, then other words before a noun
    "agl all coll dagl dall degl dell negl nell sugl sull alcun altr anch bell cent ciascun com "
    "contr dov grand mezz neanch nessun nient pover qualcun quand quant quell quest sant senz sott "
    "trent tutt vent";

constexpr std::string_view kContractions = "d ll m re s t ve";

bool may_lose_its_vowel(std::string_view word) {
  constexpr std::size_t kLongest = 7;
  if (word.size() > kLongest) return false;
  if (is_among(kElidedWords, ascii::to_lower(word))) return true;
  constexpr std::string_view kVowels = "aeiouy";
  return word.size() <= 2 && std::ranges::all_of(word, ascii::is_letter) &&
         kVowels.find(ascii::to_lower(word.back())) == kNone;
}

// Two bytes from U+00C0 on are Latin letters with accents; of the consonants, ç and ñ start words.
bool begins_with_vowel(std::string_view text) {
  constexpr std::string_view kVowels = "aeiouyh";
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return kVowels.find(ascii::to_lower(text.front())) != kNone;
  if (text.starts_with("\u0152") || text.starts_with("\u0153")) return true;  // Œ œ
  const std::string_view letter = text.substr(0, 2);
  return lead == 0xc3 && letter != "ç" && letter != "Ç" && letter != "ñ" && letter != "Ñ";
}

// Whether `after` is an ending of the name `before`: Ankara'nın, but not Don't or O'Brien.
bool is_ending_of_name(std::string_view before, std::string_view after) {
  constexpr std::size_t kShortestName = 3;
  constexpr unsigned char kPastLatin = 0xca;  // no Turkish letter has this lead byte
  if (before.size() < kShortestName || after.empty()) return false;
  return (read_character(before, 0).kind & char_kind::upper) &&
         (read_character(after, 0).kind & char_kind::lower) &&
         static_cast<unsigned char>(after.front()) < kPastLatin &&
         !is_among(kContractions, ascii::to_lower(after));
}

// Where the pieces end: before the s of `LLMs`, `1990s` and `LLM's`, and before the ending of
// Ankara'nın.
std::size_t end_of_pieces(std::string_view word) {
  for (const std::string_view apostrophe : kApostrophes) {
    if (word.find(apostrophe) == word.npos) continue;  // much faster than rfind
    const std::size_t at = word.rfind(apostrophe);
    const std::string_view ending = word.substr(at + apostrophe.size());
    if (ending == "s" || is_ending_of_name(word.substr(0, at), ending)) return at;
  }
  if (word.size() < 2 || word.back() != 's') return word.size();
  const char last = word[word.size() - 2];
  const bool follows_acronym = ascii::is_digit(last) || (last >= 'A' && last <= 'Z');
  return follows_acronym ? word.size() - 1 : word.size();
}

constexpr std::string_view kHebrewAnd = "ו";

// Whether a Hebrew word may be a word with "and" in front: ושלום.
bool may_begin_with_and(std::string_view word) {
  constexpr std::size_t kShortest = 3;            // letters after it, of two bytes each
  return word.starts_with(kHebrewAnd.front()) &&  // quickly, since few are
         word.starts_with(kHebrewAnd) && word.size() >= (1 + kShortest) * kHebrewAnd.size();
}

class WordScanner {
 public:
  WordScanner(std::string_view text, std::vector<ScannedWord>& words)
      : text_(text), words_(words) {}

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

  // Skips a base64-like run, which no reader searches for. Takes linear time, and far less than
  // looking at every byte: it looks backwards from the last byte of the shortest run, as in
  // ordinary text there is a blank nearby, and no run can start before that.
  bool skip_opaque_run() {
    constexpr std::size_t kShortest = 40;
    if (at_ < clear_until_ || text_.size() - at_ < kShortest) return false;
    const std::string_view least = text_.substr(at_, kShortest);
    const auto other = std::find_if_not(least.rbegin(), least.rend(), may_be_in_base64);
    const bool is_possible = other == least.rend();
    const auto* const end =
        is_possible ? std::find_if_not(least.end(), text_.end(), may_be_in_base64) : other.base();
    clear_until_ = static_cast<std::size_t>(end - text_.begin());
    if (!is_possible || !looks_random(text_.substr(at_, clear_until_ - at_))) return false;
    at_ = clear_until_;
    return true;
  }

  void scan_word() {
    if (skip_opaque_run()) return;
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

  // Skips an apostrophe between two letters, unless it stands for an elided vowel: d'études,
  // qu'elle, dell'anno.
  bool take_apostrophe(std::size_t begin, std::size_t byte_count) {
    const std::size_t next = at_ + byte_count;
    if (!(kind_at(next) & char_kind::letter)) return false;
    const std::string_view before = text_.substr(begin, at_ - begin);
    if (may_lose_its_vowel(before) && begins_with_vowel(text_.substr(next))) return false;
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
    words_.push_back({byte_range(begin, end), shape});
  }

  std::string_view text_;
  std::vector<ScannedWord>& words_;
  std::size_t at_ = 0;
  std::size_t clear_until_ = 0;  // no opaque run starts before this
};

}  // namespace

void scan_words(std::string_view text, std::vector<ScannedWord>& words) {
  WordScanner(text, words).scan();
}

void split_word(std::string_view text, const ScannedWord& word, std::vector<ByteRange>& pieces) {
  constexpr std::size_t kMaxPieces = 6;  // a word with more is an id
  pieces.clear();
  text = text.substr(0, word.begin + end_of_pieces(word.in(text)));
  std::size_t begin = word.begin;
  if (may_begin_with_and(text.substr(begin))) begin += kHebrewAnd.size();
  const Character first = read_character(text, word.begin);
  std::size_t last = word.begin;  // the last letter or digit
  CharKinds before = first.kind;
  CharKinds second_before = char_kind::separator;  // in the same piece
  for (std::size_t next = last + first.byte_count;
       next < text.size() && pieces.size() <= kMaxPieces;) {
    const std::size_t at = next;
    const auto [kind, byte_count] = read_character(text, at);
    next += byte_count;
    if (!(kind & char_kind::alphanumeric)) continue;
    const bool begins_upper = (kind & char_kind::upper) && !(before & char_kind::upper);
    const bool begins_here = begins_upper || ((kind ^ before) & char_kind::digit);
    const bool ends_acronym =
        (kind & char_kind::lower) && (before & second_before & char_kind::upper);
    if (begins_here || ends_acronym) {
      pieces.push_back(byte_range(begin, begins_here ? at : last));
      begin = pieces.back().end;
    }
    second_before = begins_here ? char_kind::separator : before;
    before = kind;
    last = at;
  }
  pieces.push_back(byte_range(begin, text.size()));
  const bool is_whole = pieces.front() == word;
  if (is_whole || pieces.size() > kMaxPieces) pieces.clear();
}

bool is_begun_digest(std::string_view word) {
  constexpr std::size_t kShortest = 7;
  return word.size() >= kShortest && std::ranges::all_of(word, is_hexadecimal_digit) &&
         std::ranges::any_of(word, ascii::is_digit) && std::ranges::any_of(word, ascii::is_letter);
}

}  // namespace notes
