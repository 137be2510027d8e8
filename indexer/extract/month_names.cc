#include "indexer/extract/month_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/ascii.h"

namespace notes {
namespace {

// One month a row. Left out for what else they mean before a year: "out", "set", "ago".
constexpr std::array<std::string_view, 12> kMonths{
    " january jan januar jänner janvier janv enero ene gennaio gen janeiro januari ",
    " february feb februar février févr fevrier febrero febbraio fevereiro fev februari ",
    " march mar märz maerz mrz mars marzo março marco maart mrt ",
    " april apr avril avr abril abr aprile ",
    " may mai mayo maggio mag maio mei ",
    " june jun juni juin junio giugno giu junho ",
    " july jul juli juillet juil julio luglio lug julho ",
    " august aug août aout agosto augustus ",
    " september sep sept septembre septiembre settembre setembro ",
    " october oct oktober okt octobre octubre ottobre ott outubro ",
    " november nov novembre noviembre novembro ",
    " december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro "};

constexpr std::string_view kWeekdays =
    " monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat "
    "sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa "
    "sonntag so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves "
    "viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda-feira "
    "terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag ";

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

// A word between blanks, as the rows have them; empty when it is too long for any.
std::string as_listed(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestWord) return {};
  return ' ' + to_lower_latin(word) + ' ';
}

}  // namespace

std::optional<int> find_month(std::string_view word) {
  const std::string listed = as_listed(word);
  if (listed.empty()) return std::nullopt;
  const auto row = std::ranges::find_if(
      kMonths, [&](std::string_view names) { return names.find(listed) != names.npos; });
  if (row == kMonths.end()) return std::nullopt;
  return static_cast<int>(row - kMonths.begin()) + 1;
}

bool is_weekday(std::string_view word) {
  const std::string listed = as_listed(word);
  return !listed.empty() && kWeekdays.find(listed) != std::string_view::npos;
}

}  // namespace notes
