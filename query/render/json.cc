// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <sstream>

#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "common/text/printable.h"
#include "query/render/shown_text.h"
#include "query/search/show/note_text.h"

namespace notes {
namespace {

// On one line if `indent` is negative.
std::string text_of(const Json& value, int indent) {
  return json_without_controls(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

bool has_rows(const RenderOptions& options) {
  return options.format == "jsonl";
}

std::string document(const Json& value, const RenderOptions& options) {
  const bool is_indented = options.to_terminal && !has_rows(options);
  return (is_indented ? indented(value) : one_line(value)) + '\n';
}

std::string on_lines(const Json& rows) {
  std::string text;
  for (const Json& row : rows) text += one_line(row) + '\n';
  return text;
}

// The document with the rows as its `member`, or only the rows.
std::string list_text(Json value, const char* member, Json rows, const RenderOptions& options) {
  if (has_rows(options)) return on_lines(rows);
  value[member] = std::move(rows);
  return document(value, options);
}

// All members that a hit can have.
std::vector<std::string> member_names() {
  std::istringstream names(
      "id score matched missing shared level path rel_path line end_line end_line_below match_line "
      "column column_utf16 title title_highlights title_highlights_utf16 breadcrumb date date_end "
      "date_source tags urls snippets twins others stale");
  return {std::istream_iterator<std::string>(names), {}};
}

// Further digits are noise that differs between machines.
double six_digits(double value) {
  if (!std::isfinite(value)) return 0;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.6g", value);
  return std::strtod(text.data(), nullptr);
}

// The highlights in UTF-16 units.
Json utf16_ranges(const MarkedText& marked) {
  const std::string_view text = marked.text;
  Json array = Json::array();
  for (const ByteRange range : marked.highlights)
    array.push_back(
        {utf16_size(text.substr(0, range.begin)), utf16_size(text.substr(0, range.end))});
  return array;
}

}  // namespace

// The library finds these, one for each kind of value, only outside the unnamed namespace.

static void to_json(Json& json, ByteRange range) {
  json = {range.begin, range.end};
}

static void to_json(Json& json, const Snippet& snippet) {
  const MarkedText marked = valid_utf8(snippet.raw.text, snippet.raw.highlights);
  const MarkedText plain = valid_utf8(snippet.plain.text, snippet.plain.highlights);
  json = {{"line", snippet.place.line},
          {"column", snippet.place.column},
          {"column_utf16", snippet.place.column_utf16},
          {"text", marked.text},
          {"highlights", marked.highlights},
          {"highlights_utf16", utf16_ranges(marked)},
          {"plain", plain.text},
          {"plain_highlights", plain.highlights}};
  if (snippet.is_context) json["context"] = true;
}

static void to_json(Json& json, const Twin& twin) {
  json = {{"path", twin.path}, {"line", twin.line}};
}

static void to_json(Json& json, const ScorePart& part) {
  json = {{"ingredient", part.ingredient}, {"term", part.term}, {"score", six_digits(part.score)}};
}

static void to_json(Json& json, const Tag& tag) {
  json = {{"name", tag.name}, {"source", tag.source == TagSource::tag ? "tag" : "name"}};
}

static void to_json(Json& json, const Section& section) {
  json = {{"id", section.id}, {"line", section.heading_line()}, {"title", section.title()}};
}

static void to_json(Json& json, const ValueCount& value) {
  json = {{"value", value.value}, {"count", value.count}};
}

namespace {

void add_date(const Section& section, Json& json) {
  const auto& date = section.date;
  json["date"] = nullptr;
  if (!date) return;
  json["date"] = begin_text(*date);
  if (date->precision == DatePrecision::range) json["date_end"] = end_text(*date);
  json["date_source"] = date_source_name(section.date_source);
}

void keep_fields(const std::vector<std::string>& fields, Json& json) {
  if (fields.empty()) return;
  Json kept = Json::object();
  for (auto& [name, value] : json.items())
    if (std::ranges::find(fields, name) != fields.end()) kept[name] = std::move(value);
  json = std::move(kept);
}

// The members that `options.fields` names, or all. `options.explain` adds the parts of the score.
Json json_of(const Hit& hit, const RenderOptions& options) {
  const MarkedText title = valid_utf8(hit.section.title(), hit.title_highlights);
  Json json;
  json["id"] = hit.section.id;
  json["score"] = six_digits(hit.score);
  json["matched"] = matched_name(hit.matched);
  if (!hit.missing.empty()) json["missing"] = hit.missing;
  if (!hit.shared.empty()) json["shared"] = hit.shared;
  json["level"] = level_name(hit.section.level);
  json["path"] = hit.path;
  json["rel_path"] = hit.section.rel_path;
  json["line"] = hit.section.heading_line();
  json["end_line"] = hit.section.last_line;
  json["end_line_below"] = hit.section.last_line_below;
  json["match_line"] = hit.place.line;
  json["column"] = hit.place.column;
  json["column_utf16"] = hit.place.column_utf16;
  json["title"] = title.text;
  json["title_highlights"] = title.highlights;
  json["title_highlights_utf16"] = utf16_ranges(title);
  json["breadcrumb"] = Json::array();
  for (const Crumb& crumb : hit.section.breadcrumb) json["breadcrumb"].push_back(crumb.title);
  add_date(hit.section, json);
  json["tags"] = hit.section.tags;
  json["urls"] = hit.section.urls;
  json["snippets"] = hit.snippets;
  json["twins"] = hit.twins;
  if (hit.others > 0) json["others"] = hit.others;
  if (hit.stale) json["stale"] = true;
  keep_fields(options.fields, json);
  if (options.explain) json["explain"] = hit.explanation;
  return json;
}

// All members but `results`.
Json envelope_of(const SearchResult& result, const RenderOptions& options) {
  Json json;
  json["version"] = kJsonVersion;
  json["query"] = result.query;
  json["parsed"] = result.parsed;
  json["reading"] = reading_name(result.reading);
  json["notes_on_query"] = result.notes_on_query;
  json["total"] = result.total;
  json["exact_total"] = result.exact_total;
  json["total_full"] = result.total_all;
  json["stale"] = result.stale;
  json["checked"] = result.checked_all ? "all" : "part";
  json["elapsed_ms"] = six_digits(result.elapsed_ms);
  if (options.explain) json["explain"] = result.explanation;
  return json;
}

Json row_of(const std::string& path, const Section& section) {
  Json row;
  row["id"] = section.id;
  row["level"] = level_name(section.level);
  row["depth"] = section.breadcrumb.size() - 1;
  row["path"] = path;
  row["line"] = section.heading_line();
  row["end_line"] = section.last_line;
  row["end_line_below"] = section.last_line_below;
  row["title"] = section.title();
  add_date(section, row);
  row["tags"] = section.tags;
  return row;
}

// By exit code.
constexpr std::array<std::string_view, 7> kCodeNames{
    "", "nothing_found", "failure", "no_index", "index_busy", "wrong_schema", "damaged_index"};

}  // namespace

std::string one_line(const Json& value) {
  return text_of(value, -1);
}

std::string indented(const Json& value) {
  return text_of(value, 2);
}

std::vector<std::string> parse_fields(const std::string& list) {
  const std::vector<std::string> known = member_names();
  std::vector<std::string> fields;
  std::istringstream rest(list);
  for (std::string name; std::getline(rest, name, ',');) {
    if (std::ranges::find(known, name) == known.end()) {
      const std::string nearest = nearest_word(name, known);
      throw Error(
          ExitCode::failure, "--fields: a result has no member '" + name + "'",
          nearest.empty() ? "use some of " + joined(known, ",") : "did you mean " + nearest + "?");
    }
    fields.push_back(name);
  }
  return fields;
}

std::string render_json(const SearchResult& result, const RenderOptions& options) {
  Json envelope = envelope_of(result, options);
  envelope["results"] = Json::array();
  for (const Hit& hit : result.hits) envelope["results"].push_back(json_of(hit, options));
  return document(envelope, options);
}

std::string render_jsonl(const SearchResult& result, const RenderOptions& options) {
  std::string text = options.envelope ? one_line(envelope_of(result, options)) + '\n' : "";
  for (const Hit& hit : result.hits) text += one_line(json_of(hit, options)) + '\n';
  return text;
}

std::string json_text(const Error& error) {
  const std::string text = error.text();
  Json json;
  json["code"] = kCodeNames[static_cast<std::size_t>(error.exit_code())];
  // The lines after the first, the query and a caret, are for people.
  json["text"] = error.column() ? text.substr(0, text.find('\n')) : text;
  if (!error.hint().empty()) json["hint"] = error.hint();
  if (error.column()) json["column"] = *error.column();
  return one_line({{"version", kJsonVersion}, {"error", json}}) + '\n';
}

std::string json_text(const Passage& passage, const RenderOptions& options) {
  Json json = json_of(passage.hit, options);
  json["markdown"] = passage.markdown;
  json["markdown_end_line"] = passage.last_line;
  json["cut"] = passage.markdown.size() < passage.whole_bytes;
  json["left_out"] = passage.left_out;
  return document(json, options);
}

std::string json_text(const NoteOutline& outline, const RenderOptions& options) {
  Json rows = Json::array();
  for (const Section& section : outline.sections) rows.push_back(row_of(outline.path, section));
  return list_text({{"version", kJsonVersion},
                    {"path", outline.path},
                    {"stale", outline.stale},
                    {"linked_from", outline.linked_from}},
                   "sections", std::move(rows), options);
}

std::string json_text(const FacetCounts& counts, const RenderOptions& options) {
  Json facets = Json::object();
  Json distinct = Json::object();
  Json rows = Json::array();
  for (const Facet& facet : counts.facets) {
    const std::string name(facet.name);
    facets[name] = facet.values;
    distinct[name] = facet.distinct;
    for (const ValueCount& value : facet.values)
      rows.push_back({{"facet", name}, {"value", value.value}, {"count", value.count}});
  }
  if (has_rows(options)) return on_lines(rows);
  return document({{"version", kJsonVersion},
                   {"sections", counts.sections},
                   {"facets", facets},
                   {"distinct", distinct}},
                  options);
}

std::string json_text_of_tags(const FacetCounts& counts, const RenderOptions& options) {
  Json rows = Json::array();
  for (const Facet& facet : counts.facets)
    for (const ValueCount& value : facet.values)
      rows.push_back({{"name", value.value},
                      {"source", facet.name == kNamesFacet ? "name" : "tag"},
                      {"count", value.count}});
  return list_text({{"version", kJsonVersion}, {"sections", counts.sections}}, "tags",
                   std::move(rows), options);
}

std::string json_messages(const std::string& advice) {
  std::istringstream lines(advice);
  std::string text;
  for (std::string line; std::getline(lines, line);) text += one_line({{"message", line}}) + '\n';
  return text;
}

std::string json_text(const std::vector<std::string>& completions, const RenderOptions& options) {
  return list_text({{"version", kJsonVersion}}, "completions", completions, options);
}

}  // namespace notes
