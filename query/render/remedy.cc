// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/remedy.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "query/language/field_value.h"

namespace notes {
namespace {

constexpr std::size_t kMinLetters = 5;    // of a word whose beginning says something
constexpr std::size_t kMinBeginning = 2;  // letters before a star

// What stands between blanks, quoted text in one piece.
std::vector<std::string_view> pieces_of(std::string_view query) {
  std::vector<std::string_view> pieces;
  std::size_t end = 0;
  while (end < query.size()) {
    const std::size_t begin = end;
    bool is_quoted = false;
    while (end < query.size() && (is_quoted || !ascii::is_blank(query[end])))
      is_quoted = (query[end++] == '"') != is_quoted;
    if (end > begin) pieces.push_back(query.substr(begin, end - begin));
    while (end < query.size() && ascii::is_blank(query[end])) ++end;
  }
  return pieces;
}

bool is_letter_of_any_language(char c) {
  return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t letter_count(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::count_if(
      word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view first_half(std::string_view word) {
  const std::size_t kept = (letter_count(word) + 1) / 2;
  std::size_t end = 0;
  for (std::size_t i = 0; i < kept; ++i) end += code_point_at(word, end).bytes;
  return word.substr(0, end);
}

// Of the longest word; empty when all are short.
std::string_view helpful_beginning(const std::vector<std::string_view>& pieces) {
  std::string_view longest;
  for (const std::string_view piece : pieces)
    if (std::ranges::all_of(piece, is_letter_of_any_language) &&
        letter_count(piece) > letter_count(longest))
      longest = piece;
  return letter_count(longest) < kMinLetters ? std::string_view() : first_half(longest);
}

bool has_too_early_star(std::string_view piece) {
  return piece.ends_with('*') && letter_count(piece) <= kMinBeginning;
}

bool asks_for_saved_search(std::string_view piece) {
  return piece.size() > 1 && piece.front() == '@';
}

// Not one of a condition or an exclusion.
bool opens_quote(std::string_view piece) {
  return piece.starts_with('"');
}

bool is_condition(std::string_view piece) {
  const auto colon = piece.find(':');
  return colon != piece.npos && find_field_name(piece.substr(0, colon)).has_value();
}

// What may keep sections away that have all of the words: a condition, or an exclusion.
bool narrows(std::string_view piece) {
  const bool is_exclusion = piece.size() > 2 && piece[0] == '-' && piece[1] != '-';
  return is_exclusion || is_condition(piece);
}

bool is_near(std::string_view piece) {
  return piece == "NEAR" || piece.starts_with("NEAR/");
}

std::string remedy_for_filters(const std::vector<std::string_view>& pieces) {
  if (pieces.size() != 1 || !is_condition(pieces.front()))
    return "try fewer conditions or a wider date range";
  const std::string_view name = pieces.front().substr(0, pieces.front().find(':'));
  const FieldKind kind = find_field_name(name)->field->kind;
  if (kind == FieldKind::day_range) return "try a wider date range";
  if (kind == FieldKind::path || kind == FieldKind::address || kind == FieldKind::text)
    return "try fewer or other words of it";
  return "try another value: notes-query --complete=" + std::string(name) + ": lists some";
}

std::string remedy_for_words(const std::vector<std::string_view>& pieces) {
  const auto search = std::ranges::find_if(pieces, asks_for_saved_search);
  if (search != pieces.end()) return "there is no saved search " + std::string(*search);
  if (std::ranges::any_of(pieces, has_too_early_star))
    return "a star takes at least two letters before it";
  if (std::ranges::any_of(pieces, opens_quote))
    return "words in quotes must stand as written: try without the quotes";
  const std::string_view beginning = helpful_beginning(pieces);
  if (beginning.empty()) return "try fewer or other words";
  return "try fewer or other words, or the beginning of one with a star, like " +
         std::string(beginning) + "*";
}

}  // namespace

std::string remedy(const SearchResult& result) {
  const auto pieces = pieces_of(result.query);
  if (result.reading == "filters") return remedy_for_filters(pieces);
  if (std::ranges::any_of(pieces, is_near))
    return "try a longer distance, as in NEAR/30, or AND in the place of NEAR";
  if (result.reading == "expression") return "try fewer conditions, or OR between the words";
  if (const auto narrow = std::ranges::find_if(pieces, narrows); narrow != pieces.end())
    return "try without " + std::string(*narrow);
  return remedy_for_words(pieces);
}

}  // namespace notes
