// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/names.h"

#include <algorithm>
#include <set>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/label.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxNames = 8;  // of a section
constexpr std::size_t kMaxNameBytes = 32;
constexpr std::size_t kMaxDistinct =
    10'000;  // per section; a section with more was not written by hand

bool is_joint(char c) {
  return c == '-' || c == '.' || c == '_';
}

constexpr std::string_view kChatter =
    "ADD AFAICT AFAIK AKA ALL AM AND ANY ARE ASAP BTW BUT CAN DIY DO DONE DR EDIT EG ELSE EOD ETA "
    "ETC FAQ FIXME FOR FTW FWIW FYI HACK HAS HTH ICYMI IDK IE IF IIRC IIUC IMHO IMO IMPORTANT IN "
    "IRL IS IT LGTM LMAO LOL MAY MUST MY NA NB NEVER NO NOPE NOT NOTE NSFW NVM OF OK OKAY OMG ON "
    "ONLY OP OPTIONAL OR OT PM PS QA README RECOMMENDED REQUIRED RIP RSVP RTFM SHALL SHOULD SO TBA "
    "TBC TBD TBF TBH THE TIL TL TLDR TO TODO US VERY VS WARNING WAS WE WIP WTF XXX YES YMMV YOU";

struct Shape {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  std::size_t digits = 0;
  std::size_t changes = 0;  // between letters and digits
  bool inner_capital = false;
};

Shape shape_of(std::string_view word) {
  Shape shape;
  char before = '\0';
  for (const char c : word) {
    if (is_digit(c)) ++shape.digits;
    if (is_upper(c)) ++shape.capitals;
    if (is_letter(c)) ++shape.letters;
    if (is_upper(c) && is_lower(before)) shape.inner_capital = true;
    if ((is_digit(c) && is_letter(before)) || (is_letter(c) && is_digit(before))) ++shape.changes;
    before = c;
  }
  return shape;
}

// Whether one part of a compound could be a name, or is a single capital as in Z-Fold.
bool has_telling_part(std::string_view compound) {
  while (!compound.empty()) {
    const std::size_t end = std::min(compound.find_first_of("-."), compound.size());
    const Shape shape = shape_of(compound.substr(0, end));
    if (shape.capitals >= (end == 1 ? 1 : 2) || shape.inner_capital ||
        (shape.digits > 0 && shape.letters > 0))
      return true;
    compound.remove_prefix(std::min(end + 1, compound.size()));
  }
  return false;
}

bool has_single_letters_only(std::string_view word) {
  const auto are_one_part = [](char a, char b) { return !is_joint(a) && !is_joint(b); };
  return std::ranges::adjacent_find(word, are_one_part) == word.end();
}

// 25K, 20s, 1st, 2.5GB, 100ms; v1.2; the hash of a commit.
bool is_number(std::string_view word, const Shape& shape) {
  const bool is_quantity = is_digit(word[0]) && shape.letters <= 3 && shape.changes <= 1;
  const bool is_version = to_lower(word[0]) == 'v' && is_digit(word[1]);
  const bool is_long_hexadecimal = word.size() >= 7 && shape.digits >= 2 &&
                                   word.find_first_not_of("0123456789abcdefABCDEF") == kNone;
  return is_quantity || is_version || is_long_hexadecimal || shape.changes > 4 ||
         word.starts_with("0x");
}

bool is_name(std::string_view word) {
  if (word.size() < 2 || word.size() > kMaxNameBytes || word.find('_') != kNone) return false;
  const Shape shape = shape_of(word);
  const bool mixed = shape.letters > 0 && shape.digits > 0;
  if (shape.capitals < 2 && !shape.inner_capital && !mixed) return false;
  if ((mixed && is_number(word, shape)) || is_among(kChatter, word)) return false;
  // README.md, example.COM/…: the last part is the extension or the top-level domain.
  const std::size_t dot = word.rfind('.');
  if (dot != kNone && std::ranges::all_of(word.substr(dot + 1), is_lower)) return false;
  const bool lettered_number = mixed && shape.capitals > 0;  // GPT-4, Llama-2
  return !has_single_letters_only(word) && (lettered_number || has_telling_part(word));
}

// A line without small letters is shouted, and its words are not names.
bool is_shouted(std::string_view line) {
  return std::ranges::none_of(line, [](char c) { return is_lower(c) || !is_ascii(c); });
}

bool is_word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (is_ascii(text[at])) return is_alphanumeric(text[at]);
  return (read_character(text, at).kind & char_kind::letter) != 0;
}

// Ends before a joint with nothing after it.
std::size_t end_of_word(std::string_view text, std::size_t at) {
  if (!is_word_at(text, at)) return at;
  while (is_word_at(text, at) ||
         (at < text.size() && is_joint(text[at]) && is_word_at(text, at + 1)))
    at += read_character(text, at).byte_count;
  return std::min(at, text.size());
}

bool has_capital_or_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return is_upper(c) || is_digit(c); });
}

void count_name(std::string_view word, NameCounts& counts) {
  word = without_plural(word);
  if (!is_name(word) || counts.size() >= kMaxDistinct) return;
  const auto order = static_cast<std::uint32_t>(counts.size());
  ++counts.try_emplace(std::string(word), NameCount{0, order}).first->second.times;
}

// `chunk` stands between blanks.
void count_in_chunk(std::string_view chunk, NameCounts& counts) {
  if (!has_capital_or_digit(chunk) || chunk.find("://") != kNone || chunk.starts_with("www."))
    return;
  for (std::size_t at = 0; at < chunk.size();) {
    const std::size_t end = end_of_word(chunk, at);
    const auto is_sign = [](char c) { return std::string_view("@#$\\%").find(c) != kNone; };
    if (end > at && !(at > 0 && is_sign(chunk[at - 1])))
      count_name(chunk.substr(at, end - at), counts);
    at = end > at ? end : at + read_character(chunk, at).byte_count;
  }
}

}  // namespace

void count_names(std::string_view run, NameCounts& counts) {
  while (!run.empty()) {
    std::string_view line = take_until(run, '\n');
    if (!has_capital_or_digit(line) || is_shouted(line)) continue;
    while (!line.empty()) {
      const auto end =
          static_cast<std::size_t>(std::ranges::find_if(line, is_blank) - line.begin());
      count_in_chunk(line.substr(0, end), counts);
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  }
}

std::vector<std::string> frequent_names(const NameCounts& counts,
                                        const std::vector<std::string>& tags) {
  std::set<std::string> seen;  // folded
  for (const std::string& tag : tags) seen.insert(fold_label(tag));
  std::vector<std::pair<std::string_view, NameCount>> ranked(counts.begin(), counts.end());
  std::ranges::sort(ranked, {}, [](const auto& name) {
    return std::pair(-std::int64_t{name.second.times}, name.second.order);
  });
  std::vector<std::string> names;
  for (const auto& [name, count] : ranked) {
    if (names.size() == kMaxNames) break;
    if (seen.insert(fold_label(name)).second) names.emplace_back(name);
  }
  return names;
}

}  // namespace notes
