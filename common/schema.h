// SPDX-License-Identifier: GPL-2.0-or-later
// The field table: every field of a section is declared here, once. Documents, the query parser,
// help, completions and man pages are made from it. Code branches on a field's kind, never on its
// id.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace notes {

// Raise it when the terms, values or stored bytes of an index change meaning. The programs refuse
// an index of another version, with a hint to rebuild.
inline constexpr int kSchemaVersion = 6;

enum class FieldId : std::uint8_t {
  title,
  note,
  thread,
  tag,
  name,
  date,
  url,
  site,
  level,
  is,
  has,
  link
};

enum class FieldKind : std::uint8_t {
  text,       // analyzed words under the prefix; phrases are checked against the stored text
  path,       // the same, but only on the note's own section; its other sections match through it
  label,      // one folded value; the query a also matches a/b
  choice,     // one of a few fixed values (`values`)
  host,       // a host name; its parent domains match it too
  address,    // words of a web address
  day_range,  // a DateSpan in the slots `slot` (begin) and `slot` + 1 (end)
  note,       // what another note is called: its name, alias, title or path
};

inline constexpr std::uint32_t kNoSlot = 0xffffffff;

struct Field {
  FieldId id;
  std::string_view name;
  std::string_view alias;  // empty = none
  FieldKind kind;
  std::string_view prefix;  // of the field's terms; empty for day_range
  std::uint32_t slot;
  std::uint32_t wdf;  // of each word of a text field; 0 leaves it out of the document's length
  std::string_view values;  // of a choice, separated by blanks
  std::string_view help;
  std::string_view example;
};

std::span<const Field> fields();
const Field& field(FieldId id);
const Field* find_field(std::string_view name_or_alias);  // case-sensitive; null when unknown

// The term for a folded value under the field's prefix, cut to what Xapian can store.
std::string field_term(const Field& field, std::string_view value);

// The term for one side of an acronym and its expansion: the stems of that side, and the other side
// as written. `stems` are separated by blanks.
std::string acronym_term(std::string_view stems, std::string_view other_side);

// Prefixes and slots that belong to no field. Never reuse one for another meaning (Q was the id of
// a section).
namespace prefix {
inline constexpr std::string_view exact = "E";        // a word as written, where its stem differs
inline constexpr std::string_view note = "P";         // see note_term; on each of its sections
inline constexpr std::string_view twin = "T";         // see twin_term in document_terms.h
inline constexpr std::string_view whole_title = "W";  // see common/index/document_terms.h
inline constexpr std::string_view acronym = "A";      // taught by a heading: see acronym_term
inline constexpr std::string_view name = "N";         // a name for links; on the note's own section
}  // namespace prefix

namespace slot {
inline constexpr std::uint32_t date_begin = 0;  // sortable_minute of DateSpan::begin
inline constexpr std::uint32_t date_end = 1;
inline constexpr std::uint32_t place = 2;   // position in the note: see document_terms.h
inline constexpr std::uint32_t twin = 3;    // hash of heading and own text; absent for empty bodies
inline constexpr std::uint32_t words = 4;   // the words in order: see common/index/document_terms.h
inline constexpr std::uint32_t facets = 5;  // what facets count: see document_terms.h
// The section: see common/section.h. It is not the data of the document, as Xapian compresses
// those: that takes a tenth of the time of a build, and saves a sixth of these bytes.
inline constexpr std::uint32_t section = 6;
}  // namespace slot

}  // namespace notes
