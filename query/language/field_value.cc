// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/field_value.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "common/date_reader.h"
#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "query/language/query_characters.h"
#include "query/language/query_messages.h"

namespace notes {
namespace {

// In a range, `2w` is the day two weeks ago; alone, it is the time from then on.
std::optional<DateSpan> read_end(std::string_view text, CivilDay today) {
  const auto date = read_asked_date(text, today);
  const auto ago = date ? read_asked_date(std::string(text) + " ago", today) : std::nullopt;
  return ago ? ago : date;
}

// More typing may complete the last word or number, and go on from there.
DateFault fault_of(std::string_view text, CivilDay today) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"", "1", "11", "111", "1:11", ":11", "024", "-2024", ".2024", "/2024", "1.2024", "may 2024",
       "1 2024", "days ago", " ago", " week"});
  for (const std::string& name : span_names())
    if (name.starts_with(text)) return DateFault::unfinished;
  const std::size_t word = text.find_last_of(" -_./,:0123456789") + 1;
  for (const std::string& whole : date_words_with_begin(text.substr(word)))
    for (const std::string_view ending : kEndings)
      if (read_asked_date(std::string(text.substr(0, word)).append(whole).append(ending), today))
        return DateFault::unfinished;
  return DateFault::not_a_date;
}

Dates read_comparison(std::string_view text, CivilDay today) {
  const bool is_before = text.front() == '<';
  const bool inclusive = text.substr(1).starts_with('=');
  text.remove_prefix(inclusive ? 2 : 1);
  const auto date = read_end(text, today);
  if (!date) return fault_of(text, today);
  MinuteRange range;
  if (is_before)
    range.to = inclusive ? date->end : date->begin - 1;
  else
    range.from = inclusive ? date->begin : date->end + 1;
  return range;
}

Dates read_range(std::string_view first, std::string_view last, CivilDay today) {
  MinuteRange range;
  const auto begin = read_end(first, today);
  const auto end = read_end(last, today);
  if (!begin && !first.empty()) return DateFault::not_a_date;
  if (!end && !last.empty()) return fault_of(last, today);
  if (begin) range.from = begin->begin;
  if (end) range.to = end->end;
  if (range.from > range.to) return DateFault::ends_before_it_begins;
  return range;
}

// Of the date field.
constexpr auto kDateShorthands = std::to_array<FieldName>({
    {nullptr, "since", "", ".."},
    {nullptr, "after", "", ".."},
    {nullptr, "until", "..", ""},
    {nullptr, "before", "<", ""},
});

std::string with_colon(std::string_view name) {
  return std::string(name) + ":";
}

std::variant<Condition, ValueFault> read_choice(const FieldName& name, Condition condition) {
  const auto values = split_at_blanks(name.field->values);
  const std::string chosen = ascii::to_lower(condition.text);
  if (std::ranges::find(values, chosen) == values.end()) {
    std::string list = joined(values, ", ");
    list.replace(list.rfind(','), 1, " or");  // "note, thread or question"
    return ValueFault{
        with_colon(name.typed) + " does not take \"" + show_begin(condition.text) + "\"",
        with_colon(name.typed) + " takes " + list,
        std::ranges::any_of(values, [&](auto choice) { return choice.starts_with(chosen); })};
  }
  condition.text = chosen;
  return condition;
}

ValueFault fault_of(const FieldName& name, std::string_view value, DateFault fault,
                    CivilDay today) {
  const std::string example(name.field->example);
  if (fault == DateFault::ends_before_it_begins)
    return {with_colon(name.typed) + " the range ends before it starts",
            "the earlier date comes first, as in " + example};
  // since: and the like take one date: more typing makes nothing of since:<2 or since:2024..2
  const bool is_one = !name.before_value.empty() || !name.after_value.empty();
  const bool has_signs = value.find_first_of("<>=") != value.npos || value.find("..") != value.npos;
  return {with_colon(name.typed) + " \"" + show_begin(value) + "\" is not a date",
          "dates look like 2024-02-13, 2024-02, 2024, feb-2024, lastweek, monday or 30d; "
          "ranges like " +
              example,
          !(is_one && has_signs) && read_dates(value, today) == Dates(DateFault::unfinished)};
}

// title:tree* means a word that starts with "tree". The star of path:daily/* is redundant, as
// daily/ means the same; that of link:daily/* is kept, to be refused.
void read_star(Condition& condition) {
  while (condition.text.ends_with('*')) {  // again for "tree*,*"
    const std::size_t end = condition.text.find_last_not_of('*') + 1;
    if (is_all_blank(condition.text.substr(0, end))) return;
    condition.text.resize(end);
    condition.begins = field(condition.field).kind == FieldKind::note ||
                       carries_meaning(last_code_point(condition.text).value);
    if (!condition.quoted) condition.text = std::string(trim_value(condition.text));
  }
}

}  // namespace

Dates read_dates(std::string_view typed, CivilDay today) {
  constexpr std::size_t kLongest = 64;  // bytes
  if (typed.empty() || typed.size() > kLongest) return DateFault::not_a_date;
  const std::string lower = ascii::to_lower(typed);
  const std::string_view text = lower;
  if (text.front() == '<' || text.front() == '>') return read_comparison(text, today);
  if (const auto dots = text.find(".."); dots != text.npos)
    return read_range(text.substr(0, dots), text.substr(dots + 2), today);
  const auto date = read_asked_date(text, today);
  if (!date) return fault_of(text, today);
  return MinuteRange{date->begin, date->end};
}

std::optional<FieldName> find_field_name(std::string_view typed) {
  if (const Field* found = find_field(typed)) return FieldName{found, typed, {}, {}};
  const auto shorthand = std::ranges::find(kDateShorthands, typed, &FieldName::typed);
  if (shorthand == kDateShorthands.end()) return std::nullopt;
  FieldName name = *shorthand;
  name.field = &*std::ranges::find(fields(), FieldKind::day_range, &Field::kind);
  return name;
}

std::vector<std::string> field_names() {
  std::vector<std::string> names;
  for (const Field& row : fields()) names.emplace_back(row.name);
  for (const FieldName& row : kDateShorthands) names.emplace_back(row.typed);
  return names;
}

std::string nearest_field_name(std::string_view typed) {
  constexpr std::size_t kMinTyped = 4;  // shorter names are close to almost anything
  if (typed.size() < kMinTyped) return {};
  const std::vector<std::string> names = field_names();
  std::string nearest = nearest_word(typed, names);
  if (!nearest.empty()) return nearest;
  const auto begins_it = [&](const std::string& name) {
    return name.size() > 2 && name.size() + 2 >= typed.size() && typed.starts_with(name);
  };
  const auto beginning = std::ranges::find_if(names, begins_it);
  return beginning == names.end() ? std::string() : *beginning;
}

std::variant<Condition, ValueFault> read_condition(const FieldName& name, std::string_view value,
                                                   ValueForm form, CivilDay today) {
  Condition condition;
  condition.field = name.field->id;
  condition.quoted = form == ValueForm::quoted;
  condition.text.append(name.before_value).append(value).append(name.after_value);
  if (name.field->kind == FieldKind::choice) return read_choice(name, std::move(condition));
  if (name.field->kind != FieldKind::day_range) {
    read_star(condition);
    const bool is_path = condition.text.find('/') != std::string::npos;
    if (name.field->kind == FieldKind::note && condition.begins && is_path)
      return ValueFault{
          with_colon(name.typed) + " takes no star after a path",
          "give the start of the note's name alone, as in " + with_colon(name.typed) + "tree*"};
    return condition;
  }
  const auto dates = read_dates(condition.text, today);
  if (const auto* fault = std::get_if<DateFault>(&dates))
    return fault_of(name, value, *fault, today);
  condition.range = std::get<MinuteRange>(dates);
  return condition;
}

}  // namespace notes
