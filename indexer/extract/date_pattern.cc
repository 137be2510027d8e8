// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/date_pattern.h"

#include <algorithm>

#include "indexer/extract/ascii.h"
#include "indexer/extract/date_reader.h"

namespace notes {
namespace {

constexpr std::size_t kMaxBytes = 512;

// "06/2019" in "01/06/2019" is no month: the whole was not understood.
bool continues_number(std::string_view text, std::size_t at) {
  const bool joined = text[at - 1] == '/' || text[at - 1] == '-' || text[at - 1] == '.';
  return joined && at > 1 && is_digit(text[at - 2]);
}

bool begins_token(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_digit(text[at])) return !is_alphanumeric(before) && !continues_number(text, at);
  return !is_alphanumeric(before) && !is_beyond_ascii(before);
}

// A date runs into nothing: "2021-05-20T12_05" has a time nobody reads, "2021-05-20x" is no date.
bool ends_token(std::string_view text, std::size_t end) {
  if (end >= text.size() || !is_alphanumeric(text[end])) return true;
  return text[end] == 'T' && end + 1 < text.size() && is_digit(text[end + 1]);
}

}  // namespace

std::optional<DateMatch> find_date(std::string_view text) {
  text = text.substr(0, kMaxBytes);
  if (std::ranges::none_of(text, is_digit)) return std::nullopt;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool may_begin = is_digit(text[at]) || is_letter(text[at]) || is_beyond_ascii(text[at]);
    if (!may_begin || !begins_token(text, at)) continue;
    DateReader reader(text, at);
    const auto span = reader.read();
    if (span && ends_token(text, reader.at())) return DateMatch{*span, at, reader.at()};
  }
  return std::nullopt;
}

}  // namespace notes
