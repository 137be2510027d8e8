// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_regex.h"

#include <regex>

namespace notes {
namespace {

// std::regex recurses for every term of its pattern.
constexpr std::size_t kLongestPattern = 500;

std::string name_fault(std::regex_constants::error_type code) {
  using namespace std::regex_constants;
  if (code == error_paren) return "a parenthesis does not pair, or * + ? { has nothing to repeat";
  if (code == error_brack) return "a bracket [ is not closed";
  if (code == error_brace || code == error_badbrace) return "the braces {} do not hold a count";
  if (code == error_escape) return "a backslash begins something unfinished";
  if (code == error_backref) return "it refers to a group that is not there";
  if (code == error_range) return "a range like z-a runs backwards";
  if (code == error_ctype || code == error_collate) return "[: :] or [. .] names no class";
  return "it is too complex";
}

}  // namespace

std::optional<std::string> find_regex_fault(std::string_view pattern) {
  if (pattern.size() > kLongestPattern)
    return "it is longer than " + std::to_string(kLongestPattern) + " bytes";
  try {
    // A string of its own, because libstdc++ reads the byte behind a pattern that ends in '('.
    const std::regex checked(std::string(pattern), std::regex::ECMAScript);
    return std::nullopt;
  } catch (const std::regex_error& error) {
    return name_fault(error.code());
  }
}

}  // namespace notes
