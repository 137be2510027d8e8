// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the lines of a section that match the query best, and marks the words in them.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>

#include "common/text/ascii.h"
#include "query/search/show/note_text.h"
#include "query/search/show/page.h"
#include "query/search/show/seen_text.h"

namespace notes {
namespace {

// The share of a word's weight for a line, if a chosen line already shows the word.
constexpr double kRepeatedWord = .3;
// A word as typed is worth more than another form of it.
constexpr double kExactWord = 1.2;
constexpr double kWholePhrase = 1.5;
// A line that matches signs or an expression comes before all others.
constexpr double kCheckedLine = 100;
// A further line must be worth at least this share of the best one.
constexpr double kWorthShowing = .15;
constexpr std::size_t kMaxLines = 3;
constexpr std::size_t kOpeningLines = 2;

// Nobody needs more marks than this.
constexpr std::size_t kMostMarks = 20'000;

struct Line {
  std::uint32_t index = 0;  // index among the section's lines, from 0
  std::vector<WordMark> marks;
  bool is_context = false;
};

// Also accepts code in a quote or a list.
bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>-*+.)0123456789"), line.size()));
  return line.starts_with("~~~") ||
         (line.starts_with("```") &&
          line.find('`', line.find_first_not_of('`')) == std::string_view::npos);
}

struct NoteLines {
  explicit NoteLines(std::string_view text) : source(text), ranges(lines_of(text)) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(ranges.size()); }
  std::string_view at(std::uint32_t index) const {
    return source.substr(ranges[index].begin, ranges[index].end - ranges[index].begin);
  }

  std::string_view source;
  std::vector<ByteRange> ranges;
};

// Signs and expressions count as one more word after the last.
std::vector<WordMark> find_marks(const SeenText& seen, const PlannedSearch& search) {
  std::vector<WordMark> marks;
  seen.visit_words(search.plan.words, search.in.analyzer, [&](const std::vector<WordMark>& found) {
    marks.insert(marks.end(), found.begin(), found.end());
    return marks.size() < kMostMarks;
  });
  for (WordMark checked : search.check.marks(seen)) {
    checked.word = static_cast<std::uint32_t>(search.plan.words.size());
    marks.push_back(checked);
  }
  std::ranges::stable_sort(marks, {}, [](const WordMark& mark) { return mark.source.begin; });
  return marks;
}

// Lines with a mark. A mark over several lines belongs to each of them.
std::vector<Line> marked_lines(const NoteLines& lines, std::span<const WordMark> marks) {
  std::map<std::uint32_t, std::vector<WordMark>> marks_of;
  std::uint32_t line = 0;
  for (const WordMark& mark : marks) {
    while (line < lines.size() && lines.ranges[line].end < mark.source.begin) ++line;
    for (std::uint32_t at = line; at < lines.size() && lines.ranges[at].begin < mark.source.end;
         ++at)
      marks_of[at].push_back(mark);
  }
  std::vector<Line> marked;
  for (auto& [index, found] : marks_of)
    if (!is_fence(lines.at(index))) marked.push_back({index, std::move(found)});
  return marked;
}

double worth(const Line& line, const PlannedSearch& search, const std::set<std::uint32_t>& shown) {
  std::vector<double> best(search.plan.words.size() + 1, 0);
  for (const WordMark& mark : line.marks) {
    const std::uint32_t word = mark.word;
    double weight = kCheckedLine;
    if (word < search.plan.words.size()) {
      weight = search.plan.line_weights[word] * (mark.exact ? kExactWord : 1);
      if (search.plan.words[word].stems.size() > 1) weight *= kWholePhrase;
    }
    if (shown.contains(word)) weight *= kRepeatedWord;
    best[word] = std::max(best[word], weight);
  }
  return std::accumulate(best.begin(), best.end(), 0.0);
}

bool runs_on(const Line& line, const NoteLines& lines) {
  return std::ranges::any_of(line.marks, [&](const WordMark& mark) {
    return mark.source.end > lines.ranges[line.index].end;
  });
}

// Greedy: takes the best line and those that its phrase continues on, then whichever line adds
// most, while it is worth it.
std::vector<Line> choose_lines(std::vector<Line> lines, const NoteLines& all,
                               const PlannedSearch& search) {
  std::vector<Line> chosen;
  std::set<std::uint32_t> shown;
  double least = 0;
  while (chosen.size() < kMaxLines && !lines.empty()) {
    std::vector<double> worths;
    for (const Line& line : lines) worths.push_back(worth(line, search, shown));
    const auto best = std::ranges::max_element(worths) - worths.begin();
    if (worths[static_cast<std::size_t>(best)] < least) break;
    if (chosen.empty()) least = worths[static_cast<std::size_t>(best)] * kWorthShowing;
    auto end = lines.begin() + best;
    while (end != lines.end() && runs_on(*end, all)) ++end;
    if (end != lines.end()) ++end;
    for (auto line = lines.begin() + best; line != end; ++line) {
      for (const WordMark& mark : line->marks) shown.insert(mark.word);
      chosen.push_back(std::move(*line));
    }
    lines.erase(lines.begin() + best, end);
  }
  return chosen;
}

struct ConditionMarkers {
  std::string_view value;
  std::array<std::string_view, 3> marks;  // in a line
};

constexpr auto kMarkers = std::to_array<ConditionMarkers>({
    {"image", {"![", "<img"}},
    {"link", {"](", "://", "[["}},
    {"code", {"```", "~~~"}},
    {"table", {"|-", "| -", "|:"}},
    {"task", {"[ ]", "[x]", "[X]"}},
    {"math", {"$", "\\(", "\\["}},
});

bool shows_condition(std::string_view line, const Condition& condition) {
  const FieldKind kind = field(condition.field).kind;
  if (kind == FieldKind::host || kind == FieldKind::address || kind == FieldKind::note)
    return line.find(condition.text) != std::string_view::npos;
  const auto* row = std::ranges::find(kMarkers, condition.text, &ConditionMarkers::value);
  return kind == FieldKind::choice && row != kMarkers.end() &&
         std::ranges::any_of(row->marks, [&](std::string_view mark) {
           return !mark.empty() && line.find(mark) != line.npos;
         });
}

bool has_letter(std::string_view line) {
  return std::ranges::any_of(
      line, [](char c) { return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

// The first lines from `first` on that `is_wanted` accepts, without fences.
template <class IsWanted>
std::vector<Line> first_lines(const NoteLines& lines, std::uint32_t first, std::size_t count,
                              IsWanted is_wanted) {
  std::vector<Line> wanted;
  for (std::uint32_t i = first; i < lines.size() && wanted.size() < count; ++i)
    if (!is_fence(lines.at(i)) && is_wanted(lines.at(i))) wanted.push_back({i, {}, false});
  return wanted;
}

std::vector<Line> condition_lines(const NoteLines& lines, std::uint32_t first,
                                  const PlannedSearch& search) {
  if (search.plan.conditions.empty()) return {};
  return first_lines(lines, first, kMaxLines, [&](std::string_view line) {
    return std::ranges::any_of(search.plan.conditions, [&](const Condition& condition) {
      return shows_condition(line, condition);
    });
  });
}

// "# Title", but not "#tag".
bool is_atx_heading(std::string_view line) {
  constexpr std::size_t kDeepest = 6;
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks > 0 && marks <= kDeepest && (marks == line.size() || ascii::is_blank(line[marks]));
}

// The first line below the heading, since the heading is already shown as the title. There may be
// front matter above the heading.
std::uint32_t first_body_line(const Hit& hit, const SeenText& seen, const NoteLines& lines) {
  const std::uint32_t above = hit.section.heading_line() - hit.section.first_line;
  const std::string_view first = seen.text().substr(0, seen.text().find('\n'));
  const bool has_heading = hit.section.level != Level::note ||
                           (above < lines.size() && is_atx_heading(lines.at(above))) ||
                           (above == 0 && first == hit.section.title());
  return has_heading ? above + 1 : above;
}

// Adds the lines around each, in order, starting with `first`.
std::vector<Line> with_context(const NoteLines& lines, std::vector<Line> chosen,
                               std::uint32_t first, std::uint32_t context) {
  std::map<std::uint32_t, Line> shown;
  for (Line& line : chosen) {
    const std::uint32_t begin = std::max(first, line.index - std::min(line.index, context));
    const std::uint32_t end = std::min(lines.size(), line.index + context + 1);
    for (std::uint32_t i = begin; i < end; ++i)
      if (!is_fence(lines.at(i))) shown.try_emplace(i, Line{i, {}, true});
    shown.insert_or_assign(line.index, std::move(line));
  }
  std::vector<Line> all;
  for (auto& [index, line] : shown) all.push_back(std::move(line));
  return all;
}

Snippet make_snippet(const SeenText& seen, const NoteLines& lines, const Line& line,
                     std::uint32_t first_line) {
  const SeenLine read = seen.line_at(lines.ranges[line.index], line.marks);
  const std::string_view text = lines.at(line.index);
  const std::uint32_t column = read.marks.empty() ? 0 : read.marks.front().begin;
  Snippet snippet;
  snippet.place = {first_line + line.index, column + 1, utf16_size(text.substr(0, column)) + 1};
  snippet.raw = cut_line(text, read.marks);
  snippet.plain =
      read.plain.text.empty() ? snippet.raw : cut_line(read.plain.text, read.plain.highlights);
  snippet.is_context = line.is_context;
  return snippet;
}

void mark_title(Hit& hit, const PlannedSearch& search) {
  const std::string& title = hit.section.title();
  std::vector<ByteRange> marks;
  for (const WordMark& mark :
       find_words(title, search.in.analyzer.analyze(title), search.plan.words))
    marks.push_back(mark.text);
  hit.title_highlights = merged(std::move(marks));
}

}  // namespace

void fill_snippets(Hit& hit, const NoteText& text, const PlannedSearch& search) {
  mark_title(hit, search);
  hit.place = {hit.section.heading_line()};
  const SeenText seen(text.bytes, text.blocks);
  const NoteLines lines(text.bytes);
  std::vector<Line> marked = marked_lines(lines, find_marks(seen, search));
  const std::uint32_t first = first_body_line(hit, seen, lines);
  std::optional<Line> titled;
  const auto heading =
      std::ranges::find(marked, first, [](const Line& line) { return line.index + 1; });
  if (heading != marked.end()) {
    titled = std::move(*heading);
    marked.erase(heading);
  }
  std::vector<Line> chosen = choose_lines(std::move(marked), lines, search);
  if (chosen.empty()) chosen = condition_lines(lines, first, search);
  const bool answers = !chosen.empty();
  if (!answers) chosen = first_lines(lines, first, kOpeningLines, has_letter);
  const std::uint32_t best = answers ? chosen.front().index : 0;
  const auto context = static_cast<std::uint32_t>(search.request.context_lines);
  for (const Line& line : with_context(lines, std::move(chosen), first, context)) {
    if (answers && line.index == best) hit.best_snippet = hit.snippets.size();
    hit.snippets.push_back(make_snippet(seen, lines, line, hit.section.first_line));
  }
  if (answers)
    hit.place = hit.snippets[hit.best_snippet].place;
  else if (titled)
    hit.place = make_snippet(seen, lines, *titled, hit.section.first_line).place;
}

}  // namespace notes
