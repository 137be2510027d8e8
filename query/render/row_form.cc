// SPDX-License-Identifier: GPL-2.0-or-later
// One row per hit in a layout such as --format='{path}:{line}: {title}'.
#include <algorithm>
#include <array>

#include "common/error.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/render/filled_form.h"
#include "query/render/renderers.h"
#include "query/render/safe_text.h"
#include "query/render/shown_date.h"

namespace notes {
namespace {

constexpr std::array<std::string_view, 13> kNames{
    "path",  "rel_path",   "line", "column", "byte",  "heading_line", "id",
    "title", "breadcrumb", "date", "tags",   "level", "text"};

std::vector<std::string> titles(const Section& section) {
  std::vector<std::string> titles;
  for (const Crumb& crumb : section.breadcrumb) titles.push_back(crumb.title);
  return titles;
}

std::vector<std::string> tag_names(const Section& section) {
  std::vector<std::string> names;
  for (const Tag& tag : section.tags)
    if (tag.source == TagSource::tag) names.push_back(tag.name);
  return names;
}

// Makes every value printable: a line break in a title must not look like another row.
std::vector<Filling> fillings(const Hit& hit, const RenderOptions& options) {
  const auto spelt = [&](const std::string& path) {
    return options.nul_separated ? path : printable_path(path);
  };
  auto all = place_fillings(spelt(hit.path), {hit.match_line, hit.column, hit.column_utf16});
  const Section& section = hit.section;
  const auto add = [&](std::string_view name, const std::string& value) {
    all.push_back({name, printable(value)});
  };
  all.push_back({"rel_path", spelt(section.rel_path)});
  add("heading_line", std::to_string(section.heading_line()));
  add("id", section.id);
  add("title", section.title());
  add("breadcrumb", joined(titles(section), " > "));
  add("date", section.date ? shown_date(*section.date) : "");
  add("tags", joined(tag_names(section), " "));
  add("level", std::string(level_name(section.level)));
  add("text", hit.snippets.empty() ? "" : hit.snippets[hit.best_snippet].text);
  return all;
}

}  // namespace

void check_row_form(std::string_view form) {
  for (std::size_t at = form.find('{'); at != form.npos; at = form.find('{', at + 1)) {
    const std::size_t end = form.find('}', at);
    const std::string name(form.substr(at + 1, end == form.npos ? end : end - at - 1));
    if (end != form.npos && std::ranges::find(kNames, name) != kNames.end()) continue;
    const std::vector<std::string> names(kNames.begin(), kNames.end());
    const std::string nearest = nearest_word(name, names);
    throw Error(ExitCode::failure, "--format: a row has no {" + name + "}",
                nearest.empty() ? "use some of {" + joined(names, "} {") + "}"
                                : "did you mean {" + nearest + "}?");
  }
}

void render_form(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : result.hits)
    out << filled(options.format, fillings(hit, options)) << (options.nul_separated ? '\0' : '\n');
}

}  // namespace notes
