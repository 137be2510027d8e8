// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/block_features.h"

#include "common/text/ascii.h"
#include "common/text/reading.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxInlineMath = 500;

bool looks_like_tex(std::string_view math) {
  return math.find_first_of("\\^_{}=<>") != kNone || (math.size() == 1 && is_letter(math[0]));
}

bool has_closed_bracket(std::string_view source, std::string_view open, std::string_view close) {
  const std::size_t begin = source.find(open);
  if (begin == kNone) return false;
  const std::size_t end = source.find(close, begin + open.size());
  return end != kNone && end > begin + open.size();
}

// "<name" or "</name", not "<names".
bool is_tag_at(std::string_view html, std::size_t at, std::string_view tag) {
  if (!ascii::equals_ignoring_case(html.substr(at, tag.size()), tag)) return false;
  const std::size_t end = at + tag.size();
  return end >= html.size() || !is_alphanumeric(html[end]);
}

std::size_t find_tag(std::string_view html, std::string_view tag) {
  for (std::size_t at = html.find('<'); at != kNone; at = html.find('<', at + 1))
    if (is_tag_at(html, at, tag)) return at;
  return kNone;
}

}  // namespace

std::string_view formula_at(std::string_view text, std::size_t open) {
  const std::size_t close = text.find_first_of("$\n", open + 1);
  if (close == kNone || text[close] == '\n' || close - open - 1 > kMaxInlineMath) return {};
  const std::string_view math = text.substr(open + 1, close - open - 1);
  // "$5 and $6" is money: in a price, a digit follows the sign.
  const bool is_price = close + 1 < text.size() && is_digit(text[close + 1]);
  const bool is_tight = !math.empty() && !is_blank(math.front()) && !is_blank(math.back());
  return is_tight && !is_price ? math : std::string_view();
}

bool has_dollar_math(std::string_view paragraph) {
  while (!paragraph.empty()) {
    const std::string_view line = take_until(paragraph, '\n');
    for (std::size_t at = line.find('$'); at != kNone; at = line.find('$', at + 1))
      if (looks_like_tex(formula_at(line, at))) return true;
    if (trimmed(line).starts_with("$$") || trimmed(line).ends_with("$$")) return true;
  }
  return false;
}

bool has_bracket_math(std::string_view source) {
  if (source.find('\\') == kNone || source.find('`') != kNone)
    return false;  // more likely a regular expression than a formula
  return has_closed_bracket(source, "\\(", "\\)") || has_closed_bracket(source, "\\[", "\\]");
}

bool is_task(std::string_view item) {
  return item.size() > 3 && item[0] == '[' && item[2] == ']' && is_blank(item[3]) &&
         (item[1] == ' ' || item[1] == 'x' || item[1] == 'X');
}

bool is_image_file(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot != kNone && dot > 0 &&
         is_among("png jpg jpeg gif webp svg bmp avif", to_lower(name.substr(dot + 1)));
}

int opened_details(std::string_view html) {
  int open = 0;
  for (std::size_t at = html.find('<'); at != kNone; at = html.find('<', at + 1)) {
    if (html.substr(at).starts_with("<!--")) {
      at = html.find("-->", at);
      if (at == kNone) break;
    } else if (is_tag_at(html, at, "<details")) {
      ++open;
    } else if (is_tag_at(html, at, "</details")) {
      --open;
    }
  }
  return open;
}

std::optional<std::string> first_html_heading(std::string_view html) {
  const std::size_t open = find_tag(html, "<h1");
  if (open == kNone) return std::nullopt;
  std::string_view rest = html.substr(open);
  take_until(rest, '>');
  const std::size_t close = find_tag(rest, "</h1");
  if (close == kNone) return std::nullopt;
  const std::string_view heading = rest.substr(0, close);
  const TextBlock block{{0, static_cast<std::uint32_t>(close)}, BlockKind::html};
  return std::string(read_text(heading, {&block, 1}).text());
}

}  // namespace notes
