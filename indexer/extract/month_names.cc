// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/month_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/ascii.h"

namespace notes {
namespace {

struct DateWord {
  std::string_view name;
  int month;
};

constexpr int kWeekday = 0;

// Sorted by bytes. Left out for what else they mean before a year: "out", "set", "ago".
constexpr auto kDateWords = std::to_array<DateWord>({{"abr", 4},
                                                     {"abril", 4},
                                                     {"agosto", 8},
                                                     {"aout", 8},
                                                     {"août", 8},
                                                     {"apr", 4},
                                                     {"april", 4},
                                                     {"aprile", 4},
                                                     {"aug", 8},
                                                     {"august", 8},
                                                     {"augustus", 8},
                                                     {"avr", 4},
                                                     {"avril", 4},
                                                     {"dec", 12},
                                                     {"december", 12},
                                                     {"decembre", 12},
                                                     {"dez", 12},
                                                     {"dezember", 12},
                                                     {"dezembro", 12},
                                                     {"di", kWeekday},
                                                     {"dic", 12},
                                                     {"dicembre", 12},
                                                     {"diciembre", 12},
                                                     {"dienstag", kWeekday},
                                                     {"dimanche", kWeekday},
                                                     {"dinsdag", kWeekday},
                                                     {"do", kWeekday},
                                                     {"domenica", kWeekday},
                                                     {"domingo", kWeekday},
                                                     {"donderdag", kWeekday},
                                                     {"donnerstag", kWeekday},
                                                     {"déc", 12},
                                                     {"décembre", 12},
                                                     {"ene", 1},
                                                     {"enero", 1},
                                                     {"feb", 2},
                                                     {"febbraio", 2},
                                                     {"febrero", 2},
                                                     {"februar", 2},
                                                     {"februari", 2},
                                                     {"february", 2},
                                                     {"fev", 2},
                                                     {"fevereiro", 2},
                                                     {"fevrier", 2},
                                                     {"fr", kWeekday},
                                                     {"freitag", kWeekday},
                                                     {"fri", kWeekday},
                                                     {"friday", kWeekday},
                                                     {"févr", 2},
                                                     {"février", 2},
                                                     {"gen", 1},
                                                     {"gennaio", 1},
                                                     {"giovedì", kWeekday},
                                                     {"giu", 6},
                                                     {"giugno", 6},
                                                     {"jan", 1},
                                                     {"janeiro", 1},
                                                     {"januar", 1},
                                                     {"januari", 1},
                                                     {"january", 1},
                                                     {"janv", 1},
                                                     {"janvier", 1},
                                                     {"jeudi", kWeekday},
                                                     {"jueves", kWeekday},
                                                     {"juil", 7},
                                                     {"juillet", 7},
                                                     {"juin", 6},
                                                     {"jul", 7},
                                                     {"julho", 7},
                                                     {"juli", 7},
                                                     {"julio", 7},
                                                     {"july", 7},
                                                     {"jun", 6},
                                                     {"june", 6},
                                                     {"junho", 6},
                                                     {"juni", 6},
                                                     {"junio", 6},
                                                     {"jänner", 1},
                                                     {"lug", 7},
                                                     {"luglio", 7},
                                                     {"lundi", kWeekday},
                                                     {"lunedì", kWeekday},
                                                     {"lunes", kWeekday},
                                                     {"maandag", kWeekday},
                                                     {"maart", 3},
                                                     {"maerz", 3},
                                                     {"mag", 5},
                                                     {"maggio", 5},
                                                     {"mai", 5},
                                                     {"maio", 5},
                                                     {"mar", 3},
                                                     {"march", 3},
                                                     {"marco", 3},
                                                     {"mardi", kWeekday},
                                                     {"mars", 3},
                                                     {"martedì", kWeekday},
                                                     {"martes", kWeekday},
                                                     {"marzo", 3},
                                                     {"março", 3},
                                                     {"may", 5},
                                                     {"mayo", 5},
                                                     {"mei", 5},
                                                     {"mercoledì", kWeekday},
                                                     {"mercredi", kWeekday},
                                                     {"mi", kWeekday},
                                                     {"mittwoch", kWeekday},
                                                     {"miércoles", kWeekday},
                                                     {"mo", kWeekday},
                                                     {"mon", kWeekday},
                                                     {"monday", kWeekday},
                                                     {"montag", kWeekday},
                                                     {"mrt", 3},
                                                     {"mrz", 3},
                                                     {"märz", 3},
                                                     {"nov", 11},
                                                     {"november", 11},
                                                     {"novembre", 11},
                                                     {"novembro", 11},
                                                     {"noviembre", 11},
                                                     {"oct", 10},
                                                     {"october", 10},
                                                     {"octobre", 10},
                                                     {"octubre", 10},
                                                     {"okt", 10},
                                                     {"oktober", 10},
                                                     {"ott", 10},
                                                     {"ottobre", 10},
                                                     {"outubro", 10},
                                                     {"quarta-feira", kWeekday},
                                                     {"quinta-feira", kWeekday},
                                                     {"sa", kWeekday},
                                                     {"sabato", kWeekday},
                                                     {"samedi", kWeekday},
                                                     {"samstag", kWeekday},
                                                     {"sat", kWeekday},
                                                     {"saturday", kWeekday},
                                                     {"segunda-feira", kWeekday},
                                                     {"sep", 9},
                                                     {"sept", 9},
                                                     {"september", 9},
                                                     {"septembre", 9},
                                                     {"septiembre", 9},
                                                     {"setembro", 9},
                                                     {"settembre", 9},
                                                     {"sexta-feira", kWeekday},
                                                     {"so", kWeekday},
                                                     {"sonnabend", kWeekday},
                                                     {"sonntag", kWeekday},
                                                     {"sun", kWeekday},
                                                     {"sunday", kWeekday},
                                                     {"sábado", kWeekday},
                                                     {"terça-feira", kWeekday},
                                                     {"thu", kWeekday},
                                                     {"thur", kWeekday},
                                                     {"thurs", kWeekday},
                                                     {"thursday", kWeekday},
                                                     {"tue", kWeekday},
                                                     {"tues", kWeekday},
                                                     {"tuesday", kWeekday},
                                                     {"vendredi", kWeekday},
                                                     {"venerdì", kWeekday},
                                                     {"viernes", kWeekday},
                                                     {"vrijdag", kWeekday},
                                                     {"wed", kWeekday},
                                                     {"wednesday", kWeekday},
                                                     {"woensdag", kWeekday},
                                                     {"zaterdag", kWeekday},
                                                     {"zondag", kWeekday}});
static_assert(std::ranges::is_sorted(kDateWords, {}, &DateWord::name));

constexpr std::size_t kLongestWord = 16;  // bytes

// Lower case of ASCII and of the Latin-1 letters (C3 80 to C3 9E in UTF-8).
std::string to_lower_latin(std::string_view word) {
  std::string lower = to_lower(word);
  for (std::size_t i = 1; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    if (lower[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E)
      lower[i] = static_cast<char>(byte + 0x20);
  }
  return lower;
}

const DateWord* find_word(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestWord) return nullptr;
  const std::string lower = to_lower_latin(word);
  const auto place = std::ranges::lower_bound(kDateWords, lower, {}, &DateWord::name);
  return place != kDateWords.end() && place->name == lower ? &*place : nullptr;
}

}  // namespace

std::optional<int> find_month(std::string_view word) {
  const DateWord* known = find_word(word);
  return known && known->month != kWeekday ? std::optional(known->month) : std::nullopt;
}

bool is_weekday(std::string_view word) {
  const DateWord* known = find_word(word);
  return known && known->month == kWeekday;
}

}  // namespace notes
