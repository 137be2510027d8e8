// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_regex.h"

#include <algorithm>
#include <re2/re2.h>

namespace notes {
namespace {

// In bytes. The cost of a match grows with the length of the pattern.
constexpr std::size_t kLongestPattern = 500;

re2::RE2::Options regex_options() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  return options;
}

std::string name_fault(re2::RE2::ErrorCode code) {
  using re2::RE2;
  if (code == RE2::ErrorMissingParen || code == RE2::ErrorUnexpectedParen)
    return "a parenthesis has no counterpart";
  if (code == RE2::ErrorMissingBracket) return "a bracket [ is not closed";
  if (code == RE2::ErrorBadCharRange)
    return "a range like z-a is backwards, or a class has an unknown name";
  if (code == RE2::ErrorBadEscape || code == RE2::ErrorTrailingBackslash)
    return "a backslash starts an unknown escape or a back-reference";
  if (code == RE2::ErrorRepeatArgument || code == RE2::ErrorRepeatOp)
    return "* + ? or { has nothing to repeat";
  if (code == RE2::ErrorRepeatSize) return "the braces {} need a count up to 1000";
  if (code == RE2::ErrorBadPerlOp || code == RE2::ErrorBadNamedCapture)
    return "(? starts an unknown group or a look-around";
  if (code == RE2::ErrorBadUTF8) return "it is not valid UTF-8";
  return "it is too complex";
}

}  // namespace

QueryRegex::QueryRegex(std::string_view pattern)
    : compiled_(std::make_shared<const re2::RE2>(
          re2::StringPiece(pattern.data(), std::min(pattern.size(), kLongestPattern + 1)),
          regex_options())) {}

std::optional<std::string> QueryRegex::fault() const {
  if (compiled_->pattern().size() > kLongestPattern)
    return "it is longer than " + std::to_string(kLongestPattern) + " bytes";
  if (compiled_->ok()) return std::nullopt;
  return name_fault(compiled_->error_code());
}

std::optional<ByteRange> QueryRegex::find(std::string_view line) const {
  const re2::StringPiece text(line.data(), line.size());
  re2::StringPiece match;
  if (!compiled_->Match(text, 0, text.size(), re2::RE2::UNANCHORED, &match, 1)) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
  return ByteRange{begin, begin + static_cast<std::uint32_t>(match.size())};
}

}  // namespace notes
