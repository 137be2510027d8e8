// SPDX-License-Identifier: GPL-2.0-or-later
// The table of formats, and those with rows for other programs: vimgrep, paths, and rows in a
// layout of the user's own.
#include "query/render/renderers.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "common/error.h"
#include "common/index/document_terms.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/render/shown_text.h"

namespace notes {
namespace {

// The lines that match, the best one first, or else the heading.
std::vector<Snippet> best_first(const Hit& hit) {
  std::vector<Snippet> rows = hit.snippets;
  const auto best = rows.begin() + static_cast<std::ptrdiff_t>(hit.best_snippet);
  if (!rows.empty()) std::rotate(rows.begin(), best, best + 1);
  std::erase_if(rows, [](const Snippet& row) { return row.raw.highlights.empty(); });
  if (!rows.empty()) return rows;
  Snippet heading;
  heading.place.line = hit.section.heading_line();
  heading.raw.text = hit.section.title();
  return {std::move(heading)};
}

// With NUL as the end of rows, a path stays as it is. Otherwise it is escaped, so that it is one
// row.
std::string spelt(const std::string& path, const RenderOptions& options) {
  return options.nul_separated ? path : printable_path(path);
}

char end_of_row(const RenderOptions& options) {
  return options.nul_separated ? '\0' : '\n';
}

// Makes every value printable: a line break in a title must not look like another row.
std::vector<Filling> fillings(const Hit& hit, const RenderOptions& options) {
  auto all = place_fillings(spelt(hit.path, options), hit.place);
  const Section& section = hit.section;
  const auto add = [&](std::string_view name, const std::string& value) {
    all.push_back({name, printable(value)});
  };
  all.insert(all.begin() + 1, {"rel_path", spelt(section.rel_path, options)});
  add("heading_line", std::to_string(section.heading_line()));
  add("id", section.id);
  add("title", section.title());
  std::vector<std::string> titles;
  for (const Crumb& crumb : section.breadcrumb) titles.push_back(crumb.title);
  add("breadcrumb", joined(titles, " > "));
  add("date", shown_date(section.date));
  add("tags", joined(field_values(section, FieldId::tag), " "));
  add("level", std::string(level_name(section.level)));
  add("text", hit.snippets.empty() ? "" : hit.snippets[hit.best_snippet].plain.text);
  return all;
}

// A row `path:line:column:text` per matching line, for quickfix lists and grep modes.
std::string render_vimgrep(const SearchResult& result, const RenderOptions& options) {
  std::string text;
  for (const Hit& hit : result.hits)
    for (const Snippet& row : best_first(hit))
      text += printable_path(path_from_here(hit.path, options)) + ':' +
              std::to_string(row.place.line) + ':' + std::to_string(row.place.column) + ':' +
              printable(row.raw.text) + '\n';
  return text;
}

// Each note once, best first, for xargs and scripts.
std::string render_paths(const SearchResult& result, const RenderOptions& options) {
  std::string text;
  std::set<std::string_view> seen;
  for (const Hit& hit : result.hits)
    if (seen.insert(hit.path).second) text += spelt(hit.path, options) + end_of_row(options);
  return text;
}

// One row per hit in the layout of `options.format`, such as '{path}:{line}: {title}'.
std::string render_form(const SearchResult& result, const RenderOptions& options) {
  std::string text;
  for (const Hit& hit : result.hits)
    text += filled(options.format, fillings(hit, options)) + end_of_row(options);
  return text;
}

constexpr std::array<Format, 5> kFormats{{
    {"text", "for people: threads, their best sections and the matching lines", render_text},
    {"json", "one document with everything about the result", render_json},
    {"jsonl", "JSON, one section per line", render_jsonl},
    {"vimgrep", "path:line:column:text, one row for each matching line", render_vimgrep},
    {"paths", "the path of each note, once", render_paths},
}};

}  // namespace

std::span<const Format> formats() {
  return kFormats;
}

const Format* find_format(std::string_view name) {
  static constexpr Format kForm{"{...}", "one row for each section", render_form};
  if (name.find('{') != name.npos) return &kForm;
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == kFormats.end() ? nullptr : &*found;
}

void check_row_form(std::string_view form) {
  Hit sample;
  sample.section.breadcrumb.emplace_back();
  std::vector<std::string> known;
  for (const Filling& filling : fillings(sample, {})) known.emplace_back(filling.name);
  for (std::size_t at = form.find('{'); at != form.npos; at = form.find('{', at + 1)) {
    const std::size_t end = form.find('}', at);
    const std::string name(form.substr(at + 1, end == form.npos ? end : end - at - 1));
    if (end != form.npos && std::ranges::find(known, name) != known.end()) continue;
    const std::string nearest = nearest_word(name, known);
    throw Error(ExitCode::failure, "--format: a row has no {" + name + "}",
                nearest.empty() ? "use some of {" + joined(known, "} {") + "}"
                                : "did you mean {" + nearest + "}?");
  }
}

}  // namespace notes
