// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/outline.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/label.h"
#include "common/text/web_address.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/dates.h"
#include "indexer/extract/front_matter.h"

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
  std::string anchor = fold_label(percent_decoded(text));
  std::erase_if(anchor, [](char c) { return !is_of_word(c); });
  return anchor;
}

// False for "|---|---|" and "<details>", which have no text for a reader.
bool says_something(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && line.find_first_not_of("|-: ") != kNone && line.front() != '<';
}

// The lines outside a block between a tool's markers.
LineRange lines_beside_block(const LineTable& table, LineRange lines) {
  const std::uint32_t begin = table.begin_of(lines.first);
  const std::string_view text = table.text_of({begin, table.begin_of(lines.last + 1)});
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

// What links within one note lead to.
struct InPage {
  const LineTable& lines;
  std::string file_name;
  std::set<std::string> anchors;  // of the headings
};

bool has_links_within(std::string_view text, const std::string& file_name) {
  const std::string stem = file_name.substr(0, file_name.rfind('.'));
  return std::ranges::any_of(
      std::initializer_list<std::string>{"](#", "[[#", "](./#", file_name + '#', "[[" + stem + '#'},
      [&](const std::string& link) { return text.find(link) != kNone; });
}

// The anchor in a target within this note ("#a", "./#a", "note.md#a", "note#a"); otherwise empty.
std::string_view in_page_target(std::string_view target, std::string_view file) {
  if (target.starts_with("./")) target.remove_prefix(2);
  for (const std::string_view name : {file, file.substr(0, file.rfind('.'))})
    if (target.starts_with(name) && target.substr(name.size()).starts_with('#'))
      target.remove_prefix(name.size());
  return target.size() > 1 && target.front() == '#' ? target.substr(1) : std::string_view();
}

// The first link within this note, brackets included; empty if the line has none.
std::string_view in_page_link(std::string_view line, std::string_view file) {
  for (std::size_t at = line.find_first_of("[]"); at != kNone;
       at = line.find_first_of("[]", at + 1)) {
    const bool is_wiki = line.substr(at).starts_with("[[");
    if (!is_wiki && !line.substr(at).starts_with("](")) continue;
    const std::string_view closing = is_wiki ? "]]" : ")";
    const std::size_t open = is_wiki ? at : std::min(line.find('['), at);
    const std::size_t close = line.find(closing, at + 2);
    if (close == kNone) continue;
    const std::string_view link = line.substr(open, close + closing.size() - open);
    if (!in_page_target(parts_of(link).target, file).empty()) return link;
  }
  return {};
}

bool leads_to_heading(const InPage& note, std::string_view link) {
  const auto [target, shown] = parts_of(link);
  return note.anchors.contains(anchor_of(in_page_target(target, note.file_name))) ||
         note.anchors.contains(anchor_of(shown));
}

bool is_mostly_links(const InPage& note, LineRange lines, std::string_view title) {
  std::size_t said = 0;
  std::size_t links = 0;
  std::size_t leading = 0;
  for (std::uint32_t number = lines.first; number <= lines.last; ++number) {
    const std::string_view line = trimmed(note.lines.text_of(number));
    if (!says_something(line)) continue;
    const std::string_view link = in_page_link(line, note.file_name);
    const std::size_t beside = letters_in(line) - letters_in(link);
    const bool is_single_link = !link.empty() && beside <= kMaxLettersBesideLink;
    // A link whose target is defined elsewhere counts too: "- [Low tide]".
    const bool leads =
        is_single_link ? leads_to_heading(note, link) : note.anchors.contains(anchor_of(line));
    const bool is_sentence =
        std::string_view(".!?").find(line.back()) != kNone && line.find(' ') != kNone;
    const bool is_label = link.empty() && beside <= kMaxLabelLetters && !is_sentence;
    if (!is_single_link && !leads && !is_label) return false;
    ++said;
    if (is_single_link || leads) ++links;
    if (leads) ++leading;
  }
  if (2 * leading < links) return false;
  if (links > 0 && is_contents_title(title)) return true;
  return said >= kMinLines && links * 100 >= said * kMinLinkPercent;
}

// A table of contents has the words of every heading but answers nothing. True if there are at
// least 4 lines with text and 60 % of them are a single link within the note (also as a row of a
// table), or if the title is like "Contents" and there is one such link. At least half of the links
// must lead to headings, and no other line may be prose. `lines` are the lines below the heading.
// False if there is text outside a block marked by a tool.
bool is_contents_list(const InPage& note, LineRange lines, std::string_view title) {
  if (!is_mostly_links(note, lines, title)) return false;
  const LineRange rest = lines_beside_block(note.lines, lines);
  return !says_something(note.lines, rest) || is_mostly_links(note, rest, title);
}

constexpr int kMaxWordsBesideLinks = 3;  // "Back to the [start](README.md)"

// The position after the bracket that closes the first one; 0 if none does.
std::size_t end_of_brackets(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '[') ++depth;
    if (text[at] == ']' && --depth == 0) return at + 1;
  }
  return 0;
}

// Removes a link, an image, a footnote or a bare address from the front; false if there is none.
bool take_link(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find_first_of(" \t"));
  std::size_t end = is_web_address(word) ? word.size() : 0;
  if (text.starts_with('[') || text.starts_with("![")) {
    end = end_of_brackets(text);
    const std::string_view target = text.substr(end);
    if (end > 0 && target.starts_with('(')) end += target.find(')') + 1;
    if (end > 0 && target.starts_with('[')) end += target.find(']') + 1;
  }
  text.remove_prefix(end);
  return end > 0;
}

// A line of links or tags with at most a few other words.
bool is_navigation(std::string_view line) {
  int links = 0;
  int words = 0;
  const bool is_sentence = line.ends_with('.');
  while (line = trimmed(line), !line.empty()) {
    if (take_link(line)) {
      ++links;
      continue;
    }
    const std::size_t end = std::min(line.find_first_of(" \t[", 1), line.size());
    const std::string_view word = line.substr(0, end);
    if (word.size() > 1 && word[0] == '#' && word[1] != '#')
      ++links;
    else if (std::ranges::any_of(word, is_of_word))
      ++words;
    line.remove_prefix(end);
  }
  return links > 0 && words <= kMaxWordsBesideLinks && !(is_sentence && words > 0);
}

// `key:: value`, `key: value` or `**Key:** value`, also as a list item.
bool is_property_line(std::string_view line) {
  constexpr std::ptrdiff_t kMaxKeyBlanks = 2;
  constexpr std::size_t kMaxValueBytes = 200;  // for `key: value`; anything longer is a paragraph
  std::string text(trimmed(line));
  if (text.starts_with("- ") || text.starts_with("* ")) text.erase(0, 2);
  std::erase(text, '*');
  if (const auto pair = split_pair(text, "::"))
    if (pair->key.find(' ') == pair->key.npos) return true;
  const auto pair = split_pair(text, ":");
  return pair && !pair->value.empty() && pair->value.size() <= kMaxValueBytes &&
         std::ranges::count(pair->key, ' ') <= kMaxKeyBlanks;
}

// What closes the comment, HTML or callout that a line opens: empty if the line does so itself.
// Nothing if it opens none.
std::optional<std::string_view> opened_by(std::string_view text) {
  const auto unless_in = [](std::string_view line, std::string_view closing) {
    return line.find(closing) == line.npos ? closing : std::string_view();
  };
  if (text.starts_with("<!--")) return unless_in(text, "-->");
  if (text.starts_with("{/*")) return unless_in(text, "*/}");
  if (text.starts_with("%%")) return unless_in(text.substr(2), "%%");
  if (text.starts_with('<') && !is_web_address(text.substr(1))) return "\n";  // a blank line
  if (text.starts_with(":::")) return unless_in(text.substr(3), ":::");
  return std::nullopt;
}

// Quotes, rules, shortcodes, imports and `[toc]`.
bool is_only_markup(std::string_view text) {
  const bool is_rule = text.find_first_not_of("-*_=+ .") == text.npos;
  const bool is_module = (text.starts_with("import ") || text.starts_with("export ")) &&
                         text.find_first_of("'\"={") != text.npos;
  const bool is_reference = text.starts_with('[') && text.find("]:") != text.npos;
  return is_rule || is_module || is_reference || text.starts_with('>') ||
         is_among("{{ {% {:", text.substr(0, 2));
}

// Whether the lines from `first` up to `end` have no text, but only properties, dates, tags, links,
// images and badges, quotes and callouts, HTML and comments, rules, and input for programs. Such
// lines may precede the title of a note.
bool says_no_text(const LineTable& lines, std::uint32_t first, std::uint32_t end) {
  constexpr std::string_view kListKeys =
      "tags: keywords: aliases: links: categories: topics: related:";
  std::string_view closing;  // of what is open
  bool opens_list = false;   // items and indented lines below belong to the line above
  for (std::uint32_t number = first; number < end; ++number) {
    const std::string_view line = lines.text_of(number);
    const std::string_view text = trimmed(line);
    const bool is_item = !text.empty() && (is_blank(line.front()) || text.starts_with("- "));
    if (!closing.empty()) {
      const bool closes = closing == "\n" ? text.empty() : text.find(closing) != text.npos;
      if (closes) closing = {};
    } else if (const auto opened = opened_by(text)) {
      closing = *opened;
    } else if (!text.empty() && !(opens_list && is_item)) {
      opens_list =
          text.starts_with("!!!") || text.starts_with("???") || is_among(kListKeys, to_lower(text));
      if (!opens_list && !is_only_markup(text) && !is_property_line(text) && !date_of_line(text) &&
          !is_navigation(text))
        return false;
    }
  }
  return true;
}

int highest_level(std::span<const Heading> headings) {  // 9, far below any, if there are none
  return headings.empty() ? 9 : std::ranges::min_element(headings, {}, &Heading::level)->level;
}

bool is_title_heading(std::span<const Heading> headings) {
  if (headings.empty()) return false;
  const int next = highest_level(headings.subspan(1));
  return headings[0].level == 1 ? next > 1 : next > headings[0].level + 1;
}

}  // namespace

Outline build_outline(const MarkdownTree& tree, const LineTable& lines, std::uint32_t body_line,
                      std::string_view rel_path) {
  const std::span<const Heading> headings = tree.headings;
  const bool has_title =
      is_title_heading(headings) && says_no_text(lines, body_line, headings[0].first_line);
  const std::size_t titles = has_title ? 1 : 0;
  const int thread_level = highest_level(headings.subspan(titles));
  const auto end_above = [&](std::size_t heading) {
    return heading < headings.size() ? headings[heading].first_line : lines.count() + 1;
  };
  const auto run_from = [&](std::uint32_t line) {
    return std::ranges::lower_bound(tree.runs, line, {}, &TextRun::first_line);
  };
  InPage note{lines, std::string(rel_path.substr(rel_path.rfind('/') + 1)), {}};
  Outline outline;
  outline.may_have_contents = has_links_within(lines.text(), note.file_name);
  if (outline.may_have_contents)
    for (const Heading& heading : headings) note.anchors.insert(anchor_of(heading.title));
  std::vector<OutlineEntry>& entries = outline.entries;
  const std::uint32_t note_end = end_above(titles);
  entries.push_back({has_title ? &headings[0] : nullptr,
                     Level::note,
                     {},
                     note_end,
                     {tree.runs.begin(), run_from(note_end)}});
  for (std::size_t i = titles; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    const std::uint32_t end = end_above(i + 1);
    const LineRange below{heading.last_line + 1, end - 1};
    if (outline.may_have_contents && is_contents_list(note, below, heading.title)) continue;
    std::size_t parent = entries.size() - 1;
    while (parent > 0 && entries[parent].heading->level >= heading.level)
      parent = *entries[parent].parent;
    const Level level = heading.level == thread_level ? Level::thread : Level::question;
    entries.push_back(
        {&heading, level, parent, end, {run_from(heading.first_line), run_from(end)}});
  }
  return outline;
}

ByteRange without_contents_block(std::string_view own_text) {
  constexpr std::pair<std::string_view, std::string_view> kMarkers[] = {
      {"<!-- START doctoc", "<!-- END doctoc"},
      {"<!-- toc -->", "<!-- tocstop -->"},
      {"<!-- TOC", "<!-- /TOC -->"}};
  for (const auto& [start_mark, end_mark] : kMarkers) {
    const std::size_t begin = own_text.find(start_mark);
    const std::size_t last = begin == kNone ? kNone : own_text.find(end_mark, begin);
    if (last == kNone) continue;
    const std::size_t end = std::min(own_text.find('\n', last), own_text.size() - 1) + 1;
    if (trimmed(own_text.substr(0, begin)).empty()) return byte_range(end, own_text.size());
    if (trimmed(own_text.substr(end)).empty()) return byte_range(0, begin);
  }
  return byte_range(0, own_text.size());
}

}  // namespace notes
