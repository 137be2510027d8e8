// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/emphasis.h"

#include <algorithm>
#include <array>

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

Neighbour neighbour_behind(std::string_view text, std::size_t at) {
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
  const Neighbour behind = neighbour_behind(text, end);
  const bool opens = behind == Neighbour::other ||
                     (behind == Neighbour::punctuation && before != Neighbour::other);
  const bool closes = before == Neighbour::other ||
                      (before == Neighbour::punctuation && behind != Neighbour::other);
  Run run{text[begin], opens, closes, static_cast<std::uint32_t>(end - begin), 0, 0};
  if (run.mark == '_') {
    run.can_open = opens && (!closes || before == Neighbour::punctuation);
    run.can_close = closes && (!opens || behind == Neighbour::punctuation);
  }
  if (run.mark == '~' && run.length > 2) run.can_open = run.can_close = false;
  const auto number = static_cast<std::int64_t>(runs_.size());
  if (last_ != kNone) at(last_).next = number;
  runs_.push_back({run, last_, kNone});
  last_ = number;
  return runs_.size() - 1;
}

// `floors` keep the search linear: no opener for such a closer stands at or before its floor.
void EmphasisMarks::pair_from(std::size_t bottom) {
  const auto stack_bottom = static_cast<std::int64_t>(bottom) - 1;
  std::int64_t closer = last_;
  while (closer > stack_bottom && at(closer).previous > stack_bottom) closer = at(closer).previous;
  std::array<std::array<std::int64_t, 3>, 3> floors{};
  for (auto& floors_of_kind : floors) floors_of_kind.fill(stack_bottom);
  while (closer > stack_bottom) {
    const Run& run = at(closer).run;
    if (!run.can_close) {
      closer = at(closer).next;
      continue;
    }
    std::int64_t& floor = floors[kind_of_mark(run.mark)][run.length % 3];
    if (const std::int64_t opener = find_opener(closer, floor); opener != kNone) {
      closer = pair(opener, closer);
      continue;
    }
    floor = std::max(stack_bottom, at(closer).previous);
    const std::int64_t next = at(closer).next;
    if (!run.can_open) remove(closer);
    closer = next;
  }
  while (last_ > stack_bottom) remove(last_);
}

void EmphasisMarks::clear() {
  runs_.clear();
  last_ = kNone;
}

std::int64_t EmphasisMarks::find_opener(std::int64_t closer, std::int64_t floor) const {
  for (std::int64_t run = at(closer).previous; run > floor; run = at(run).previous)
    if (are_pair(at(run).run, at(closer).run)) return run;
  return kNone;
}

// Returns the closer that comes next, which is the same while it has marks left.
std::int64_t EmphasisMarks::pair(std::int64_t opener, std::int64_t closer) {
  Run& open = at(opener).run;
  Run& close = at(closer).run;
  const bool is_strong = open.left() >= 2 && close.left() >= 2;
  const std::uint32_t marks = is_strong ? 2 : 1;
  open.opening += marks;
  close.closing += marks;
  while (at(closer).previous != opener) remove(at(closer).previous);
  if (open.left() == 0) remove(opener);
  if (close.left() > 0) return closer;
  const std::int64_t next = at(closer).next;
  remove(closer);
  return next;
}

void EmphasisMarks::remove(std::int64_t run) {
  const Link& link = at(run);
  if (link.previous != kNone) at(link.previous).next = link.next;
  if (link.next != kNone) at(link.next).previous = link.previous;
  if (last_ == run) last_ = link.previous;
}

}  // namespace notes
