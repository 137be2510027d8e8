// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the lines of a section that match the query best, and marks the words in them.
#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <span>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "query/search/show/note_text.h"
#include "query/search/show/page.h"

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

// A line of the section, but not a fence.
struct Line {
  std::uint32_t index = 0;  // among the section's lines, from 0
  ByteRange bytes;          // of the section's text
  std::string_view text;
  std::vector<WordMark> marks = {};
};

using Lines = std::vector<const Line*>;

// Also accepts code in a quote or a list.
bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>-*+.)0123456789"), line.size()));
  return line.starts_with("~~~") ||
         (line.starts_with("```") &&
          line.find('`', line.find_first_not_of('`')) == std::string_view::npos);
}

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

// A mark over several lines belongs to each of them.
std::vector<Line> marked_lines(std::string_view text, std::span<const WordMark> marks) {
  std::vector<Line> lines;
  std::uint32_t index = 0;
  for (const ByteRange& bytes : lines_of(text)) {
    const std::string_view line = bytes.in(text);
    if (!is_fence(line)) lines.push_back({index, bytes, line});
    ++index;
  }
  auto line = lines.begin();
  for (const WordMark& mark : marks) {
    while (line != lines.end() && line->bytes.end < mark.source.begin) ++line;
    for (auto at = line; at != lines.end() && at->bytes.begin < mark.source.end; ++at)
      at->marks.push_back(mark);
  }
  return lines;
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

bool runs_on(const Line& line) {
  return std::ranges::any_of(
      line.marks, [&](const WordMark& mark) { return mark.source.end > line.bytes.end; });
}

// Greedy: takes the best line and those that its phrase continues on, then whichever line adds
// most, while it is worth it.
Lines choose_lines(Lines lines, const PlannedSearch& search) {
  Lines chosen;
  std::set<std::uint32_t> shown;
  double least = 0;
  while (chosen.size() < kMaxLines && !lines.empty()) {
    std::vector<double> worths;
    for (const Line* line : lines) worths.push_back(worth(*line, search, shown));
    const auto most = std::ranges::max_element(worths);
    if (*most < least) break;
    if (chosen.empty()) least = *most * kWorthShowing;
    const auto best = lines.begin() + (most - worths.begin());
    auto end = std::find_if_not(best, lines.end(), [](const Line* line) { return runs_on(*line); });
    if (end != lines.end()) ++end;
    for (auto line = best; line != end; ++line)
      for (const WordMark& mark : (*line)->marks) shown.insert(mark.word);
    chosen.insert(chosen.end(), best, end);
    lines.erase(best, end);
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

// The first lines from `first` on that `is_wanted` accepts.
template <class IsWanted>
Lines first_lines(const std::vector<Line>& lines, std::uint32_t first, std::size_t count,
                  IsWanted is_wanted) {
  Lines wanted;
  for (const Line& line : lines)
    if (wanted.size() < count && line.index >= first && is_wanted(line.text))
      wanted.push_back(&line);
  return wanted;
}

Lines condition_lines(const std::vector<Line>& lines, std::uint32_t first,
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
std::uint32_t first_body_line(const Hit& hit, const SeenText& seen,
                              const std::vector<Line>& lines) {
  const std::uint32_t above = hit.section.heading_line() - hit.section.first_line;
  const auto line = std::ranges::find(lines, above, &Line::index);
  const std::string_view first = seen.text().substr(0, seen.text().find('\n'));
  const bool has_heading = hit.section.level != Level::note ||
                           (line != lines.end() && is_atx_heading(line->text)) ||
                           (above == 0 && first == hit.section.title());
  return has_heading ? above + 1 : above;
}

// The indexes of lines to show, and whether each is context: around the chosen ones, starting with
// `first`.
std::map<std::uint32_t, bool> with_context(const Lines& chosen, std::uint32_t first,
                                           std::uint32_t context) {
  std::map<std::uint32_t, bool> is_context;
  for (const Line* line : chosen) {
    const std::uint32_t begin = std::max(first, line->index - std::min(line->index, context));
    for (std::uint32_t i = begin; i <= line->index + context; ++i) is_context.try_emplace(i, true);
    is_context[line->index] = false;
  }
  return is_context;
}

// Cuts a long line around its first mark. `marks` are sorted ranges of the line.
MarkedText cut_line(std::string_view line, std::span<const ByteRange> marks) {
  constexpr std::size_t kMaxShownBytes = 400;
  constexpr std::size_t kBytesBeforeMark = 120;
  constexpr std::string_view kCut = "…";
  if (line.size() <= kMaxShownBytes) return slice(line, marks, byte_range(0, line.size()), "", "");
  const std::size_t mark = marks.empty() ? 0 : marks.front().begin;
  const std::size_t begin =
      std::min(mark - std::min(mark, kBytesBeforeMark), line.size() - kMaxShownBytes);
  const std::size_t end = begin + kMaxShownBytes;
  const ByteRange shown =
      byte_range(begin_of_character(line, begin),
                 end < line.size() ? begin_of_character(line, end) : line.size());
  return slice(line, marks, shown, shown.begin > 0 ? kCut : "",
               shown.end < line.size() ? kCut : "");
}

Snippet make_snippet(const SeenText& seen, const Line& line, bool is_context,
                     std::uint32_t first_line) {
  const std::span<const WordMark> marks(line.marks);
  const SeenLine read = seen.line_at(line.bytes, marks.first(is_context ? 0 : marks.size()));
  const std::uint32_t column = read.marks.empty() ? 0 : read.marks.front().begin;
  Snippet snippet;
  snippet.place = {first_line + line.index, column + 1,
                   utf16_size(line.text.substr(0, column)) + 1};
  snippet.raw = cut_line(line.text, read.marks);
  snippet.plain =
      read.plain.text.empty() ? snippet.raw : cut_line(read.plain.text, read.plain.highlights);
  snippet.is_context = is_context;
  return snippet;
}

void mark_title(Hit& hit, const PlannedSearch& search) {
  const std::string& title = hit.section.title();
  std::vector<ByteRange> marks;
  for (const WordMark& mark : find_words(title, search.plan.words, search.in.analyzer))
    marks.push_back(mark.text);
  hit.title_highlights = merged(std::move(marks));
}

}  // namespace

void fill_snippets(Hit& hit, const NoteText& text, const PlannedSearch& search) {
  mark_title(hit, search);
  hit.place = {hit.section.heading_line()};
  const SeenText seen(text.bytes, text.blocks);
  const std::vector<Line> lines = marked_lines(text.bytes, find_marks(seen, search));
  const std::uint32_t first = first_body_line(hit, seen, lines);
  Lines marked;
  const Line* titled = nullptr;
  for (const Line& line : lines)
    if (line.index + 1 == first)
      titled = &line;
    else if (!line.marks.empty())
      marked.push_back(&line);
  Lines chosen = choose_lines(std::move(marked), search);
  if (chosen.empty()) chosen = condition_lines(lines, first, search);
  const bool answers = !chosen.empty();
  if (!answers) chosen = first_lines(lines, first, kOpeningLines, has_letter);
  const auto shown =
      with_context(chosen, first, static_cast<std::uint32_t>(search.request.context_lines));
  for (const Line& line : lines) {
    const auto row = shown.find(line.index);
    if (row == shown.end()) continue;
    if (answers && &line == chosen.front()) hit.best_snippet = hit.snippets.size();
    hit.snippets.push_back(make_snippet(seen, line, row->second, hit.section.first_line));
  }
  if (answers)
    hit.place = hit.snippets[hit.best_snippet].place;
  else if (titled != nullptr && !titled->marks.empty())
    hit.place = make_snippet(seen, *titled, false, hit.section.first_line).place;
}

}  // namespace notes
