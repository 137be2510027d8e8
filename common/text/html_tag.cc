// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/html_tag.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"

namespace notes {
namespace {

// Ascending.
constexpr auto kElements = std::to_array<std::string_view>(
    {"a",        "abbr",     "address", "animate",  "area",     "article",    "aside",
     "audio",    "b",        "base",    "bdi",      "bdo",      "big",        "blockquote",
     "body",     "br",       "button",  "canvas",   "caption",  "center",     "circle",
     "cite",     "code",     "col",     "colgroup", "data",     "datalist",   "dd",
     "defs",     "del",      "details", "dfn",      "dialog",   "div",        "dl",
     "dt",       "ellipse",  "em",      "embed",    "fieldset", "figcaption", "figure",
     "font",     "footer",   "form",    "frame",    "frameset", "g",          "h1",
     "h2",       "h3",       "h4",      "h5",       "h6",       "head",       "header",
     "hgroup",   "hr",       "html",    "i",        "iframe",   "img",        "input",
     "ins",      "kbd",      "label",   "legend",   "li",       "line",       "link",
     "main",     "map",      "mark",    "menu",     "meta",     "meter",      "nav",
     "nobr",     "noscript", "object",  "ol",       "optgroup", "option",     "output",
     "p",        "param",    "path",    "picture",  "polygon",  "polyline",   "pre",
     "progress", "q",        "rect",    "rp",       "rt",       "ruby",       "s",
     "samp",     "script",   "section", "select",   "small",    "source",     "span",
     "strike",   "strong",   "style",   "sub",      "summary",  "sup",        "svg",
     "table",    "tbody",    "td",      "template", "textarea", "tfoot",      "th",
     "thead",    "time",     "title",   "tr",       "track",    "tt",         "u",
     "ul",       "use",      "var",     "video",    "wbr"});
static_assert(std::is_sorted(kElements.begin(), kElements.end()));

constexpr std::size_t kLongestName = 10;

bool is_element(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return false;
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii::to_lower);
  return std::binary_search(kElements.begin(), kElements.end(), std::string_view(lower));
}

bool ends_name(char c) {
  return ascii::is_blank(c) || c == '/' || c == '>';
}

std::size_t name_length(std::string_view text) {
  const auto* const past = std::find_if_not(text.begin(), text.end(), ascii::is_alphanumeric);
  return static_cast<std::size_t>(past - text.begin());
}

bool is_blank_line_at(std::string_view text, std::size_t line_feed) {
  const std::size_t next = text.find_first_not_of(" \t\r", line_feed + 1);
  return next != std::string_view::npos && text[next] == '\n';
}

// The first `>` outside quoted values.
std::optional<std::size_t> end_of_attributes(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n' && is_blank_line_at(text, at)) return std::nullopt;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return at + 1;
    } else if (c == '<') {
      return std::nullopt;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> end_of_html_tag(std::string_view text, std::size_t begin) {
  const std::string_view near = text.substr(0, std::min(text.size(), begin + kMaxTagBytes));
  std::size_t name_begin = begin + 1;
  if (name_begin < near.size() && near[name_begin] == '/') ++name_begin;
  const std::string_view rest = near.substr(std::min(name_begin, near.size()));
  const std::size_t length = name_length(rest.substr(0, kLongestName + 1));
  if (!is_element(rest.substr(0, length))) return std::nullopt;
  if (length == rest.size() || !ends_name(rest[length])) return std::nullopt;
  return end_of_attributes(near, name_begin + length);
}

}  // namespace notes
