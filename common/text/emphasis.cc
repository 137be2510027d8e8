// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/emphasis.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <utf8proc.h>

#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace notes {
namespace {

enum class Neighbour : std::uint8_t { other, blank, punctuation };

Neighbour neighbour_of(char32_t character) {
  if (character < 0x80) {
    const char c = static_cast<char>(character);
    if (ascii::is_blank(c)) return Neighbour::blank;
    return ascii::is_punctuation(c) ? Neighbour::punctuation : Neighbour::other;
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
  if (category == UTF8PROC_CATEGORY_ZS) return Neighbour::blank;
  const bool is_punctuation = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
  return is_punctuation ? Neighbour::punctuation : Neighbour::other;
}

Neighbour neighbour_before(std::string_view text, std::size_t at) {
  if (at == 0) return Neighbour::blank;
  return neighbour_of(code_point_at(text, begin_of_character(text, at - 1)).value);
}

Neighbour neighbour_after(std::string_view text, std::size_t at) {
  return at == text.size() ? Neighbour::blank : neighbour_of(code_point_at(text, at).value);
}

std::size_t kind_of_mark(char mark) {
  return mark == '*' ? 0 : mark == '_' ? 1 : 2;
}

bool are_pair(const EmphasisMarks::Run& opener, const EmphasisMarks::Run& closer) {
  if (!opener.can_open || opener.mark != closer.mark) return false;
  if (closer.mark == '~') return opener.length == closer.length;
  const bool is_ambiguous = closer.can_open || opener.can_close;
  return !is_ambiguous || closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0;
}

}  // namespace

std::size_t EmphasisMarks::add(std::string_view text, std::size_t begin, std::size_t end) {
  const Neighbour before = neighbour_before(text, begin);
  const Neighbour after = neighbour_after(text, end);
  const bool opens =
      after == Neighbour::other || (after == Neighbour::punctuation && before != Neighbour::other);
  const bool closes =
      before == Neighbour::other || (before == Neighbour::punctuation && after != Neighbour::other);
  Run run{text[begin], opens, closes, static_cast<std::uint32_t>(end - begin), 0, 0};
  if (run.mark == '_') {
    run.can_open = opens && (!closes || before == Neighbour::punctuation);
    run.can_close = closes && (!opens || after == Neighbour::punctuation);
  }
  if (run.mark == '~' && run.length > 2) run.can_open = run.can_close = false;
  unpaired_.push_back(runs_.size());
  runs_.push_back(run);
  return runs_.size() - 1;
}

// `floors` keep the search linear: for such a closer, no opener has a number below its floor.
void EmphasisMarks::pair_from(std::size_t first) {
  const auto begin = std::ranges::lower_bound(unpaired_, first);
  std::array<std::array<std::size_t, 3>, 3> floors{};
  std::vector<std::size_t> openers;
  for (auto number = begin; number != unpaired_.end(); ++number) {
    const Run& run = runs_[*number];
    if (run.can_close) close(*number, openers, floors[kind_of_mark(run.mark)][run.length % 3]);
    if (run.can_open && run.left() > 0) openers.push_back(*number);
  }
  unpaired_.erase(begin, unpaired_.end());
}

void EmphasisMarks::clear() {
  runs_.clear();
  unpaired_.clear();
}

// Pairs the marks of `closer` with the nearest openers. Openers between a pair are dropped.
void EmphasisMarks::close(std::size_t closer, std::vector<std::size_t>& openers,
                          std::size_t& floor) {
  Run& closing = runs_[closer];
  while (closing.left() > 0) {
    const auto end = std::ranges::lower_bound(openers, floor);
    const auto opener =
        std::find_if(openers.rbegin(), std::make_reverse_iterator(end),
                     [&](std::size_t number) { return are_pair(runs_[number], closing); });
    if (opener.base() == end) {
      floor = closer;
      return;
    }
    openers.erase(opener.base(), openers.end());
    Run& opening = runs_[openers.back()];
    const std::uint32_t marks = opening.left() >= 2 && closing.left() >= 2 ? 2 : 1;
    opening.opening += marks;
    closing.closing += marks;
    if (opening.left() == 0) openers.pop_back();
  }
}

}  // namespace notes
