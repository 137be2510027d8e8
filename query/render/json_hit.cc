// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json_hit.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "query/render/safe_text.h"

namespace notes {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

// More digits are noise that differs from machine to machine.
double six_digits(double value) {
  if (!std::isfinite(value)) return 0;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", value);
  return std::strtod(text.data(), nullptr);
}

Json strings(const std::vector<std::string>& texts) {
  Json array = Json::array();
  for (const std::string& text : texts) array.push_back(valid_utf8(text));
  return array;
}

Json ranges(const std::vector<ByteRange>& highlights) {
  Json array = Json::array();
  for (const ByteRange range : highlights) array.push_back(Json::array({range.begin, range.end}));
  return array;
}

Json titles(const std::vector<Crumb>& breadcrumb) {
  Json array = Json::array();
  for (const Crumb& crumb : breadcrumb) array.push_back(valid_utf8(crumb.title));
  return array;
}

Json snippets(const std::vector<Snippet>& snippets) {
  Json array = Json::array();
  for (const Snippet& snippet : snippets) {
    const MarkedText marked = valid_utf8(snippet.text, snippet.highlights);
    array.push_back({{"line", snippet.line},
                     {"column", snippet.column},
                     {"text", marked.text},
                     {"highlights", ranges(marked.highlights)}});
  }
  return array;
}

Json twins(const std::vector<Twin>& twins) {
  Json array = Json::array();
  for (const Twin& twin : twins) {
    array.push_back({{"path", valid_utf8(twin.path)}, {"line", twin.line}});
  }
  return array;
}

Json score_parts(const std::vector<ScorePart>& parts) {
  Json array = Json::array();
  for (const ScorePart& part : parts) {
    array.push_back({{"ingredient", valid_utf8(part.ingredient)},
                     {"term", valid_utf8(part.term)},
                     {"score", six_digits(part.score)}});
  }
  return array;
}

void add_place(const Hit& hit, Json& json) {
  json["path"] = valid_utf8(hit.path);
  json["rel_path"] = valid_utf8(hit.section.rel_path);
  json["line"] = hit.section.heading_line();
  json["end_line"] = hit.section.last_line;
  json["end_line_below"] = hit.section.last_line_below;
  json["match_line"] = hit.match_line;
  json["column"] = hit.column;
  json["column_utf16"] = hit.column_utf16;
}

void add_title(const Hit& hit, Json& json) {
  const MarkedText title = valid_utf8(hit.section.title(), hit.title_highlights);
  json["title"] = title.text;
  json["title_highlights"] = ranges(title.highlights);
  json["breadcrumb"] = titles(hit.section.breadcrumb);
}

}  // namespace

Json json_of(const std::vector<Tag>& tags) {
  Json array = Json::array();
  for (const Tag& tag : tags) {
    const char* source = tag.source == TagSource::tag ? "tag" : "name";
    array.push_back({{"name", valid_utf8(tag.name)}, {"source", source}});
  }
  return array;
}

void add_date(const std::optional<DateSpan>& date, Json& json) {
  json["date"] = nullptr;
  if (!date) return;
  json["date"] = begin_text(*date);
  if (date->precision == DatePrecision::range) json["date_end"] = end_text(*date);
}

Json json_of(const Hit& hit, Detail detail) {
  Json json;
  json["id"] = valid_utf8(hit.section.id);
  json["score"] = six_digits(hit.score);
  json["matched"] = matched_name(hit.matched);
  json["level"] = level_name(hit.section.level);
  add_place(hit, json);
  add_title(hit, json);
  add_date(hit.section.date, json);
  json["tags"] = json_of(hit.section.tags);
  json["urls"] = strings(hit.section.urls);
  json["snippets"] = snippets(hit.snippets);
  json["twins"] = twins(hit.twins);
  if (hit.others > 0) json["others"] = hit.others;
  if (hit.stale) json["stale"] = true;
  if (detail == Detail::explained) json["explain"] = score_parts(hit.explanation);
  return json;
}

Json envelope_of(const SearchResult& result, Detail detail) {
  Json json;
  json["version"] = kVersion;
  json["query"] = valid_utf8(result.query);
  json["parsed"] = valid_utf8(result.parsed);
  json["reading"] = valid_utf8(result.reading);
  json["notes_on_query"] = strings(result.notes_on_query);
  json["total"] = result.total;
  json["exact_total"] = result.exact_total;
  json["total_full"] = result.total_all;
  json["stale"] = result.stale;
  json["elapsed_ms"] = six_digits(result.elapsed_ms);
  if (detail == Detail::explained) json["explain"] = strings(result.explanation);
  json["results"] = Json::array();
  return json;
}

}  // namespace notes
