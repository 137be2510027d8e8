// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "common/index/document_terms.h"
#include "common/text/joined.h"
#include "common/text/printable.h"
#include "query/render/renderers.h"
#include "query/render/shown_text.h"
#include "query/render/text_page.h"

namespace notes {
namespace {

constexpr std::size_t kSectionIndent = 2;
constexpr std::size_t kLineIndent = 4;
constexpr std::string_view kCrumbSeparator = " › ";

// How much of each hit to show. The first density at which a few hits fit on the page is used, so
// that a small page has fewer lines rather than fewer hits.
struct Density {
  std::size_t lines = 0;
  std::size_t rows_a_line = 0;
};
constexpr std::array<Density, 5> kDensities{{{SIZE_MAX, 2}, {2, 2}, {2, 1}, {1, 1}, {0, 0}}};
constexpr std::size_t kHitsOnFirstPage = 4;

// Hits that are shown together: the thread or note itself, if it is a hit, then the others by rank.
using HitGroup = std::vector<const Hit*>;

bool is_whole_note(const Hit& hit) {
  return hit.section.breadcrumb.size() < 2;
}

bool is_heading(const Hit& hit) {
  return hit.section.breadcrumb.size() <= 2;
}

// The part of the breadcrumb that names the hit's group: the thread, or the note.
const Crumb& group_crumb(const Hit& hit) {
  return hit.section.breadcrumb[is_whole_note(hit) ? 0 : 1];
}

// The groups by thread, or each hit on its own. They come in the order of their best hits. A hit on
// a whole note is a group of its own.
std::vector<HitGroup> groups_in_view(std::span<const Hit> hits, const RenderOptions& options) {
  std::vector<HitGroup> groups;
  std::map<std::pair<std::string_view, std::uint32_t>, std::size_t> places;
  for (const Hit& hit : hits) {
    const std::uint32_t line = is_whole_note(hit) ? 0 : group_crumb(hit).line;
    const auto [place, is_new] = places.try_emplace({hit.path, line}, groups.size());
    const bool is_apart = is_new || options.grouping == Grouping::none;
    if (is_apart) groups.emplace_back();
    HitGroup& group = is_apart ? groups.back() : groups[place->second];
    group.insert(is_heading(hit) ? group.begin() : group.end(), &hit);
  }
  return groups;
}

// The written tags that all hits of the group share, in the order of the best hit.
std::vector<std::string> common_tags(const HitGroup& group) {
  const Hit& best = **std::ranges::min_element(group);  // the hits are in the order of their ranks
  std::vector<std::string> names = field_values(best.section, FieldId::tag);
  for (const Hit* hit : group) {
    const std::vector<std::string> own = field_values(hit->section, FieldId::tag);
    std::erase_if(
        names, [&](const std::string& name) { return std::ranges::find(own, name) == own.end(); });
  }
  return names;
}

std::size_t widest_line_number(const SearchResult& result) {
  std::uint32_t largest = 0;
  for (const Hit& hit : result.hits)
    for (const Snippet& snippet : hit.snippets) largest = std::max(largest, snippet.place.line);
  return std::to_string(largest).size();
}

void put_before(MarkedText& title, const std::string& text) {
  const auto shift = static_cast<std::uint32_t>(text.size());
  for (ByteRange& range : title.highlights) range = {range.begin + shift, range.end + shift};
  title.text.insert(0, text);
}

// The title, after the titles between it and the heading of its group.
MarkedText title_below_group(const Hit& hit) {
  const std::vector<Crumb>& crumbs = hit.section.breadcrumb;
  std::string ancestors;
  for (std::size_t i = 2; i + 1 < crumbs.size(); ++i)
    ancestors.append(printable(crumbs[i].title)).append(kCrumbSeparator);
  MarkedText title = printable(hit.section.title(), hit.title_highlights);
  put_before(title, ancestors);
  return title;
}

// The title of a group. A title that several sections share follows the title of its note.
MarkedText group_title(const Hit& first) {
  MarkedText title = is_heading(first) ? printable(first.section.title(), first.title_highlights)
                                       : printable(group_crumb(first).title, {});
  if (title.text.empty()) return {"(no title)", {}};
  if (first.has_common_title)
    put_before(title, printable(first.section.breadcrumb.front().title).append(kCrumbSeparator));
  return title;
}

// Empty if the group's title has it, or if it is just the file name, which the path shows.
std::string note_title(const Hit& first) {
  const std::vector<Crumb>& crumbs = first.section.breadcrumb;
  if (crumbs.size() < 2 || first.has_common_title) return {};
  const std::string_view path = first.section.rel_path;
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

std::string lacking(const Hit& hit) {
  constexpr std::size_t kNamed = 3;
  const auto named = std::span(hit.missing).first(std::min(kNamed, hit.missing.size()));
  return "without " + printable(joined(named, ", ")) + (hit.missing.size() > kNamed ? ", …" : "");
}

void add_marks(const Hit& hit, std::vector<StyledRow>& parts) {
  if (hit.matched == Matched::spread) parts.push_back(styled("words below", Style::faint));
  if (!hit.missing.empty()) parts.push_back(styled(lacking(hit), Style::faint));
  if (hit.stale) parts.push_back(styled("changed since indexed", Style::warning));
}

std::string twin_count(const Hit& hit) {
  std::set<std::string_view> notes{hit.path};
  for (const Twin& twin : hit.twins) notes.insert(twin.path);
  const std::size_t others = notes.size() - 1;
  if (others == 0) return "also elsewhere in this note";
  return "also in " + std::to_string(others) + (others == 1 ? " more note" : " more notes");
}

std::string score_text(double score) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.3f", score);
  return text.data();
}

// Why `hit` comes before `later`, although `later` scores more.
std::string order_reason(const SearchResult& result, const Hit& hit, const Hit& later) {
  const auto rank_of = [&](const Hit& one) { return &one - result.hits.data(); };
  const std::string above = "above a score of " + score_text(later.score) + ": ";
  if (rank_of(later) < rank_of(hit)) return above + "it is shown with its thread";
  if (hit.matched != Matched::some && later.matched == Matched::some)
    return above + "it has all of the words";
  const bool is_around =
      hit.path == later.path && hit.section.first_line < later.section.first_line;
  if (is_around) return above + "its title has the words, and the other is below it";
  return above + "the other was not among the first that are ranked in full";
}

class TextWriter {
 public:
  TextWriter(const SearchResult& result, const RenderOptions& options, Density density)
      : result_(result),
        options_(options),
        density_(density),
        shown_(hits_in_view(result.hits, options)),
        page_(options, options.is_page ? std::to_string(result.hits.size()).size() + 2 : 0,
              widest_line_number(result)) {}

  const std::string& text() const { return page_.text(); }

  // The number of rows of the first few hits.
  std::ptrdiff_t first_rows() const {
    return std::ranges::count(std::string_view(page_.text()).substr(0, first_bytes_), '\n');
  }

  void write_explanation() {
    for (const std::string& line : result_.explanation)
      page_.row(styled(line.empty() ? "#" : "# " + printable(line), Style::faint));
    if (!result_.explanation.empty() && !result_.hits.empty()) page_.blank_row();
  }

  void write(const HitGroup& group) {
    if (hits_ > 0) page_.blank_row();
    const Hit* heading = is_heading(*group.front()) ? group.front() : nullptr;
    if (heading != nullptr) page_.number_next_row(hits_ + 1);
    write_heading(group);
    for (const Hit* hit : group) {
      ++hits_;
      if (hit != heading) write_section(*hit, group);
      write_body(*hit, hit == heading ? kSectionIndent : kLineIndent);
    }
  }

 private:
  StyledRow location(std::string_view path, std::uint32_t line) const {
    const std::string text = shown_path(path, options_) + ':' + std::to_string(line);
    return StyledRow().add_link(text, place_url(path, {line}, options_), Style::location);
  }

  void write_heading(const HitGroup& group) {
    const Hit& first = *group.front();
    page_.two_sided(0, group_title(first), {styled(shown_date(first.section.date), Style::date)});
    std::vector<StyledRow> parts{location(first.path, group_crumb(first).line)};
    if (const std::string note = note_title(first); !note.empty())
      parts.push_back(styled(note, Style::plain));
    add_tags(common_tags(group), parts);
    if (is_heading(first)) add_marks(first, parts);
    page_.flow(0, parts);
  }

  void write_section(const Hit& hit, const HitGroup& group) {
    page_.number_next_row(hits_);
    std::vector<StyledRow> right;
    std::vector<std::string> tags = field_values(hit.section, FieldId::tag);
    for (const std::string& shown : common_tags(group)) std::erase(tags, shown);
    add_tags(tags, right);
    add_marks(hit, right);
    const std::string date = shown_date(hit.section.date);
    if (!date.empty() && date != shown_date(group.front()->section.date))
      right.push_back(styled(date, Style::date));
    right.push_back(location(hit.path, hit.section.heading_line()));
    page_.two_sided(kSectionIndent, title_below_group(hit), right);
  }

  void write_body(const Hit& hit, std::size_t indent) {
    for (std::size_t i = 0, left = density_.lines; i < hit.snippets.size() && left > 0; ++i) {
      // Keep the last place for the best line.
      if (left == 1 && hit.best_snippet > i) continue;
      const Snippet& snippet = hit.snippets[i];
      page_.numbered(indent, snippet.place.line, place_url(hit.path, snippet.place, options_),
                     printable(snippet.plain.text, snippet.plain.highlights), density_.rows_a_line);
      --left;
    }
    if (!hit.shared.empty()) write_remark(indent, "shares " + printable(joined(hit.shared, ", ")));
    if (hit.others > 0)
      write_remark(indent, "+" + std::to_string(hit.others) + " more in this " +
                               (options_.grouping == Grouping::note ? "note" : "thread"));
    if (!hit.twins.empty()) write_twins(hit, indent);
    if (options_.explain) write_score(hit, indent);
    if (hits_ <= kHitsOnFirstPage) first_bytes_ = page_.text().size();
  }

  void write_remark(std::size_t indent, const std::string& text) {
    page_.flow(indent, {styled(text, Style::faint)});
  }

  void write_twins(const Hit& hit, std::size_t indent) {
    if (!options_.twins) return write_remark(indent, twin_count(hit));
    std::vector<StyledRow> parts;
    for (const Twin& twin : hit.twins) {
      StyledRow part = styled(parts.empty() ? "also at " : "", Style::faint);
      parts.push_back(part.add(location(twin.path, twin.line)));
    }
    page_.flow(indent, parts);
  }

  // The score and its parts in aligned columns, and what put the hit above a higher score.
  void write_score(const Hit& hit, std::size_t indent) {
    std::vector<ScorePart> parts{{"score", "", hit.score}};
    parts.insert(parts.end(), hit.explanation.begin(), hit.explanation.end());
    std::array<std::size_t, 3> widths{};
    for (const ScorePart& part : parts) {
      widths[0] = std::max(widths[0], display_width(printable(part.ingredient)));
      widths[1] = std::max(widths[1], display_width(printable(part.term)));
      widths[2] = std::max(widths[2], score_text(part.score).size());
    }
    const std::size_t term_column = indent + widths[0] + 2;
    const std::size_t end = term_column + widths[1] + 2 + widths[2];
    for (const ScorePart& part : parts) {
      const std::string score = score_text(part.score);
      StyledRow row = StyledRow().pad_to(indent).add(printable(part.ingredient), Style::faint);
      row.pad_to(term_column).add(printable(part.term), Style::faint);
      page_.row(row.pad_to(end - score.size()).add(score, Style::faint));
    }
    const auto later = std::span(shown_).subspan(hits_);
    const auto best = std::ranges::max_element(later, {}, &Hit::score);
    if (best != later.end() && (*best)->score > hit.score)
      write_remark(indent, order_reason(result_, hit, **best));
  }

  const SearchResult& result_;
  const RenderOptions& options_;
  Density density_;
  std::vector<const Hit*> shown_;
  TextPage page_;
  std::size_t hits_ = 0;         // written so far
  std::size_t first_bytes_ = 0;  // of the text of the first few hits
};

}  // namespace

std::vector<const Hit*> hits_in_view(std::span<const Hit> hits, const RenderOptions& options) {
  std::vector<const Hit*> all;
  for (const HitGroup& group : groups_in_view(hits, options))
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

std::string render_text(const SearchResult& result, const RenderOptions& options) {
  const std::vector<HitGroup> groups = groups_in_view(result.hits, options);
  for (const Density& density : kDensities) {
    TextWriter writer(result, options, density);
    if (options.explain) writer.write_explanation();
    for (const HitGroup& group : groups) writer.write(group);
    const bool fits = options.height == 0 || writer.first_rows() <= options.height;
    if (fits || &density == &kDensities.back()) return writer.text();
  }
  return {};
}

}  // namespace notes
