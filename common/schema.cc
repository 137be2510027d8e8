// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema.h"

#include <algorithm>
#include <array>

namespace notes {
namespace {

using enum FieldKind;

constexpr std::size_t kMaxValueBytes = 200;  // Xapian takes terms of up to 245 bytes

// clang-format off
constexpr auto kFields = std::to_array<Field>({
  //id              name      alias   kind       prefix slot         wdf values
  {FieldId::title,  "title",  "",     text,      "S",   kNoSlot,          1, "",
   "words of the section's own title", "title:comparison"},
  {FieldId::note,   "note",   "path", path,      "XP",  kNoSlot,          0, "",
   "words of the note's path", "path:daily/2024"},
  {FieldId::thread, "thread", "",     text,      "XT",  kNoSlot,          0, "",
   "words of the heading of the thread", "thread:mixtral"},
  {FieldId::tag,    "tag",    "",     label,     "K",   kNoSlot,          0, "",
   "a tag; ml also finds ml/quant", "tag:ml/quant"},
  {FieldId::name,   "name",   "",     label,     "XN",  kNoSlot,          0, "",
   "a name the text uses, such as INT2 or TensorRT-LLM", "name:brecq"},
  {FieldId::date,   "date",   "on",   day_range, "",    slot::date_begin, 0, "",
   "the date the section was written for", "date:2024-02..2024-03"},
  {FieldId::url,    "url",    "",     address,   "XU",  kNoSlot,          0, "",
   "words of the address of a link", "url:arxiv.org/abs"},
  {FieldId::site,   "site",   "",     host,      "H",   kNoSlot,          0, "",
   "host of a link", "site:arxiv.org"},
  {FieldId::level,  "level",  "",     choice,    "XL",  kNoSlot,          0, "note thread question",
   "kind of section", "level:thread"},
  {FieldId::is,     "is",     "",     choice,    "XI",  kNoSlot,          0, "question duplicate links",
   "question: the heading is one; duplicate: the same section is in another place too; links: it is mostly links", "is:question"},
  {FieldId::has,    "has",    "",     choice,    "XH",  kNoSlot,          0, "link image code table task math date",
   "what the section's own text has; date: whether the section has one, also from above", "has:image"},
  {FieldId::link,   "link",   "",     note,      "XR",  kNoSlot,          0, "",
   "another note that the section links to, by its name, alias or path", "link:daily/2024-02-13"},
});
// clang-format on

constexpr bool is_called(const Field& field, std::string_view name) {
  return !name.empty() && (field.name == name || field.alias == name);
}

// Whether the row stands where its id says, shares no name or prefix with another, and has no
// prefix that belongs to no field.
constexpr bool is_sound(const Field& row) {
  constexpr std::array kTaken{prefix::exact,       prefix::note,    prefix::twin,
                              prefix::whole_title, prefix::acronym, prefix::name};
  const auto is_like = [&](const Field& other) {
    return is_called(other, row.name) || is_called(other, row.alias) ||
           (!row.prefix.empty() && other.prefix == row.prefix);
  };
  return &kFields[static_cast<std::size_t>(row.id)] == &row &&
         std::ranges::count_if(kFields, is_like) == 1 &&
         std::ranges::find(kTaken, row.prefix) == kTaken.end();
}
static_assert(std::ranges::all_of(kFields, is_sound));

}  // namespace

std::span<const Field> fields() {
  return kFields;
}

const Field& field(FieldId id) {
  return kFields[static_cast<std::size_t>(id)];
}

const Field* find_field(std::string_view name) {
  const auto* found =
      std::ranges::find_if(kFields, [&](const Field& row) { return is_called(row, name); });
  return found == kFields.end() ? nullptr : found;
}

std::string acronym_term(std::string_view stems, std::string_view other_side) {
  constexpr std::size_t kMaxTermBytes = 240;
  return std::string(prefix::acronym)
      .append(stems)
      .append("=")
      .append(other_side)
      .substr(0, kMaxTermBytes);
}

std::string field_term(const Field& field, std::string_view value) {
  return std::string(field.prefix).append(value.substr(0, kMaxValueBytes));
}

}  // namespace notes
