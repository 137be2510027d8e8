// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/front_matter_value.h"

#include <algorithm>

#include "indexer/extract/ascii.h"
#include "indexer/scan/utf8_check.h"

namespace notes {
namespace {

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

// Behind the quoted text at `at`, or `at` when the quote is never closed.
std::size_t end_of_quoted(std::string_view value, std::size_t at) {
  const std::size_t end = value.find(value[at], at + 1);
  return end == value.npos ? at : end + 1;
}

// Of the list that opens `value`; its size when it is not closed.
std::size_t end_of_list(std::string_view value) {
  int depth = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (is_quote(value[at]) && at > 0 && !is_alphanumeric(value[at - 1])) {
      const std::size_t end = end_of_quoted(value, at);
      if (end == at) return value.size();  // no second search for a quote that is not there
      at = end - 1;
      continue;
    }
    if (value[at] == '[') ++depth;
    if (value[at] == ']' && --depth == 0) return at;
  }
  return value.size();
}

}  // namespace

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() > 1 && is_quote(value.front())) {
    const std::size_t end = end_of_quoted(value, 0);
    if (end > 0) value = value.substr(1, end - 2);
  }
  return with_valid_utf8(trimmed(value));
}

std::vector<std::string> inline_list(std::string_view value) {
  std::string_view inner = value.substr(1, end_of_list(value) - 1);
  std::vector<std::string> items;
  while (!inner.empty()) {
    inner = trimmed(inner);
    std::size_t quoted = !inner.empty() && is_quote(inner.front()) ? end_of_quoted(inner, 0) : 0;
    const std::size_t comma = inner.find(',', quoted);
    std::string item = unquoted(inner.substr(0, comma));
    if (!item.empty()) items.push_back(std::move(item));
    inner.remove_prefix(std::min(inner.size(), comma == inner.npos ? inner.size() : comma + 1));
  }
  return items;
}

bool is_open_list(std::string_view value) {
  return value.starts_with('[') && !value.starts_with("[[") && end_of_list(value) == value.size();
}

}  // namespace notes
