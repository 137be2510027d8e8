// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/outline.h"

#include <algorithm>
#include <span>

#include "indexer/extract/contents_list.h"

namespace notes {
namespace {

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
      : headings_(tree.headings), lines_(lines), contents_(lines, headings_, rel_path) {
    outline_.may_have_contents = contents_.may_exist();
  }

  Outline build(std::uint32_t body_line) {
    const bool has_title =
        is_title_heading(headings_) && says_no_text(lines_, body_line, headings_[0].first_line);
    const std::size_t titles = has_title ? 1 : 0;
    thread_level_ = highest_level(headings_.subspan(titles));
    add_entry(has_title ? &headings_[0] : nullptr, Level::note, {}, begin_of(titles));
    outline_.starts.push_back({1, 0});
    for (std::size_t i = titles; i < headings_.size(); ++i) add(headings_[i], begin_of(i + 1));
    return std::move(outline_);
  }

 private:
  // The line where heading `index` starts; the line after the last if there is no such heading.
  std::uint32_t begin_of(std::size_t index) const {
    return index < headings_.size() ? headings_[index].first_line : lines_.count() + 1;
  }

  void add_entry(const Heading* heading, Level level, std::optional<std::size_t> parent,
                 std::uint32_t end_line) {
    outline_.entries.push_back({heading, level, parent, end_line});
  }

  void add(const Heading& heading, std::uint32_t end_line) {
    const LineRange below{heading.last_line + 1, end_line - 1};
    if (contents_.is_list(below, heading.title)) {
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
  ContentsLists contents_;
  int thread_level_ = 1;
  std::vector<std::size_t> open_;  // entries that a deeper heading would be below
  Outline outline_;
};

}  // namespace

std::optional<std::size_t> Outline::find_entry_at(std::uint32_t line) const {
  const auto behind = std::ranges::upper_bound(starts, line, {}, &Start::line);
  return std::prev(behind)->entry;
}

Outline build_outline(const MarkdownTree& tree, const LineTable& lines, std::uint32_t body_line,
                      std::string_view rel_path) {
  return OutlineBuilder(tree, lines, rel_path).build(body_line);
}

}  // namespace notes
