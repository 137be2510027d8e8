// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json_hit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/render/safe_text.h"
#include "query/search/show/note_lines.h"

namespace notes {
namespace {

using Json = nlohmann::ordered_json;

// All members that a hit can have.
constexpr std::array<std::string_view, 27> kMembers{"id",
                                                    "score",
                                                    "matched",
                                                    "missing",
                                                    "shared",
                                                    "level",
                                                    "path",
                                                    "rel_path",
                                                    "line",
                                                    "end_line",
                                                    "end_line_below",
                                                    "match_line",
                                                    "column",
                                                    "column_utf16",
                                                    "title",
                                                    "title_highlights",
                                                    "title_highlights_utf16",
                                                    "breadcrumb",
                                                    "date",
                                                    "date_end",
                                                    "date_source",
                                                    "tags",
                                                    "urls",
                                                    "snippets",
                                                    "twins",
                                                    "others",
                                                    "stale"};

// Further digits are noise that differs between machines.
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

// Converts half-open ranges of `text` from bytes to UTF-16 units.
Json utf16_ranges(std::string_view text, const std::vector<ByteRange>& highlights) {
  Json array = Json::array();
  for (const ByteRange range : highlights)
    array.push_back(Json::array(
        {utf16_size(text.substr(0, range.begin)), utf16_size(text.substr(0, range.end))}));
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
    const MarkedText plain = valid_utf8(snippet.plain.text, snippet.plain.highlights);
    array.push_back({{"line", snippet.line},
                     {"column", snippet.column},
                     {"column_utf16", snippet.column_utf16},
                     {"text", marked.text},
                     {"highlights", ranges(marked.highlights)},
                     {"highlights_utf16", utf16_ranges(marked.text, marked.highlights)},
                     {"plain", plain.text},
                     {"plain_highlights", ranges(plain.highlights)}});
    if (snippet.is_context) array.back()["context"] = true;
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
  json["title_highlights_utf16"] = utf16_ranges(title.text, title.highlights);
  json["breadcrumb"] = titles(hit.section.breadcrumb);
}

void keep_fields(const std::vector<std::string>& fields, Json& json) {
  if (fields.empty()) return;
  Json kept = Json::object();
  for (auto& [name, value] : json.items())
    if (std::ranges::find(fields, name) != fields.end()) kept[name] = std::move(value);
  json = std::move(kept);
}

std::string_view code_name(ExitCode code) {
  switch (code) {
    case ExitCode::nothing_found:
      return "nothing_found";
    case ExitCode::no_index:
      return "no_index";
    case ExitCode::index_busy:
      return "index_busy";
    case ExitCode::wrong_schema:
      return "wrong_schema";
    case ExitCode::damaged_index:
      return "damaged_index";
    case ExitCode::found:
    case ExitCode::failure:
      break;
  }
  return "failure";
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

void add_date(const Section& section, Json& json) {
  const auto& date = section.date;
  json["date"] = nullptr;
  if (!date) return;
  json["date"] = begin_text(*date);
  if (date->precision == DatePrecision::range) json["date_end"] = end_text(*date);
  json["date_source"] = date_source_name(section.date_source);
}

std::vector<std::string> parse_fields(const std::string& list) {
  const std::vector<std::string> known(kMembers.begin(), kMembers.end());
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

Json json_of(const Hit& hit, const RenderOptions& options) {
  Json json;
  json["id"] = valid_utf8(hit.section.id);
  json["score"] = six_digits(hit.score);
  json["matched"] = matched_name(hit.matched);
  if (!hit.missing.empty()) json["missing"] = strings(hit.missing);
  if (!hit.shared.empty()) json["shared"] = strings(hit.shared);
  json["level"] = level_name(hit.section.level);
  add_place(hit, json);
  add_title(hit, json);
  add_date(hit.section, json);
  json["tags"] = json_of(hit.section.tags);
  json["urls"] = strings(hit.section.urls);
  json["snippets"] = snippets(hit.snippets);
  json["twins"] = twins(hit.twins);
  if (hit.others > 0) json["others"] = hit.others;
  if (hit.stale) json["stale"] = true;
  keep_fields(options.fields, json);
  if (options.explain) json["explain"] = score_parts(hit.explanation);
  return json;
}

Json envelope_of(const SearchResult& result, const RenderOptions& options) {
  Json json;
  json["version"] = kJsonVersion;
  json["query"] = valid_utf8(result.query);
  json["parsed"] = valid_utf8(result.parsed);
  json["reading"] = reading_name(result.reading);
  json["notes_on_query"] = strings(result.notes_on_query);
  json["total"] = result.total;
  json["exact_total"] = result.exact_total;
  json["total_full"] = result.total_all;
  json["stale"] = result.stale;
  json["checked"] = result.checked_all ? "all" : "part";
  json["elapsed_ms"] = six_digits(result.elapsed_ms);
  if (options.explain) json["explain"] = strings(result.explanation);
  return json;
}

JsonLayout document_layout(const RenderOptions& options) {
  return options.to_terminal ? JsonLayout::indented : JsonLayout::compact;
}

void write_error(const Error& error, JsonLayout layout, std::ostream& out) {
  const std::string text = error.text();
  Json json;
  json["code"] = code_name(error.exit_code());
  // The lines after the first, the query and a caret, are for people.
  json["text"] = valid_utf8(error.column() ? text.substr(0, text.find('\n')) : text);
  if (!error.hint().empty()) json["hint"] = valid_utf8(error.hint());
  if (error.column()) json["column"] = *error.column();
  write_document({{"version", kJsonVersion}, {"error", json}}, layout, out);
}

}  // namespace notes
