// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/outline.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/label.h"
#include "common/text/note_name.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMinLines = 4;
constexpr std::size_t kMinLinkPercent = 60;
constexpr std::size_t kMaxLabelLetters = 40;      // on a line without a link
constexpr std::size_t kMaxLettersBesideLink = 8;  // "Chapter"

bool is_contents_title(std::string_view title) {
  constexpr std::string_view kTitles =
      "contents table-of-contents toc index outline inhalt inhaltsverzeichnis sommaire "
      "table-des-matières índice indice sumário inhoud inhoudsopgave содержание оглавление 目录 "
      "目次 목차";
  return title.size() < 64 && is_among(kTitles, fold_label(title));
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, is_letter_of_any_script));
}

// Makes an anchor and its heading comparable: "#why-not%3F" and "Why, not?" give "whynot".
std::string anchor_of(std::string_view text) {
  std::string anchor;
  for (const char c : fold_label(percent_decoded(text)))
    if (is_of_word(c)) anchor += c;
  return anchor;
}

// False for "|---|---|" and "<details>", which have no text for a reader.
bool says_something(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && line.find_first_not_of("|-: ") != kNone && line.front() != '<';
}

bool is_sentence(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && std::string_view(".!?").find(line.back()) != kNone &&
         line.find(' ') != kNone;
}

using Markers = std::pair<std::string_view, std::string_view>;  // of start and end
constexpr std::array<Markers, 3> kMarkers{{{"<!-- START doctoc", "<!-- END doctoc"},
                                           {"<!-- toc -->", "<!-- tocstop -->"},
                                           {"<!-- TOC", "<!-- /TOC -->"}}};

// The lines outside a block between a tool's markers.
LineRange lines_beside_block(const LineTable& table, LineRange lines) {
  const std::uint32_t begin = table.begin_of(lines.first);
  const std::string_view text = table.text().substr(begin, table.begin_of(lines.last + 1) - begin);
  const ByteRange kept = without_contents_block(text);
  if (kept.begin == kept.end) return {lines.first, lines.first - 1};
  return {table.line_at(begin + kept.begin), table.line_at(begin + kept.end - 1)};
}

bool says_something(const LineTable& table, LineRange lines) {
  for (std::uint32_t line = lines.first; line <= lines.last; ++line)
    if (says_something(table.text_of(line))) return true;
  return false;
}

struct LinkParts {
  std::string_view target;
  std::string_view shown;
};

LinkParts parts_of(std::string_view link) {
  if (link.starts_with("[[")) {
    std::string_view inner = link.substr(2, link.size() - 4);
    const std::string_view target = take_until(inner, '|');
    return {target, inner};
  }
  const std::size_t middle = link.find("](");
  return {link.substr(middle + 2, link.size() - middle - 3), link.substr(1, middle - 1)};
}

// The tables of contents in one note: they contain the words of every heading but answer nothing.
class ContentsLists {
 public:
  ContentsLists(const LineTable& lines, std::span<const Heading> headings,
                std::string_view rel_path)
      : lines_(lines), headings_(headings), file_name_(rel_path.substr(rel_path.rfind('/') + 1)) {
    const std::string_view text = lines.text();
    const std::string_view stem = std::string_view(file_name_).substr(0, file_name_.rfind('.'));
    may_exist_ = text.find("](#") != kNone || text.find("[[#") != kNone ||
                 text.find("](./#") != kNone || text.find(std::string(file_name_) + '#') != kNone ||
                 text.find("[[" + std::string(stem) + '#') != kNone;
  }

  // False if the note has no links within itself, and so no table of contents.
  bool may_exist() const { return may_exist_; }

  // True if there are at least 4 lines with text and 60 % of them are a single link within the note
  // (also as a row of a table), or if the title is like "Contents" and there is one such link. At
  // least half of the links must lead to headings, and no other line may be prose. `lines` are the
  // lines below the heading. False if there is text outside a block marked by a tool.
  bool is_list(LineRange lines, std::string_view title) {
    if (!may_exist_ || !is_mostly_links(lines, title)) return false;
    const LineRange rest = lines_beside_block(lines_, lines);
    return !says_something(lines_, rest) || is_mostly_links(rest, title);
  }

 private:
  bool is_mostly_links(LineRange lines, std::string_view title) {
    std::size_t said = 0;
    std::size_t links = 0;
    std::size_t leading = 0;
    for (std::uint32_t number = lines.first; number <= lines.last; ++number) {
      const std::string_view line = lines_.text_of(number);
      if (!says_something(line)) continue;
      const std::string_view link = in_page_link(line);
      const std::size_t beside = letters_in(line) - letters_in(link);
      const bool is_single_link = !link.empty() && beside <= kMaxLettersBesideLink;
      const bool leads = is_single_link ? leads_to_heading(link) : is_heading(line);
      const bool is_label = link.empty() && beside <= kMaxLabelLetters && !is_sentence(line);
      if (!is_single_link && !leads && !is_label) return false;
      ++said;
      if (is_single_link || leads) ++links;
      if (leads) ++leading;
    }
    if (2 * leading < links) return false;
    if (links > 0 && is_contents_title(title)) return true;
    return said >= kMinLines && links * 100 >= said * kMinLinkPercent;
  }

  // The anchor in a target within this note ("#a", "./#a", "note.md#a", "note#a"); otherwise empty.
  std::string_view in_page_target(std::string_view target) const {
    if (target.starts_with("./")) target.remove_prefix(2);
    const std::string_view file = file_name_;
    for (const std::string_view name : {file, file.substr(0, file.rfind('.'))})
      if (target.starts_with(name) && target.substr(name.size()).starts_with('#'))
        target.remove_prefix(name.size());
    return target.size() > 1 && target.front() == '#' ? target.substr(1) : std::string_view();
  }

  // The first link within this note, brackets included; empty if the line has none.
  std::string_view in_page_link(std::string_view line) const {
    for (std::size_t at = line.find_first_of("[]"); at != kNone;
         at = line.find_first_of("[]", at + 1)) {
      const bool is_wiki = line.substr(at).starts_with("[[");
      if (!is_wiki && !line.substr(at).starts_with("](")) continue;
      const std::string_view closing = is_wiki ? "]]" : ")";
      const std::size_t open = is_wiki ? at : std::min(line.find('['), at);
      const std::size_t close = line.find(closing, at + 2);
      if (close == kNone) continue;
      const std::string_view link = line.substr(open, close + closing.size() - open);
      if (!in_page_target(parts_of(link).target).empty()) return link;
    }
    return {};
  }

  // Also accepts a link whose target is defined elsewhere: "- [Low tide]".
  bool is_heading(std::string_view text) {
    if (anchors_.empty())
      for (const Heading& heading : headings_) anchors_.insert(anchor_of(heading.title));
    return anchors_.contains(anchor_of(text));
  }

  bool leads_to_heading(std::string_view link) {
    const auto [target, shown] = parts_of(link);
    return is_heading(in_page_target(target)) || is_heading(shown);
  }

  const LineTable& lines_;
  std::span<const Heading> headings_;
  std::string file_name_;
  bool may_exist_ = false;
  std::set<std::string> anchors_;  // of the headings; built on first use
};

int highest_level(std::span<const Heading> headings) {
  int level = 7;
  for (const Heading& heading : headings) level = std::min(level, heading.level);
  return level;
}

bool is_title_heading(std::span<const Heading> headings) {
  if (headings.empty()) return false;
  if (headings.size() == 1) return true;
  const int next = highest_level(headings.subspan(1));
  return headings[0].level == 1 ? next > 1 : next > headings[0].level + 1;
}

class OutlineBuilder {
 public:
  OutlineBuilder(const MarkdownTree& tree, const LineTable& lines, std::string_view rel_path)
      : headings_(tree.headings),
        runs_(tree.runs),
        lines_(lines),
        contents_(lines, headings_, rel_path) {
    outline_.may_have_contents = contents_.may_exist();
  }

  Outline build(std::uint32_t body_line) {
    const bool has_title =
        is_title_heading(headings_) && says_no_text(lines_, body_line, headings_[0].first_line);
    const std::size_t titles = has_title ? 1 : 0;
    thread_level_ = highest_level(headings_.subspan(titles));
    const std::uint32_t end_line = begin_of(titles);
    outline_.entries.push_back({has_title ? &headings_[0] : nullptr,
                                Level::note,
                                {},
                                end_line,
                                runs_between(1, end_line)});
    for (std::size_t i = titles; i < headings_.size(); ++i) add(headings_[i], begin_of(i + 1));
    return std::move(outline_);
  }

 private:
  // The line where heading `index` starts; the line after the last if there is no such heading.
  std::uint32_t begin_of(std::size_t index) const {
    return index < headings_.size() ? headings_[index].first_line : lines_.count() + 1;
  }

  std::span<const TextRun> runs_between(std::uint32_t first_line, std::uint32_t end_line) const {
    const auto begin = std::ranges::lower_bound(runs_, first_line, {}, &TextRun::first_line);
    return {begin,
            std::ranges::lower_bound(begin, runs_.end(), end_line, {}, &TextRun::first_line)};
  }

  void add(const Heading& heading, std::uint32_t end_line) {
    const LineRange below{heading.last_line + 1, end_line - 1};
    if (contents_.is_list(below, heading.title)) return;
    while (!open_.empty() && outline_.entries[open_.back()].heading->level >= heading.level)
      open_.pop_back();
    const std::size_t parent = open_.empty() ? 0 : open_.back();
    const Level level = heading.level == thread_level_ ? Level::thread : Level::question;
    open_.push_back(outline_.entries.size());
    outline_.entries.push_back(
        {&heading, level, parent, end_line, runs_between(heading.first_line, end_line)});
  }

  std::span<const Heading> headings_;
  std::span<const TextRun> runs_;
  const LineTable& lines_;
  ContentsLists contents_;
  int thread_level_ = 1;
  std::vector<std::size_t> open_;  // entries that a deeper heading would be below
  Outline outline_;
};

}  // namespace

std::optional<std::size_t> Outline::find_entry_at(std::uint32_t line) const {
  const auto first_line = [](const OutlineEntry& entry) { return entry.heading->first_line; };
  const auto behind =
      std::ranges::upper_bound(entries.begin() + 1, entries.end(), line, {}, first_line);
  const auto entry = std::prev(behind);
  if (line >= entry->end_line) return std::nullopt;
  return static_cast<std::size_t>(entry - entries.begin());
}

Outline build_outline(const MarkdownTree& tree, const LineTable& lines, std::uint32_t body_line,
                      std::string_view rel_path) {
  return OutlineBuilder(tree, lines, rel_path).build(body_line);
}

ByteRange without_contents_block(std::string_view own_text) {
  const auto size = static_cast<std::uint32_t>(own_text.size());
  for (const auto& [start_mark, end_mark] : kMarkers) {
    const std::size_t begin = own_text.find(start_mark);
    const std::size_t last = begin == kNone ? kNone : own_text.find(end_mark, begin);
    if (last == kNone) continue;
    const std::size_t end = std::min(own_text.find('\n', last), own_text.size() - 1) + 1;
    if (trimmed(own_text.substr(0, begin)).empty()) return {static_cast<std::uint32_t>(end), size};
    if (trimmed(own_text.substr(end)).empty()) return {0, static_cast<std::uint32_t>(begin)};
  }
  return {0, size};
}

}  // namespace notes
