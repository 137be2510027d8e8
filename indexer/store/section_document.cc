// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/section_document.h"

#include <algorithm>
#include <unordered_map>

#include <xxhash.h>

#include "common/index/identity.h"
#include "common/index/place.h"
#include "common/packing.h"
#include "common/section_codec.h"
#include "common/text/visible_text.h"
#include "indexer/store/field_terms.h"

namespace notes {
namespace {

// What a word in a title weighs against a word in the text (measured; see README).
constexpr Xapian::termcount kHeadingWdf = 2;
constexpr Xapian::termcount kInheritedThreadWdf = 2;
constexpr Xapian::termcount kInheritedNoteWdf = 1;
// Keeps phrases from running out of the text into titles that are not part of it.
constexpr Xapian::termpos kTitleGap = 100;

struct StemHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return XXH3_64bits(text.data(), text.size());
  }
};

using StemIds = std::unordered_map<std::string, std::uint32_t, StemHash, std::equal_to<>>;

std::string_view own_text(const NoteFile& note, const Section& section) {
  return std::string_view(note.bytes)
      .substr(section.begin_byte, section.end_byte - section.begin_byte);
}

std::string prefixed(std::string_view prefix, std::string_view stem) {
  return std::string(prefix).append(stem);
}

std::vector<std::string> field_values(const ExtractedSection& extracted, FieldId id) {
  const Section& section = extracted.section;
  std::vector<std::string> values;
  switch (id) {
    case FieldId::title:
      return {section.title()};
    case FieldId::note:
      return {section.rel_path};
    case FieldId::thread:
      if (section.breadcrumb.size() > 1) values.push_back(section.breadcrumb[1].title);
      return values;
    case FieldId::tag:
    case FieldId::name:
      for (const Tag& tag : section.tags)
        if ((tag.source == TagSource::tag) == (id == FieldId::tag)) values.push_back(tag.name);
      return values;
    case FieldId::url:
    case FieldId::site:
      return section.urls;
    case FieldId::level:
      return {std::string(level_name(section.level))};
    case FieldId::is:
      return extracted.is;
    case FieldId::has:
      return extracted.has;
    case FieldId::date:
      return values;  // a value, not a term
  }
  return values;
}

// Everything that terms and values come from, in a row.
std::string term_sources(const std::vector<ExtractedSection>& sections, std::size_t index) {
  const ExtractedSection& extracted = sections[index];
  const Section& section = extracted.section;
  Packer out;
  out.number(section.own_hash);
  for (const Crumb& crumb : section.breadcrumb) out.text(crumb.title);
  for (const std::string& title : extracted.other_titles) out.text(title);
  for (const Field& row : fields()) {
    out.number(static_cast<std::uint64_t>(row.id));
    for (const std::string& value : field_values(extracted, row.id)) out.text(value);
  }
  for (std::size_t i = index + 1;
       i < sections.size() && sections[i].section.begin_byte < section.end_byte_below; ++i)
    out.number(sections[i].section.own_hash);
  return out.take();
}

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// Equal for sections with the same heading and text wherever they stand; empty for empty bodies.
std::string twin_key(const NoteFile& note, const ExtractedSection& extracted) {
  std::string_view body = own_text(note, extracted.section);
  body.remove_prefix(
      std::min<std::size_t>(body.size(), extracted.heading.end > extracted.section.begin_byte
                                             ? extracted.heading.end - extracted.section.begin_byte
                                             : 0));
  body = trimmed(body);
  if (body.empty()) return {};
  return short_id(extracted.section.title() + '\n' + std::string(body));
}

std::uint32_t thread_byte(const std::vector<ExtractedSection>& sections,
                          const ExtractedSection& start) {
  const ExtractedSection* section = &start;
  while (section->section.level == Level::question && section->parent)
    section = &sections[*section->parent];
  return static_cast<std::uint32_t>(section->section.begin_byte);
}

}  // namespace

std::string note_term(std::string_view id) {
  return prefixed(prefix::note_id, id);
}
std::string section_term(std::string_view id) {
  return prefixed(prefix::id, id);
}

std::vector<HashedSection> hash_sections(const std::vector<ExtractedSection>& sections) {
  std::vector<HashedSection> hashed;
  hashed.reserve(sections.size());
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const std::uint64_t hash = hash_of(term_sources(sections, i));
    hashed.push_back({&sections[i], hash, pack_section({sections[i].section, hash})});
  }
  return hashed;
}

void set_stored_values(Xapian::Document& document, const NoteFile& note,
                       const std::vector<ExtractedSection>& sections, const HashedSection& hashed) {
  const Section& section = hashed.extracted->section;
  document.set_data(hashed.packed);
  document.add_value(slot::place, pack_place({note_id(note.root_path, note.rel_path),
                                              static_cast<std::uint32_t>(section.begin_byte),
                                              static_cast<std::uint32_t>(section.end_byte_below),
                                              thread_byte(sections, *hashed.extracted)}));
  document.add_value(slot::twin, twin_key(note, *hashed.extracted));  // "" removes the value
  document.add_value(slot::date_begin, section.date ? sortable_minute(section.date->begin) : "");
  document.add_value(slot::date_end, section.date ? sortable_minute(section.date->end) : "");
}

// ------------------------------------------------------------------------------------------------

struct SectionDocuments::State {
  explicit State(const std::string& language) : analyzer(language) {}

  Analyzer analyzer;
  StemIds stem_ids;                             // of the note at hand
  std::vector<const std::string*> stems;        // by id
  std::vector<std::vector<std::uint32_t>> own;  // ids of each section's own stems
  std::vector<std::size_t> last_section;        // by id: the last section that counted it, plus one

  void start_note(std::size_t section_count);
  std::uint32_t id_of(std::string_view stem);
  void count_stem(std::string_view stem, std::size_t section);
  void add_own_text(Xapian::Document* document, const NoteFile& note,
                    const ExtractedSection& extracted, std::size_t index);
  void add_titles(Xapian::Document& document, const std::vector<ExtractedSection>& sections,
                  std::size_t index);
  void add_below(Xapian::Document& document, const std::vector<ExtractedSection>& sections,
                 std::size_t index);
  void add_fields(Xapian::Document& document, const ExtractedSection& extracted);
};

void SectionDocuments::State::start_note(std::size_t section_count) {
  stem_ids.clear();
  stems.clear();
  last_section.clear();
  own.resize(section_count);
  for (auto& ids : own) ids.clear();
}

std::uint32_t SectionDocuments::State::id_of(std::string_view stem) {
  if (const auto found = stem_ids.find(stem); found != stem_ids.end()) return found->second;
  const auto id = static_cast<std::uint32_t>(stems.size());
  stems.push_back(&stem_ids.emplace(stem, id).first->first);
  last_section.push_back(0);
  return id;
}

void SectionDocuments::State::count_stem(std::string_view stem, std::size_t section) {
  const std::uint32_t id = id_of(stem);
  if (last_section[id] == section + 1) return;
  last_section[id] = section + 1;
  own[section].push_back(id);
}

void SectionDocuments::State::add_own_text(Xapian::Document* document, const NoteFile& note,
                                           const ExtractedSection& extracted, std::size_t index) {
  const std::string_view text = own_text(note, extracted.section);
  const std::uint64_t heading_end =
      std::max<std::uint64_t>(extracted.heading.end, extracted.section.begin_byte) -
      extracted.section.begin_byte;
  const bool has_relatives = own.size() > 1;
  std::string exact_term;
  for (const Term& term : analyzer.analyze(text, visible_ranges(text))) {
    if (has_relatives) count_stem(term.stem, index);
    if (document == nullptr) continue;
    document->add_posting(std::string(term.stem), term.position + 1,
                          term.begin_byte < heading_end ? kHeadingWdf : 1);
    if (term.exact == term.stem) continue;
    exact_term.assign(prefix::exact).append(term.exact);
    document->add_term(exact_term);
  }
}

// Titles that are not part of the own text: of a note without heading, aliases, and the inherited.
void SectionDocuments::State::add_titles(Xapian::Document& document,
                                         const std::vector<ExtractedSection>& sections,
                                         std::size_t index) {
  const ExtractedSection& extracted = sections[index];
  std::vector<std::string> titles = extracted.other_titles;
  if (extracted.heading.begin == extracted.heading.end) titles.push_back(extracted.section.title());
  Xapian::termpos position = kTitleGap + static_cast<Xapian::termpos>(extracted.section.end_byte -
                                                                      extracted.section.begin_byte);
  for (const std::string& title : titles) {
    for (const Term& term : analyzer.analyze(title))
      document.add_posting(std::string(term.stem), position + term.position, kHeadingWdf);
    position += kTitleGap;
  }
  for (auto parent = extracted.parent; parent; parent = sections[*parent].parent) {
    const Section& ancestor = sections[*parent].section;
    const auto wdf = ancestor.level == Level::note ? kInheritedNoteWdf : kInheritedThreadWdf;
    for (const Term& term : analyzer.analyze(ancestor.title()))
      document.add_term(std::string(term.stem), wdf);
  }
}

void SectionDocuments::State::add_below(Xapian::Document& document,
                                        const std::vector<ExtractedSection>& sections,
                                        std::size_t index) {
  const std::size_t mark = sections.size() + index + 1;  // no section's own mark is that high
  for (const std::uint32_t id : own[index]) last_section[id] = mark;
  const std::uint64_t end = sections[index].section.end_byte_below;
  for (std::size_t i = index + 1; i < sections.size() && sections[i].section.begin_byte < end; ++i)
    for (const std::uint32_t id : own[i]) {
      if (last_section[id] == mark) continue;
      last_section[id] = mark;
      document.add_boolean_term(prefixed(prefix::below, *stems[id]));
    }
}

void SectionDocuments::State::add_fields(Xapian::Document& document,
                                         const ExtractedSection& extracted) {
  for (const Field& row : fields()) {
    if (row.kind == FieldKind::path && extracted.section.level != Level::note) continue;
    for (const std::string& value : field_values(extracted, row.id))
      add_field_terms(document, row, value, analyzer);
  }
}

SectionDocuments::SectionDocuments(const std::string& language)
    : state_(std::make_unique<State>(language)) {}
SectionDocuments::~SectionDocuments() = default;

std::vector<Xapian::Document> SectionDocuments::make(const NoteFile& note,
                                                     const std::vector<ExtractedSection>& sections,
                                                     const std::vector<HashedSection>& hashed,
                                                     const std::vector<bool>& wanted) {
  State& state = *state_;
  state.start_note(sections.size());
  std::vector<Xapian::Document> documents(sections.size());
  for (std::size_t i = 0; i < sections.size(); ++i)
    state.add_own_text(wanted[i] ? &documents[i] : nullptr, note, sections[i], i);
  const std::string note_id_term = note_term(note_id(note.root_path, note.rel_path));
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!wanted[i]) continue;
    state.add_titles(documents[i], sections, i);
    state.add_below(documents[i], sections, i);
    state.add_fields(documents[i], sections[i]);
    documents[i].add_boolean_term(note_id_term);
    documents[i].add_boolean_term(section_term(sections[i].section.id));
    set_stored_values(documents[i], note, sections, hashed[i]);
    if (const std::string twin = documents[i].get_value(slot::twin); !twin.empty())
      documents[i].add_boolean_term(prefixed(prefix::twin, twin));
  }
  return documents;
}

}  // namespace notes
