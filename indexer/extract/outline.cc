// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/outline.h"

#include <algorithm>
#include <span>

#include "indexer/extract/ascii.h"
#include "indexer/extract/contents_list.h"

namespace notes {
namespace {

int highest_level(std::span<const Heading> headings) {
  int level = 7;
  for (const Heading& heading : headings) level = std::min(level, heading.level);
  return level;
}

// A comment of pasted shell code reads as a heading too, but stands right below other text.
bool stands_like_a_title(const Heading& heading, const LineTable& lines) {
  if (heading.first_line == 1) return true;
  const std::string_view above = trimmed(lines.text_of(heading.first_line - 1));
  return above.empty() || above.front() == '-' || above.front() == '+' || above.front() == '<' ||
         above.front() == '[' || above.front() == '!' || above == "...";
}

bool is_title_heading(std::span<const Heading> headings, const LineTable& lines) {
  if (headings.empty() || !stands_like_a_title(headings[0], lines)) return false;
  if (headings.size() == 1) return true;
  const int next = highest_level(headings.subspan(1));
  return headings[0].level == 1 ? next > 1 : next > headings[0].level + 1;
}

class OutlineBuilder {
 public:
  OutlineBuilder(const MarkdownTree& tree, const LineTable& lines)
      : headings_(tree.headings), lines_(lines) {
    outline_.may_have_contents = has_in_page_links(lines.text());
  }

  Outline build() {
    const std::size_t titles = is_title_heading(headings_, lines_) ? 1 : 0;
    thread_level_ = highest_level(headings_.subspan(titles));
    add_entry(titles > 0 ? &headings_[0] : nullptr, Level::note, {}, begin_of(titles));
    outline_.starts.push_back({1, 0});
    for (std::size_t i = titles; i < headings_.size(); ++i) add(headings_[i], begin_of(i + 1));
    return std::move(outline_);
  }

 private:
  // The line where heading `index` begins; behind the last line when there is no such heading.
  std::uint32_t begin_of(std::size_t index) const {
    return index < headings_.size() ? headings_[index].first_line : lines_.count() + 1;
  }

  void add_entry(const Heading* heading, Level level, std::optional<std::size_t> parent,
                 std::uint32_t end_line) {
    outline_.entries.push_back({heading, level, parent, end_line});
  }

  void add(const Heading& heading, std::uint32_t end_line) {
    const LineRange below{heading.last_line + 1, end_line - 1};
    if (outline_.may_have_contents && is_contents_list(lines_, below, heading.title)) {
      outline_.starts.push_back({heading.first_line, std::nullopt});
      return;
    }
    while (!open_.empty() && outline_.entries[open_.back()].heading->level >= heading.level)
      open_.pop_back();
    const std::size_t parent = open_.empty() ? 0 : open_.back();
    const Level level = heading.level == thread_level_ ? Level::thread : Level::question;
    outline_.starts.push_back({heading.first_line, outline_.entries.size()});
    open_.push_back(outline_.entries.size());
    add_entry(&heading, level, parent, end_line);
  }

  std::span<const Heading> headings_;
  const LineTable& lines_;
  int thread_level_ = 1;
  std::vector<std::size_t> open_;  // entries that a deeper heading would belong to
  Outline outline_;
};

}  // namespace

std::optional<std::size_t> Outline::find_entry_at(std::uint32_t line) const {
  const auto behind = std::ranges::upper_bound(starts, line, {}, &Start::line);
  return std::prev(behind)->entry;
}

Outline build_outline(const MarkdownTree& tree, const LineTable& lines) {
  return OutlineBuilder(tree, lines).build();
}

}  // namespace notes
