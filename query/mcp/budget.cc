// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/budget.h"

#include <algorithm>

#include "common/text/code_point.h"
#include "common/text/printable.h"

namespace notes::mcp {

std::size_t tokens_of(std::size_t bytes) {
  return (bytes + kBytesPerToken - 1) / kBytesPerToken;
}

std::size_t bytes_of(const ToolAnswer& answer) {
  const std::size_t json_bytes = answer.json.is_null() ? 0 : one_line(answer.json).size();
  return std::max(answer.text.size(), json_bytes);
}

ToolAnswer fitted(std::size_t count, std::size_t max_bytes,
                  const std::function<ToolAnswer(std::size_t rows)>& make) {
  ToolAnswer best = make(count);
  if (bytes_of(best) <= max_bytes) return best;
  best = make(0);
  for (std::size_t fits = 0, too_many = count; fits + 1 < too_many;) {
    const std::size_t rows = fits + (too_many - fits) / 2;
    ToolAnswer answer = make(rows);
    if (bytes_of(answer) > max_bytes) {
      too_many = rows;
    } else {
      fits = rows;
      best = std::move(answer);
    }
  }
  return best;
}

std::string shortened(std::string_view text, std::size_t max_bytes) {
  std::string whole = printable(text);
  if (whole.size() <= max_bytes) return whole;
  return whole.substr(0, begin_of_character(whole, max_bytes)) + "…";
}

std::string fenced(std::string_view text) {
  constexpr std::size_t kShortest = 3;
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(std::max(kShortest, longest + 1), '`');
  const std::string end = text.empty() || text.ends_with('\n') ? "" : "\n";
  return fence + "\n" + std::string(text) + end + fence + "\n";
}

}  // namespace notes::mcp
