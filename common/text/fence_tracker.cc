// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/fence_tracker.h"

#include <algorithm>

#include "common/text/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
// People indent less than `12. ` asks for.
constexpr std::size_t kLeastListIndent = 2;

std::size_t run_length(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

std::size_t blanks_at(std::string_view text) {
  const auto* const past = std::find_if_not(text.begin(), text.end(), ascii::is_blank);
  return static_cast<std::size_t>(past - text.begin());
}

// Of `- `, `* `, `+ `, `12. ` or `3) `, without the blank; 0 when there is none.
std::size_t list_marker_length(std::string_view text) {
  constexpr std::size_t kMaxDigits = 9;
  if (text.empty()) return 0;
  std::size_t length = 0;
  if (text[0] == '-' || text[0] == '*' || text[0] == '+') {
    length = 1;
  } else {
    while (length < text.size() && length < kMaxDigits && ascii::is_digit(text[length])) ++length;
    if (length == 0 || length == text.size()) return 0;
    if (text[length] != '.' && text[length] != ')') return 0;
    ++length;
  }
  return length < text.size() && ascii::is_blank(text[length]) ? length : 0;
}

// The line behind `wanted` quote marks, or behind as many as it has; `wanted` counts down.
std::string_view behind_quotes(std::string_view line, std::size_t& wanted) {
  for (; wanted > 0; --wanted) {
    const std::size_t blanks = blanks_at(line);
    if (blanks == line.size() || line[blanks] != '>') break;
    line.remove_prefix(blanks + 1);
  }
  return line;
}

}  // namespace

bool FenceTracker::takes(std::string_view line) {
  if (mark_ != 0 && !still_contains(line)) mark_ = 0;
  if (mark_ == 0) return opens(line);
  if (closes(line)) mark_ = 0;
  return true;
}

FenceTracker::Prefix FenceTracker::read_prefix(std::string_view line) {
  Prefix prefix;
  while (true) {
    prefix.length += blanks_at(line.substr(prefix.length));
    const std::string_view rest = line.substr(prefix.length);
    if (rest.starts_with('>')) {
      ++prefix.quotes;
      ++prefix.length;
    } else if (const std::size_t marker = list_marker_length(rest); marker > 0) {
      prefix.has_list_marker = true;
      prefix.length += marker;
    } else {
      return prefix;
    }
  }
}

bool FenceTracker::opens(std::string_view line) {
  const Prefix prefix = read_prefix(line);
  const std::string_view text = line.substr(prefix.length);
  if (!text.starts_with("```") && !text.starts_with("~~~")) return false;
  const std::size_t length = run_length(text, text[0]);
  if (text[0] == '`' && text.find('`', length) != kNone) return false;  // a code span
  mark_ = text[0];
  length_ = length;
  quotes_ = prefix.quotes;
  indent_ = prefix.has_list_marker && prefix.quotes == 0 ? prefix.length : 0;
  return true;
}

// A fence ends with the quote or list item it stands in, closed or not.
bool FenceTracker::still_contains(std::string_view line) const {
  std::size_t missing_quotes = quotes_;
  behind_quotes(line, missing_quotes);
  if (missing_quotes > 0) return false;
  const std::size_t blanks = blanks_at(line);
  return blanks == line.size() || blanks >= std::min(indent_, kLeastListIndent);
}

bool FenceTracker::closes(std::string_view line) const {
  std::size_t quotes = quotes_;
  std::string_view text = behind_quotes(line, quotes);
  text.remove_prefix(blanks_at(text));
  const std::size_t length = run_length(text, mark_);
  return length >= length_ && blanks_at(text.substr(length)) == text.size() - length;
}

}  // namespace notes
