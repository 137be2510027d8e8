// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_text.h"

#include <algorithm>

#include "common/text/reading.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

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
