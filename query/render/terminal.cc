// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "query/render/explanation_rows.h"
#include "query/render/hit_group.h"
#include "query/render/renderers.h"
#include "query/render/safe_text.h"
#include "query/render/shown_date.h"
#include "query/render/shown_path.h"
#include "query/render/text_page.h"

namespace notes {
namespace {

constexpr std::size_t kSectionIndent = 2;
constexpr std::size_t kLineIndent = 4;
constexpr std::string_view kCrumbSeparator = " › ";

std::string date_text(const Hit& hit) {
  return hit.section.date ? shown_date(*hit.section.date) : std::string();
}

std::size_t widest_line_number(const SearchResult& result) {
  std::uint32_t largest = 0;
  for (const Hit& hit : result.hits) {
    for (const Snippet& snippet : hit.snippets) largest = std::max(largest, snippet.line);
  }
  return std::to_string(largest).size();
}

// The title with the ancestors that stand between it and its group's heading.
MarkedText title_below_group(const Hit& hit) {
  const std::vector<Crumb>& crumbs = hit.section.breadcrumb;
  std::string ancestors;
  for (std::size_t i = 2; i + 1 < crumbs.size(); ++i) {
    ancestors.append(printable(crumbs[i].title)).append(kCrumbSeparator);
  }
  MarkedText title = printable(hit.section.title(), hit.title_highlights);
  const auto shift = static_cast<std::uint32_t>(ancestors.size());
  for (ByteRange& range : title.highlights) range = {range.begin + shift, range.end + shift};
  title.text.insert(0, ancestors);
  return title;
}

MarkedText group_title(const HitGroup& group) {
  const MarkedText title = group.heading == nullptr ? printable(group_crumb(*group.best).title, {})
                                                    : printable(group.heading->section.title(),
                                                                group.heading->title_highlights);
  return title.text.empty() ? MarkedText{"(no title)", {}} : title;
}

std::string group_date(const HitGroup& group) {
  return date_text(group.heading != nullptr ? *group.heading : *group.best);
}

// Empty when it only repeats the file name, which the path shows already.
std::string note_title(const HitGroup& group) {
  const std::vector<Crumb>& crumbs = group.best->section.breadcrumb;
  if (crumbs.size() < 2) return {};
  const std::string_view path = group.best->section.rel_path;
  const std::string_view file_name = path.substr(path.rfind('/') + 1);
  const std::string_view stem = file_name.substr(0, file_name.rfind('.'));
  return crumbs.front().title == stem ? std::string() : printable(crumbs.front().title);
}

StyledRow styled(std::string_view text, Style style) {
  return StyledRow().add(text, style);
}

void add_tags(const std::vector<std::string>& tags, std::vector<StyledRow>& parts) {
  for (const std::string& tag : tags) parts.push_back(styled("#" + printable(tag), Style::tag));
}

void add_marks(const Hit& hit, std::vector<StyledRow>& parts) {
  if (hit.matched == Matched::spread) parts.push_back(styled("words below", Style::faint));
  if (hit.matched == Matched::some) parts.push_back(styled("some words", Style::faint));
  if (hit.stale) parts.push_back(styled("changed since indexed", Style::warning));
}

class TextWriter {
 public:
  TextWriter(const SearchResult& result, const RenderOptions& options, std::ostream& out)
      : options_(options), page_(options, widest_line_number(result), out) {}

  void write_explanation(const SearchResult& result) {
    const std::vector<std::string> rows = explanation_rows(result);
    for (const std::string& row : rows) page_.row(styled(row, Style::faint));
    if (!rows.empty() && !result.hits.empty()) page_.blank_row();
  }

  void write(const HitGroup& group) {
    write_heading(group);
    if (group.heading != nullptr) write_body(*group.heading, kSectionIndent);
    for (const Hit* hit : group.below) {
      write_section(*hit, group);
      write_body(*hit, kLineIndent);
    }
  }

 private:
  StyledRow location(std::string_view path, std::uint32_t line) const {
    const std::string text = shown_path(path, options_) + ':' + std::to_string(line);
    return StyledRow().add_link(text, place_url(path, {line}, options_), Style::location);
  }

  void write_heading(const HitGroup& group) {
    const Hit& best = *group.best;
    page_.two_sided(0, group_title(group), {styled(group_date(group), Style::date)});
    const std::uint32_t line =
        group.heading != nullptr ? group.heading->section.heading_line() : group_crumb(best).line;
    std::vector<StyledRow> parts{location(best.path, line)};
    if (const std::string note = note_title(group); !note.empty()) {
      parts.push_back(styled(note, Style::plain));
    }
    add_tags(common_tags(group), parts);
    if (group.heading != nullptr) add_marks(*group.heading, parts);
    page_.flow(0, parts);
  }

  void write_section(const Hit& hit, const HitGroup& group) {
    std::vector<StyledRow> right;
    std::vector<std::string> tags = written_tags(hit);
    for (const std::string& shown : common_tags(group)) std::erase(tags, shown);
    add_tags(tags, right);
    add_marks(hit, right);
    const std::string date = date_text(hit);
    if (!date.empty() && date != group_date(group)) right.push_back(styled(date, Style::date));
    right.push_back(location(hit.path, hit.section.heading_line()));
    page_.two_sided(kSectionIndent, title_below_group(hit), right);
  }

  void write_body(const Hit& hit, std::size_t indent) {
    for (const Snippet& snippet : hit.snippets) {
      const TextPlace place{snippet.line, snippet.column, snippet.column_utf16};
      page_.numbered(indent, {snippet.line, place_url(hit.path, place, options_),
                              printable(snippet.plain.text, snippet.plain.highlights)});
    }
    write_others(hit, indent);
    write_twins(hit, indent);
    if (options_.explain) write_score(hit, indent);
  }

  void write_others(const Hit& hit, std::size_t indent) {
    if (hit.others == 0) return;
    const std::string more = "+" + std::to_string(hit.others) + " more in this ";
    page_.flow(indent, {styled(more + (options_.one_a_note ? "note" : "thread"), Style::faint)});
  }

  void write_twins(const Hit& hit, std::size_t indent) {
    if (hit.twins.empty()) return;
    std::vector<StyledRow> parts;
    for (const Twin& twin : hit.twins) {
      StyledRow part = styled(parts.empty() ? "also at " : "", Style::faint);
      parts.push_back(part.add(location(twin.path, twin.line)));
    }
    page_.flow(indent, parts);
  }

  void write_score(const Hit& hit, std::size_t indent) {
    for (const std::string& row : score_rows(hit)) {
      page_.row(StyledRow().pad_to(indent).add(row, Style::faint));
    }
  }

  const RenderOptions& options_;
  TextPage page_;
};

}  // namespace

void render_text(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  TextWriter writer(result, options, out);
  if (options.explain) writer.write_explanation(result);
  bool is_first = true;
  for (const HitGroup& group : groups_in_view(result.hits, options)) {
    if (!is_first) out << '\n';
    writer.write(group);
    is_first = false;
  }
}

}  // namespace notes
