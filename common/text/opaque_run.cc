#include "common/text/opaque_run.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace notes {
namespace {

enum RunKind : std::uint8_t { kNone, kLower, kUpper, kDigit, kSign };

constexpr std::array<RunKind, 256> run_kinds() {
  std::array<RunKind, 256> kinds{};
  for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<unsigned char>(c)] = kLower;
  for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<unsigned char>(c)] = kUpper;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<unsigned char>(c)] = kDigit;
  for (const char c : std::string_view("+/=_-")) kinds[static_cast<unsigned char>(c)] = kSign;
  return kinds;
}

constexpr std::array<RunKind, 256> kRunKinds = run_kinds();

RunKind run_kind(char c) {
  return kRunKinds[static_cast<unsigned char>(c)];
}

// In random letters and digits nearly every second neighbour is a break of this kind; in
// camel-case names one in six is.
bool is_break(RunKind before, RunKind after) {
  if (before == kSign || after == kSign) return false;
  return (before == kLower && after == kUpper) || ((before == kDigit) != (after == kDigit));
}

bool looks_random(std::string_view run) {
  std::array<std::size_t, 5> counts{};
  std::size_t breaks = 0;
  RunKind before = kSign;
  for (const char c : run) {
    const RunKind kind = run_kind(c);
    ++counts[kind];
    if (is_break(before, kind)) ++breaks;
    before = kind;
  }
  const bool has_all = counts[kLower] > 0 && counts[kUpper] > 0 && counts[kDigit] > 0;
  return has_all && breaks * 4 >= run.size() - counts[kSign];
}

bool is_hexadecimal_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
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
  const auto other =
      std::find_if(least.rbegin(), least.rend(), [](char c) { return run_kind(c) == kNone; });
  if (other != least.rend()) {
    clear_until_ = at + static_cast<std::size_t>(least.rend() - other);
    return at;
  }
  const auto* const past = std::find_if(text_.begin() + at + kMinOpaqueBytes, text_.end(),
                                        [](char c) { return run_kind(c) == kNone; });
  clear_until_ = static_cast<std::size_t>(past - text_.begin());
  return looks_random(text_.substr(at, clear_until_ - at)) ? clear_until_ : at;
}

bool is_long_hexadecimal(std::string_view word) {
  if (word.starts_with("0x") || word.starts_with("0X")) word.remove_prefix(2);
  return word.size() >= kMinOpaqueBytes &&
         std::all_of(word.begin(), word.end(), is_hexadecimal_digit);
}

}  // namespace notes
