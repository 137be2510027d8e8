// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/compounds.h"

#include <algorithm>

#include "common/text/analyzer.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace notes {
namespace {

using Words = std::span<const ScannedWord>;

constexpr std::size_t kMaxJoinedParts = 4;
constexpr std::size_t kMaxJoinedBytes = 32;

bool is_word_of_letters(const ScannedWord& word) {
  return word.shape == WordShape::plain || word.shape == WordShape::mixed;
}

bool is_all_digits(std::string_view text) {
  return std::ranges::all_of(text, ascii::is_digit);
}

std::string_view gap_before(std::string_view text, Words words, std::size_t i) {
  const std::size_t begin = words[i - 1].end_byte;
  return text.substr(begin, words[i].begin_byte - begin);
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
  if (ascii::is_blank(text[words[i - 1].end_byte])) return false;  // quickly, since most are
  const std::string_view gap = gap_before(text, words, i);
  return is_hyphen(gap) || gap == "_" || gap == "." || gap == "::" ||
         (gap == "," && groups_thousands(text, words, i));
}

std::size_t digits_at_begin(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::find_if_not(word, ascii::is_digit) - word.begin());
}

std::size_t digits_at_end(std::string_view word) {
  const auto other = std::find_if_not(word.rbegin(), word.rend(), ascii::is_digit);
  return static_cast<std::size_t>(other - word.rbegin());
}

// 3.10.2 or 1,000.50. Letters may come before its first digit and after its last.
std::optional<ComposedNumber> dotted_number(std::string_view text, Words compound) {
  const std::size_t first = digits_at_end(compound[0].in(text));
  std::size_t end = compound[0].end_byte;
  std::size_t count = 1;
  for (bool goes_on = first > 0; goes_on && count < compound.size(); ++count) {
    const std::string_view gap = gap_before(text, compound, count);
    const std::string_view word = compound[count].in(text);
    const std::size_t digits = digits_at_begin(word);
    if ((gap != "." && gap != ",") || digits == 0) break;
    end = compound[count].begin_byte + digits;
    goes_on = digits == word.size();
  }
  if (count == 1) return std::nullopt;
  return ComposedNumber{byte_range(compound[0].end_byte - first, end), count};
}

// ISBNs, telephone numbers and days: nobody groups that many digits for another reason.
std::optional<ComposedNumber> hyphened_number(std::string_view text, Words compound) {
  constexpr std::size_t kFewestDigits = 7;
  std::size_t digits = 0;
  std::size_t count = 0;
  for (; count < compound.size(); ++count) {
    const std::string_view word = compound[count].in(text);
    const bool is_check_digit = word == "X" && digits == 9;  // of an ISBN
    if (count > 0 && !is_hyphen(gap_before(text, compound, count))) break;
    if (!is_all_digits(word) && !is_check_digit) break;
    digits += word.size();
  }
  if (count < 2 || digits < kFewestDigits) return std::nullopt;
  return ComposedNumber{byte_range(compound[0].begin_byte, compound[count - 1].end_byte), count};
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

}  // namespace

std::size_t compound_length(std::string_view text, Words words) {
  std::size_t length = 1;
  if (!is_word_of_letters(words[0])) return length;
  while (length < words.size() && is_word_of_letters(words[length]) && joins(text, words, length))
    ++length;
  return length;
}

bool is_joinable(std::string_view text, Words compound) {
  if (compound.size() < 2 || compound.size() > kMaxJoinedParts) return false;
  const std::uint32_t begin = compound.front().begin_byte;
  const std::uint32_t end = compound.back().end_byte;
  if (end - begin > kMaxJoinedBytes) return false;
  const auto number = find_number(text, compound);
  const std::uint32_t allowed = (text[begin] | 0x20) == 'v' ? begin + 1 : begin;  // v3.10
  return !number || number->bytes.begin > allowed || number->bytes.end != end;
}

std::optional<ComposedNumber> find_number(std::string_view text, Words compound) {
  if (!ascii::is_digit(text[compound[0].end_byte - 1])) return std::nullopt;
  const auto dotted = dotted_number(text, compound);
  const auto number = dotted ? dotted : hyphened_number(text, compound);
  const bool is_long = number && number->bytes.end - number->bytes.begin > kMaxJoinedBytes;
  return is_long ? std::nullopt : number;
}

std::optional<ByteRange> leading_sigil(std::string_view text, Words compound) {
  const ScannedWord& first = compound.front();
  const std::size_t signs = sign_length(text, first.begin_byte);
  if (signs == 0 || !is_letter_at(text, first.begin_byte)) return std::nullopt;
  const std::size_t begin = first.begin_byte - signs;
  if (!opens_at(text, begin)) return std::nullopt;
  const std::size_t end = text[begin] == '.' ? first.end_byte : compound.back().end_byte;
  if (end - begin > kMaxTermBytes) return std::nullopt;
  return byte_range(begin, end);
}

std::optional<ByteRange> trailing_sigil(std::string_view text, const ScannedWord& word) {
  const std::size_t end = word.end_byte;
  if (end >= text.size() || word.end_byte - word.begin_byte > kMaxTermBytes) return std::nullopt;
  if (text[end] == '#') {
    const bool is_language = end - word.begin_byte == 1 && is_letter_at(text, word.begin_byte);
    if (!is_language || is_letter_at(text, end + 1)) return std::nullopt;
    return byte_range(word.begin_byte, end + 1);
  }
  if (text[end] != '+') return std::nullopt;
  const std::string_view rest = text.substr(end, 3);
  if (!rest.starts_with("++") || rest == "+++") return std::nullopt;
  return byte_range(word.begin_byte, end + 2);
}

}  // namespace notes
