// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/inflection.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace notes {
namespace {

constexpr std::size_t kShortestBase = 3;

struct Ending {
  std::string_view ending;
  std::string_view replaced_by;  // in the base form
};

constexpr auto kEndings = std::to_array<Ending>({
    {"s", ""},
    {"es", ""},
    {"ies", "y"},
    {"ed", ""},
    {"ed", "e"},
    {"ied", "y"},
    {"ing", ""},
    {"ing", "e"},
    {"er", ""},
    {"er", "e"},
    {"ers", ""},
    {"ers", "e"},
    {"ier", "y"},
    {"est", ""},
    {"est", "e"},
    {"iest", "y"},
    {"ly", ""},
    {"ily", "y"},
});

bool hisses(std::string_view base) {
  return std::ranges::any_of(std::to_array<std::string_view>({"s", "x", "z", "ch", "sh"}),
                             [&](std::string_view end) { return base.ends_with(end); });
}

bool begins_with_vowel(const Ending& ending) {
  return ending.ending.front() == 'e' || ending.ending.front() == 'i';
}

// bakeing, busss and farmes are slips.
bool takes(std::string_view base, const Ending& ending) {
  if (ending.ending == "s") return !hisses(base);
  if (ending.ending == "es") return hisses(base) || base.ends_with('o');
  const bool has_silent_e = base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe");
  return !ending.replaced_by.empty() || !begins_with_vowel(ending) || !has_silent_e;
}

// planned, but not agreed.
bool doubles_last(std::string_view base, const Ending& ending) {
  return base.size() > kShortestBase && base.back() == base[base.size() - 2] &&
         base.back() != 'e' && begins_with_vowel(ending);
}

std::vector<std::string> bases_of(std::string_view word) {
  std::vector<std::string> bases{std::string(word)};
  for (const Ending& ending : kEndings) {
    if (!word.ends_with(ending.ending)) continue;
    std::string base(word.substr(0, word.size() - ending.ending.size()));
    base += ending.replaced_by;
    if (base.size() < kShortestBase || !takes(base, ending)) continue;
    if (ending.replaced_by.empty() && doubles_last(base, ending))
      bases.push_back(base.substr(0, base.size() - 1));
    bases.push_back(std::move(base));
  }
  return bases;
}

}  // namespace

bool are_inflections(std::string_view a, std::string_view b) {
  const auto of_b = bases_of(b);
  return std::ranges::any_of(bases_of(a), [&](const std::string& base) {
    return std::ranges::find(of_b, base) != of_b.end();
  });
}

}  // namespace notes
