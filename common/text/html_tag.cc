// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/html_tag.h"

#include <algorithm>
#include <string>

#include "common/text/ascii.h"
#include "common/text/joined.h"

namespace notes {
namespace {

constexpr std::string_view kElements =
    "a abbr address animate area article aside audio b base bdi bdo big blockquote body br button "
    "canvas caption center circle cite code col colgroup data datalist dd defs del details dfn "
    "dialog div dl dt ellipse em embed fieldset figcaption figure font footer form frame frameset "
    "g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li "
    "line link main map mark menu meta meter nav nobr noscript object ol optgroup option output p "
    "param path picture polygon polyline pre progress q rect rp rt ruby s samp script section "
    "select small source span strike strong style sub summary sup svg table tbody td template "
    "textarea tfoot th thead time title tr track tt u ul use var video wbr";

constexpr std::size_t kLongestName = 10;

constexpr std::string_view kInWords =
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark nobr q ruby s samp small span "
    "strike strong sub sup time tt u var wbr";

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
  if (length == rest.size() || !ends_name(rest[length])) return std::nullopt;
  if (!is_among(kElements, ascii::to_lower(rest.substr(0, length)))) return std::nullopt;
  return end_of_attributes(near, name_begin + length);
}

std::string_view element_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, name_length(tag));
}

std::optional<std::string_view> attribute_of(std::string_view tag, std::string_view name) {
  constexpr std::string_view kEnds = " \t\r\n\"'=<>`";
  for (std::size_t at = tag.find_first_of(kEnds, 1); at < tag.size();) {
    at = tag.find_first_not_of(" \t\r\n/\"'`", at);
    const std::size_t name_end = std::min(tag.find_first_of(kEnds, at), tag.size());
    const std::size_t equals = tag.find_first_not_of(" \t\r\n", name_end);
    if (equals >= tag.size() || tag[equals] != '=') {
      at = std::max(name_end, at + 1);
      continue;
    }
    std::size_t value = std::min(tag.find_first_not_of(" \t\r\n", equals + 1), tag.size() - 1);
    const bool is_quoted = tag[value] == '"' || tag[value] == '\'';
    const std::size_t end =
        is_quoted ? tag.find(tag[value], value + 1) : tag.find_first_of(" \t\r\n>", value);
    if (end >= tag.size()) return std::nullopt;
    if (is_quoted) ++value;
    if (ascii::equals_ignoring_case(tag.substr(at, name_end - at), name))
      return tag.substr(value, end - value);
    at = end + (is_quoted ? 1 : 0);
  }
  return std::nullopt;
}

bool stands_in_word(std::string_view element) {
  return is_among(kInWords, ascii::to_lower(element));
}

bool holds_no_text(std::string_view element) {
  return is_among("script style", ascii::to_lower(element));
}

std::size_t find_closing_tag(std::string_view text, std::size_t from, std::string_view element) {
  const std::string lower = ascii::to_lower(element);
  for (std::size_t at = text.find("</", from); at != text.npos; at = text.find("</", at + 2)) {
    if (!ascii::equals_ignoring_case(text.substr(at + 2, element.size()), lower)) continue;
    const std::size_t end = text.find('>', at);
    return end == text.npos ? text.size() : end + 1;
  }
  return text.size();
}

}  // namespace notes
