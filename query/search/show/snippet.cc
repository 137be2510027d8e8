// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/snippet.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>

#include "common/text/ascii.h"
#include "query/search/show/note_lines.h"
#include "query/search/show/seen_text.h"
#include "query/search/show/word_marks.h"

namespace notes {
namespace {

// A word that a chosen line already shows adds this much of its weight in a further line.
constexpr double kRepeatedWord = .3;
// A word as typed is worth more than another form of it.
constexpr double kExactWord = 1.2;
constexpr double kWholePhrase = 1.5;
// A line with what signs or an expression look for comes before any other.
constexpr double kCheckedLine = 100;
// A further line must be worth this part of the best one.
constexpr double kWorthShowing = .15;
// First lines shown when only titles match.
constexpr std::size_t kOpeningLines = 2;

// Marks beyond these are of no use to anybody.
constexpr std::size_t kMostMarks = 20'000;

struct Mark {
  SeenMark place;
  std::uint32_t word = 0;  // that of the words when signs or an expression matched
  bool exact = false;
};

struct Line {
  TextLine place;
  std::vector<Mark> marks;
  bool is_context = false;
};

std::vector<Mark> find_marks(const SeenText& seen, const SnippetRequest& request,
                             Analyzer& analyzer) {
  std::vector<Mark> marks;
  seen.visit_words(request.words, analyzer, [&](const std::vector<WordMark>& found) {
    for (const WordMark& mark : found)
      marks.push_back({seen.mark_of({mark.begin_byte, mark.end_byte}), mark.word, mark.exact});
    return marks.size() < kMostMarks;
  });
  const auto none = static_cast<std::uint32_t>(request.words.size());
  if (request.check != nullptr)
    for (const SeenMark& checked : request.check->marks(seen))
      marks.push_back({checked, none, true});
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.place.source.begin; });
  return marks;
}

// Lines that hold a mark. One that runs over several lines belongs to each of them.
std::vector<Line> marked_lines(std::string_view source, std::span<const Mark> marks) {
  std::map<std::uint32_t, Line> lines;
  auto line = first_line(source);
  for (const Mark& mark : marks) {
    while (line && line->bytes.end < mark.place.source.begin) line = line_behind(source, *line);
    for (auto at = line; at && at->bytes.begin < mark.place.source.end;
         at = line_behind(source, *at)) {
      lines[at->index].place = *at;
      lines[at->index].marks.push_back(mark);
    }
  }
  std::vector<Line> all;
  for (auto& [index, marked] : lines) all.push_back(std::move(marked));
  return all;
}

double worth(const Line& line, const SnippetRequest& request,
             const std::set<std::uint32_t>& shown) {
  std::vector<double> best(request.words.size() + 1, 0);
  for (const Mark& mark : line.marks) {
    const std::uint32_t word = mark.word;
    double weight = kCheckedLine;
    if (word < request.words.size()) {
      weight = request.weights[word] * (mark.exact ? kExactWord : 1);
      if (request.words[word].stems.size() > 1) weight *= kWholePhrase;
    }
    if (shown.contains(word)) weight *= kRepeatedWord;
    best[word] = std::max(best[word], weight);
  }
  return std::accumulate(best.begin(), best.end(), 0.0);
}

bool runs_on(const Line& line) {
  return std::ranges::any_of(
      line.marks, [&](const Mark& mark) { return mark.place.source.end > line.place.bytes.end; });
}

// Greedy: the best line, with those that its phrase runs on to, then whichever adds most, while it
// is worth it.
std::vector<Line> choose_lines(std::vector<Line> lines, const SnippetRequest& request) {
  std::vector<Line> chosen;
  std::set<std::uint32_t> shown;
  double least = 0;
  while (chosen.size() < request.max_lines && !lines.empty()) {
    std::vector<double> worths;
    for (const Line& line : lines) worths.push_back(worth(line, request, shown));
    const auto best = std::ranges::max_element(worths) - worths.begin();
    if (worths[static_cast<std::size_t>(best)] < least) break;
    if (chosen.empty()) least = worths[static_cast<std::size_t>(best)] * kWorthShowing;
    auto end = lines.begin() + best;
    while (end != lines.end() && runs_on(*end)) ++end;
    if (end != lines.end()) ++end;
    for (auto line = lines.begin() + best; line != end; ++line) {
      for (const Mark& mark : line->marks) shown.insert(mark.word);
      chosen.push_back(std::move(*line));
    }
    lines.erase(lines.begin() + best, end);
  }
  return chosen;
}

struct ConditionMarker {
  std::string_view value;
  std::vector<std::string_view> marks;  // any of these in a line
};

// How a line shows that it holds what `has:` asks for.
const std::vector<ConditionMarker>& condition_markers() {
  static const std::vector<ConditionMarker> kMarkers{
      {"image", {"![", "<img"}},       {"link", {"](", "://", "[["}},
      {"code", {"```", "~~~"}},        {"table", {"|-", "| -", "|:"}},
      {"task", {"[ ]", "[x]", "[X]"}}, {"math", {"$", "\\(", "\\["}}};
  return kMarkers;
}

bool shows_condition(std::string_view line, const Condition& condition) {
  const FieldKind kind = field(condition.field).kind;
  if (kind == FieldKind::host || kind == FieldKind::address || kind == FieldKind::note)
    return line.find(condition.text) != std::string_view::npos;
  if (kind != FieldKind::choice) return false;
  for (const ConditionMarker& marker : condition_markers())
    if (marker.value == condition.text)
      return std::ranges::any_of(marker.marks, [&](std::string_view mark) {
        return line.find(mark) != std::string_view::npos;
      });
  return false;
}

// Also of code in a quote or a list.
bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>-*+.)0123456789"), line.size()));
  return line.starts_with("~~~") ||
         (line.starts_with("```") &&
          line.find('`', line.find_first_not_of('`')) == std::string_view::npos);
}

bool has_letter(std::string_view line) {
  return std::ranges::any_of(
      line, [](char c) { return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

// The first lines from `first` on that `is_wanted` takes, and no fence.
template <class IsWanted>
std::vector<Line> first_lines(std::string_view source, std::size_t first, std::size_t count,
                              IsWanted is_wanted) {
  std::vector<Line> lines;
  for (auto line = first_line(source); line && lines.size() < count;
       line = line_behind(source, *line))
    if (line->index >= first && !is_fence(line->in(source)) && is_wanted(line->in(source)))
      lines.push_back({*line, {}, false});
  return lines;
}

std::vector<Line> condition_lines(std::string_view source, std::size_t first,
                                  const SnippetRequest& request) {
  if (request.conditions.empty()) return {};
  return first_lines(source, first, request.max_lines, [&](std::string_view line) {
    return std::ranges::any_of(request.conditions, [&](const Condition& condition) {
      return shows_condition(line, condition);
    });
  });
}

// "# Title", but not "#tag".
bool is_atx_heading(std::string_view text) {
  constexpr std::size_t kDeepest = 6;
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  return marks > 0 && marks <= kDeepest &&
         (marks == text.size() || ascii::is_blank(text[marks]) || text[marks] == '\n');
}

std::string_view source_from_line(std::string_view source, std::uint32_t number) {
  for (auto line = first_line(source); line; line = line_behind(source, *line))
    if (line->index == number) return source.substr(line->bytes.begin);
  return {};
}

// Where the text below the heading begins, which is shown as the title already.
std::size_t first_body_line(const Hit& hit, const SeenText& seen) {
  const std::uint32_t above = hit.section.heading_line() - hit.section.first_line;
  const std::string_view first = seen.text().substr(0, seen.text().find('\n'));
  // Above the heading, or the first line, stands front matter.
  const bool has_heading = hit.section.level != Level::note ||
                           is_atx_heading(source_from_line(seen.source(), above)) ||
                           (above == 0 && first == hit.section.title());
  return has_heading ? above + 1 : above;
}

// The lines with so many before and behind each, in order, from `first` on.
std::vector<Line> with_context(std::string_view source, const std::vector<Line>& chosen,
                               std::size_t first, int context_lines) {
  std::map<std::uint32_t, Line> lines;
  for (const Line& line : chosen) {
    const auto add_neighbours = [&](auto step) {
      auto place = step(source, line.place);
      for (int i = 0; i < context_lines && place; ++i, place = step(source, *place))
        if (place->index >= first && !is_fence(place->in(source)))
          lines.try_emplace(place->index, Line{*place, {}, true});
    };
    add_neighbours(line_before);
    add_neighbours(line_behind);
    lines.insert_or_assign(line.place.index, line);
  }
  std::vector<Line> all;
  for (auto& [index, line] : lines) all.push_back(std::move(line));
  return all;
}

Snippet make_snippet(const SeenText& seen, const Line& line, std::uint32_t first_line) {
  std::vector<SeenMark> marks;
  for (const Mark& mark : line.marks) marks.push_back(mark.place);
  const SeenLine read = seen.line_at(line.place.bytes, marks);
  const std::string_view text = line.place.in(seen.source());
  const std::uint32_t column = read.marks.empty() ? 0 : read.marks.front().begin;
  MarkedText raw = cut_line(text, read.marks);
  Snippet snippet;
  snippet.line = first_line + line.place.index;
  snippet.column = column + 1;
  snippet.column_utf16 = utf16_size(text.substr(0, column)) + 1;
  snippet.plain = read.plain.text.empty() ? raw : cut_line(read.plain.text, read.plain.highlights);
  snippet.text = std::move(raw.text);
  snippet.highlights = std::move(raw.highlights);
  snippet.is_context = line.is_context;
  return snippet;
}

void mark_title(Hit& hit, const SnippetRequest& request, Analyzer& analyzer) {
  const std::string& title = hit.section.title();
  std::vector<ByteRange> marks;
  for (const WordMark& mark : find_words(title, analyzer.analyze(title), request.words))
    marks.push_back({mark.begin_byte, mark.end_byte});
  hit.title_highlights = merged(marks);
}

void take_place(Hit& hit, const Snippet& snippet) {
  hit.match_line = snippet.line;
  hit.column = snippet.column;
  hit.column_utf16 = snippet.column_utf16;
}

}  // namespace

void fill_snippets(Hit& hit, const NoteText& text, const SnippetRequest& request,
                   Analyzer& analyzer) {
  mark_title(hit, request, analyzer);
  hit.match_line = hit.section.heading_line();
  const std::string_view source = text.bytes;
  const SeenText seen(source, text.blocks);
  std::vector<Line> lines = marked_lines(source, find_marks(seen, request, analyzer));
  std::erase_if(lines, [&](const Line& line) { return is_fence(line.place.in(source)); });
  const std::size_t first = first_body_line(hit, seen);
  const auto heading =
      std::ranges::find(lines, first, [](const Line& line) { return line.place.index + 1; });
  std::optional<Line> titled;
  if (heading != lines.end()) {
    titled = std::move(*heading);
    lines.erase(heading);
  }
  std::vector<Line> chosen = choose_lines(std::move(lines), request);
  if (chosen.empty()) chosen = condition_lines(source, first, request);
  const bool answers = !chosen.empty();
  if (!answers) chosen = first_lines(source, first, kOpeningLines, has_letter);
  const std::uint32_t best = answers ? chosen.front().place.index : 0;
  for (const Line& line : with_context(source, chosen, first, request.context_lines)) {
    if (answers && line.place.index == best) hit.best_snippet = hit.snippets.size();
    hit.snippets.push_back(make_snippet(seen, line, hit.section.first_line));
  }
  if (answers)
    take_place(hit, hit.snippets[hit.best_snippet]);
  else if (titled)
    take_place(hit, make_snippet(seen, *titled, hit.section.first_line));
}

}  // namespace notes
