// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/opaque_run.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/text/ascii.h"

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

// In random letters and digits nearly every second neighbour is a break of this kind; in
// camel-case names one in six is.
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

}  // namespace

// Looks backwards from the last byte that a run of the least length would have: in ordinary text a
// blank is near, and no run can begin before it.
std::size_t OpaqueRuns::look_at(std::size_t at) {
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

bool is_hexadecimal_data(std::string_view word) {
  constexpr std::size_t kLongestDigest = 128;
  if (word.starts_with("0x") || word.starts_with("0X")) word.remove_prefix(2);
  return word.size() > kLongestDigest && std::ranges::all_of(word, is_hexadecimal_digit);
}

bool is_begun_digest(std::string_view word) {
  constexpr std::size_t kShortest = 7;
  return word.size() >= kShortest && std::ranges::all_of(word, is_hexadecimal_digit) &&
         std::ranges::any_of(word, ascii::is_digit) && std::ranges::any_of(word, ascii::is_letter);
}

}  // namespace notes
