// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/contents_list.h"

#include <algorithm>
#include <array>

#include "common/text/label.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMinLines = 4;
constexpr std::size_t kMinLinkPercent = 60;

bool is_contents_title(std::string_view title) {
  constexpr std::array<std::string_view, 19> kTitles{"contents",
                                                     "table-of-contents",
                                                     "toc",
                                                     "index",
                                                     "outline",
                                                     "inhalt",
                                                     "inhaltsverzeichnis",
                                                     "sommaire",
                                                     "table-des-matières",
                                                     "índice",
                                                     "indice",
                                                     "sumário",
                                                     "inhoud",
                                                     "inhoudsopgave",
                                                     "содержание",
                                                     "оглавление",
                                                     "目录",
                                                     "目次",
                                                     "목차"};
  return title.size() < 64 && std::ranges::find(kTitles, fold_label(title)) != kTitles.end();
}

// Where the first link into the note stands in the line, with its brackets; empty when none does.
std::string_view in_page_link(std::string_view line) {
  const std::size_t wiki = line.find("[[#");
  const std::size_t target = line.find("](#");
  if (wiki != kNone && wiki < target) {
    const std::size_t close = line.find("]]", wiki);
    return line.substr(wiki, close == kNone ? kNone : close + 2 - wiki);
  }
  if (target == kNone) return {};
  const std::size_t open = std::min(line.find('['), target);
  const std::size_t close = line.find(')', target);
  return line.substr(open, close == kNone ? kNone : close + 1 - open);
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return is_letter(c) || is_beyond_ascii(c); }));
}

// A link and perhaps the number in front of it; a sentence with a link is none.
bool is_single_link(std::string_view line) {
  const std::string_view link = in_page_link(line);
  if (link.empty()) return false;
  return 2 * letters_in(link) >= letters_in(line);
}

// Of "| --- | --- |" and "<details>" nobody reads anything.
bool says_something(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && line.find_first_not_of("|-: ") != kNone && line.front() != '<';
}

struct Markers {
  std::string_view start;
  std::string_view end;
};
constexpr std::array<Markers, 3> kMarkers{{{"<!-- START doctoc", "<!-- END doctoc"},
                                           {"<!-- toc -->", "<!-- tocstop -->"},
                                           {"<!-- TOC", "<!-- /TOC -->"}}};

std::size_t end_of_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == kNone ? text.size() : end + 1;
}

// The lines that no block between a tool's markers takes.
LineRange lines_beside_block(const LineTable& table, LineRange lines) {
  const std::uint32_t begin = table.begin_of(lines.first);
  const std::string_view text = table.text().substr(begin, table.begin_of(lines.last + 1) - begin);
  const ByteRange kept = without_contents_block(text);
  if (kept.begin == kept.end) return {lines.first, lines.first - 1};
  return {table.line_at(begin + kept.begin), table.line_at(begin + kept.end - 1)};
}

bool says_something(const LineTable& table, LineRange lines) {
  for (std::uint32_t line = lines.first; line <= lines.last; ++line)
    if (says_something(table.text_of(line))) return true;
  return false;
}

bool is_mostly_links(const LineTable& table, LineRange lines, std::string_view title) {
  std::size_t said = 0;
  std::size_t links = 0;
  for (std::uint32_t line = lines.first; line <= lines.last; ++line) {
    const std::string_view text = table.text_of(line);
    if (!says_something(text)) continue;
    ++said;
    if (is_single_link(text)) ++links;
  }
  if (links > 0 && is_contents_title(title)) return true;
  return said >= kMinLines && links * 100 >= said * kMinLinkPercent;
}

}  // namespace

bool has_in_page_links(std::string_view text) {
  return text.find("](#") != kNone || text.find("[[#") != kNone;
}

bool is_contents_list(const LineTable& table, LineRange lines, std::string_view title) {
  if (!is_mostly_links(table, lines, title)) return false;
  const LineRange rest = lines_beside_block(table, lines);
  return !says_something(table, rest) || is_mostly_links(table, rest, title);
}

ByteRange without_contents_block(std::string_view own_text) {
  const auto size = static_cast<std::uint32_t>(own_text.size());
  for (const Markers& markers : kMarkers) {
    const std::size_t begin = own_text.find(markers.start);
    const std::size_t last = begin == kNone ? kNone : own_text.find(markers.end, begin);
    if (last == kNone) continue;
    const std::size_t end = end_of_line(own_text, last);
    if (trimmed(own_text.substr(0, begin)).empty()) return {static_cast<std::uint32_t>(end), size};
    if (trimmed(own_text.substr(end)).empty()) return {0, static_cast<std::uint32_t>(begin)};
  }
  return {0, size};
}

}  // namespace notes
