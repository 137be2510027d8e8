// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/snippet.h"

#include <algorithm>
#include <set>

#include "common/text/ascii.h"
#include "common/text/visible_text.h"
#include "query/search/show/note_lines.h"
#include "query/search/show/word_marks.h"

namespace notes {
namespace {

// A word that a chosen line already shows adds this much of its weight in a further line.
constexpr double kRepeatedWord = .3;
// A word as typed is worth more than another form of it.
constexpr double kExactWord = 1.2;
constexpr double kWholePhrase = 1.5;
// A line with what a literal or an expression looks for comes before any other.
constexpr double kCheckedLine = 100;
// A further line must be worth this part of the best one.
constexpr double kWorthShowing = .15;
// First lines shown when only titles match.
constexpr std::size_t kOpeningLines = 2;

struct Line {
  ByteRange bytes;
  std::vector<WordMark> marks;
  ByteRange checked;  // what a literal or an expression matched; empty = nothing
};

std::vector<Line> mark_lines(std::string_view text, const std::vector<WordMark>& marks) {
  std::vector<Line> lines;
  for (const ByteRange& range : split_lines(text)) lines.push_back({range, {}, {}});
  std::size_t at = 0;
  for (const WordMark& mark : marks) {
    while (at + 1 < lines.size() && lines[at + 1].bytes.begin <= mark.begin_byte) ++at;
    lines[at].marks.push_back(mark);
  }
  return lines;
}

// Literals and expressions are no words: they mark their lines by themselves.
void mark_checked(std::string_view text, const TextCheck& check, std::vector<Line>& lines) {
  for (Line& line : lines) {
    const ByteRange found =
        check.find_in_line(text.substr(line.bytes.begin, line.bytes.end - line.bytes.begin));
    if (found.begin == found.end) continue;
    line.checked = {line.bytes.begin + found.begin, line.bytes.begin + found.end};
  }
}

double worth(const Line& line, const SnippetRequest& request,
             const std::set<std::uint32_t>& shown) {
  std::vector<double> best(request.words.size(), 0);
  for (const WordMark& mark : line.marks) {
    double weight = request.weights[mark.word] * (mark.exact ? kExactWord : 1);
    if (request.words[mark.word].stems.size() > 1) weight *= kWholePhrase;
    if (shown.contains(mark.word)) weight *= kRepeatedWord;
    best[mark.word] = std::max(best[mark.word], weight);
  }
  double sum = line.checked.begin == line.checked.end ? 0 : kCheckedLine;
  for (const double weight : best) sum += weight;
  return sum;
}

// The line that adds most to those chosen; lines.size() when none adds anything.
std::size_t best_further_line(const std::vector<Line>& lines, std::size_t first,
                              const std::vector<double>& worths) {
  std::size_t best = lines.size();
  double most = 0;
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (worths[i] <= most) continue;
    most = worths[i];
    best = i;
  }
  return best;
}

// Greedy: the best line, then whichever adds most, while it is worth it.
std::vector<std::size_t> choose_lines(const std::vector<Line>& lines, std::size_t first,
                                      const SnippetRequest& request) {
  std::vector<std::size_t> chosen;
  std::set<std::uint32_t> shown;
  std::vector<double> worths(lines.size(), 0);
  double least = 0;
  while (chosen.size() < request.max_lines) {
    for (std::size_t i = first; i < lines.size(); ++i) worths[i] = worth(lines[i], request, shown);
    for (const std::size_t line : chosen) worths[line] = 0;
    const std::size_t best = best_further_line(lines, first, worths);
    if (best == lines.size() || worths[best] < least) break;
    if (chosen.empty()) least = worths[best] * kWorthShowing;
    for (const WordMark& mark : lines[best].marks) shown.insert(mark.word);
    chosen.push_back(best);
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
  if (field(condition.field).kind == FieldKind::host ||
      field(condition.field).kind == FieldKind::address)
    return line.find(condition.text) != std::string_view::npos;
  if (field(condition.field).kind != FieldKind::choice) return false;
  for (const ConditionMarker& marker : condition_markers())
    if (marker.value == condition.text)
      return std::ranges::any_of(marker.marks, [&](std::string_view mark) {
        return line.find(mark) != std::string_view::npos;
      });
  return false;
}

std::vector<std::size_t> condition_lines(std::string_view text, const std::vector<Line>& lines,
                                         std::size_t first, const SnippetRequest& request) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = first; i < lines.size() && chosen.size() < request.max_lines; ++i) {
    const std::string_view line =
        text.substr(lines[i].bytes.begin, lines[i].bytes.end - lines[i].bytes.begin);
    if (std::ranges::any_of(request.conditions, [&](const Condition& condition) {
          return shows_condition(line, condition);
        }))
      chosen.push_back(i);
  }
  return chosen;
}

bool has_letter(std::string_view line) {
  return std::ranges::any_of(
      line, [](char c) { return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

// The first lines that say something: neither blank nor only a date.
std::vector<std::size_t> opening_lines(std::string_view text, const std::vector<Line>& lines,
                                       std::size_t first) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = first; i < lines.size() && chosen.size() < kOpeningLines; ++i)
    if (has_letter(text.substr(lines[i].bytes.begin, lines[i].bytes.end - lines[i].bytes.begin)))
      chosen.push_back(i);
  return chosen;
}

std::vector<ByteRange> ranges_of(const std::vector<WordMark>& marks) {
  std::vector<ByteRange> ranges;
  for (const WordMark& mark : marks) ranges.push_back({mark.begin_byte, mark.end_byte});
  return ranges;
}

std::vector<ByteRange> ranges_of(const Line& line) {
  std::vector<ByteRange> ranges = ranges_of(line.marks);
  if (line.checked.begin < line.checked.end) ranges.push_back(line.checked);
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  return ranges;
}

// Lines up to and with the heading: it is shown as the title already.
std::size_t heading_lines(const Hit& hit, std::string_view text) {
  const std::uint32_t above = hit.section.heading_line() - hit.section.first_line;
  const bool no_heading = hit.section.level == Level::note && above == 0 && !text.starts_with('#');
  return no_heading ? 0 : above + 1;
}

void add_context(std::vector<std::size_t>& chosen, std::size_t first, std::size_t count,
                 int context_lines) {
  std::set<std::size_t> with_context;
  for (const std::size_t line : chosen)
    for (int step = -context_lines; step <= context_lines; ++step) {
      const auto neighbour = static_cast<std::ptrdiff_t>(line) + step;
      if (neighbour >= static_cast<std::ptrdiff_t>(first) &&
          neighbour < static_cast<std::ptrdiff_t>(count))
        with_context.insert(static_cast<std::size_t>(neighbour));
    }
  chosen.assign(with_context.begin(), with_context.end());
}

void fill_title(Hit& hit, const SnippetRequest& request, Analyzer& analyzer) {
  const std::string& title = hit.section.title();
  const Snippet marked =
      make_snippet(title, {0, static_cast<std::uint32_t>(title.size())}, 1,
                   ranges_of(find_words(analyzer.analyze(title), request.words)));
  // A title cut or cleaned for show has other offsets: then it is left unmarked.
  if (marked.text == title) hit.title_highlights = marked.highlights;
}

void take_place(Hit& hit, const Snippet& snippet) {
  hit.match_line = snippet.line;
  hit.column = snippet.column;
  hit.column_utf16 = snippet.column_utf16;
}

}  // namespace

void fill_snippets(Hit& hit, const std::string& bytes, const SnippetRequest& request,
                   Analyzer& analyzer) {
  fill_title(hit, request, analyzer);
  hit.match_line = hit.section.heading_line();
  const std::string_view text = bytes;
  const auto marks = find_words(analyzer.analyze(text, visible_ranges(text)), request.words);
  std::vector<Line> lines = mark_lines(text, marks);
  if (request.check != nullptr) mark_checked(text, *request.check, lines);
  const std::size_t first = std::min(heading_lines(hit, text), lines.size());
  std::vector<std::size_t> chosen = choose_lines(lines, first, request);
  if (chosen.empty()) chosen = condition_lines(text, lines, first, request);
  const bool answers = !chosen.empty();
  if (!answers) chosen = opening_lines(text, lines, first);
  const std::size_t best = chosen.empty() ? 0 : chosen.front();
  add_context(chosen, first, lines.size(), request.context_lines);
  for (const std::size_t index : chosen) {
    if (index == best) hit.best_snippet = hit.snippets.size();
    hit.snippets.push_back(make_snippet(text, lines[index].bytes,
                                        hit.section.first_line + static_cast<std::uint32_t>(index),
                                        ranges_of(lines[index])));
  }
  if (answers)
    take_place(hit, hit.snippets[hit.best_snippet]);
  else if (!lines.empty() && first > 0)
    take_place(hit, make_snippet(text, lines[first - 1].bytes, hit.section.heading_line(),
                                 ranges_of(lines[first - 1])));
}

}  // namespace notes
