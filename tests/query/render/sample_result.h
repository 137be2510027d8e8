// SPDX-License-Identifier: GPL-2.0-or-later
// A result as a search would return it, for the tests of every format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/render/renderers.h"
#include "query/search/search.h"

namespace notes::sample {

// "rye and «whole» wheat": what stands between « and » is highlighted.
inline MarkedText marked(std::string_view text) {
  constexpr std::string_view kBegin = "«";
  constexpr std::string_view kEnd = "»";
  MarkedText result;
  for (std::size_t begin = text.find(kBegin); begin != text.npos; begin = text.find(kBegin)) {
    const std::size_t end = text.find(kEnd);
    result.text += text.substr(0, begin);
    const auto from = static_cast<std::uint32_t>(result.text.size());
    result.text += text.substr(begin + kBegin.size(), end - begin - kBegin.size());
    result.highlights.push_back({from, static_cast<std::uint32_t>(result.text.size())});
    text.remove_prefix(end + kEnd.size());
  }
  result.text += text;
  return result;
}

inline Snippet snippet(std::uint32_t line, std::string_view text) {
  Snippet made;
  MarkedText parts = marked(text);
  made.place.line = line;
  if (!parts.highlights.empty())
    made.place.column = made.place.column_utf16 = parts.highlights.front().begin + 1;
  made.raw = made.plain = std::move(parts);
  return made;
}

// A hit whose heading is the last crumb; match line and column are those of the first snippet.
inline Hit hit(std::string_view rel_path, std::vector<Crumb> breadcrumb,
               std::vector<Snippet> snippets) {
  Hit made;
  made.path = "/home/ada/notes/" + std::string(rel_path);
  made.score = 12.3456789;
  made.section.id = "abcdefgh2345";
  made.section.rel_path = rel_path;
  made.section.first_line = breadcrumb.back().line;
  made.section.last_line = made.section.first_line + 4;
  made.section.last_line_below = made.section.last_line;
  made.section.level = breadcrumb.size() == 1   ? Level::note
                       : breadcrumb.size() == 2 ? Level::thread
                                                : Level::question;
  MarkedText title = marked(breadcrumb.back().title);
  breadcrumb.back().title = std::move(title.text);
  made.title_highlights = std::move(title.highlights);
  made.section.breadcrumb = std::move(breadcrumb);
  made.place = snippets.empty() ? TextPlace{made.section.first_line} : snippets.front().place;
  made.snippets = std::move(snippets);
  return made;
}

inline Hit dough_question() {
  Hit made = hit("Posts.md",
                 {{"Posts", 1},
                  {"Rye and Ruin - Keeping a Sourdough Alive Through Winter", 31},
                  {"How warm should the «dough» be at 80 % «hydration»?", 42}},
                 {snippet(43,
                          "- «dough» at 24 °C doubles in five hours, and at 28 °C it only needs "
                          "three, though the «hydration» makes it hard to shape"),
                  snippet(45, "- Bakers with a cold kitchen use the oven lamp  ")});
  made.section.date = span_of_minute({2024, 2, 16}, 19 * 60 + 26);
  made.section.tags = {{"bread", TagSource::tag}, {"T65", TagSource::name}};
  made.section.urls = {"https://example.org/rye?a=1"};
  made.twins = {{"/home/ada/notes/Posts.md", 88}, {"/home/ada/archive/2023.md", 7}};
  return made;
}

inline Hit feeding_thread() {
  Hit made = hit("Posts.md",
                 {{"Posts", 1}, {"Rye and Ruin - Keeping a Sourdough Alive Through Winter", 31}},
                 {snippet(35, "The same «dough» for a month, fed by weight.")});
  made.score = 9.5;
  made.section.id = "bbbbbbbb2345";
  made.matched = Matched::spread;
  made.section.last_line_below = 60;
  made.section.date = span_of_minute({2024, 2, 16}, 19 * 60 + 26);
  made.section.tags = {{"bread", TagSource::tag}};
  return made;
}

inline Hit mill_question() {
  Hit made = hit("craft/mills.md",
                 {{"Milling Notebook", 1},
                  {"Stone mills", 10},
                  {"Dressing the stones", 20},
                  {"«Hydration» of fresh flour", 24}},
                 {});
  made.score = 3;
  made.section.id = "cccccccc2345";
  made.matched = Matched::some;
  made.missing = {"dough"};
  made.section.date = span_of_months(std::chrono::year(2023) / 11);
  made.stale = true;
  return made;
}

inline SearchResult result() {
  SearchResult made;
  made.query = "dough hydration";
  made.parsed = "(dough AND hydration)";
  made.reading = Reading::words;
  made.obstacle = {ObstacleKind::words, "hydration"};
  made.in_tiers = true;
  made.total = 7;
  made.total_all = 2;
  made.elapsed_ms = 1.5;
  made.hits = {dough_question(), mill_question(), feeding_thread()};
  return made;
}

inline SearchResult explained_result() {
  SearchResult made = result();
  made.hits = {dough_question()};
  made.hits.front().snippets.pop_back();
  made.hits.front().twins.clear();
  made.explanation = {"read as: 2 content words", "(dough AND hydration)"};
  made.hits.front().explanation = {{"word", "dough", 8.25}, {"all words", "", 4.0956789}};
  return made;
}

inline SearchResult single(Hit hit) {
  SearchResult made = result();
  made.hits = {std::move(hit)};
  return made;
}

inline SearchResult nothing() {
  SearchResult made = result();
  made.hits.clear();
  made.total = made.total_all = 0;
  return made;
}

inline RenderOptions options(int width = 80) {
  RenderOptions made;
  made.width = width;
  made.current_directory = "/home/ada/notes";
  made.home_directory = "/home/ada";
  return made;
}

inline std::string rendered(decltype(Format::render) render, const SearchResult& result,
                            const RenderOptions& options) {
  return render(result, options);
}

}  // namespace notes::sample
