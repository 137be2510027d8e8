// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/section_document.h"

#include <algorithm>

#include <xxhash.h>

#include "common/field_values.h"
#include "common/index/document_terms.h"
#include "common/index/facet_values.h"
#include "common/index/identity.h"
#include "common/index/place.h"
#include "common/packing.h"
#include "common/section_codec.h"
#include "common/text/ascii.h"
#include "indexer/store/field_terms.h"

namespace notes {
namespace {

// What a word in the section's own title weighs against a word in its text (measured; see README).
constexpr Xapian::termcount kHeadingWdf = 2;

std::string_view own_text(const NoteFile& note, const Section& section) {
  return std::string_view(note.bytes)
      .substr(section.begin_byte, section.end_byte - section.begin_byte);
}

// The terms of a text take many times its memory, so it is analyzed in pieces. They end with a
// block, which no term goes over, or at least between words.
constexpr std::size_t kPieceBytes = 1'000'000;

// Xapian holds the terms of a document several times over while it is added. A log has an id a
// line: they leave room for its words.
constexpr Xapian::termcount kMaxTerms = 250'000;
constexpr Xapian::termcount kMaxTermsWithDigits = 200'000;

bool has_digit(std::string_view term) {
  return std::ranges::any_of(term, ascii::is_digit);
}

std::string prefixed(std::string_view prefix, std::string_view stem) {
  return std::string(prefix).append(stem);
}

std::vector<std::string> values_of(const ExtractedSection& extracted, FieldId id) {
  if (id == FieldId::is) return extracted.is;
  if (id == FieldId::has) return extracted.has;
  if (id == FieldId::link) return extracted.links;
  return field_values(extracted.section, id);
}

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

// Everything that terms and values come from, in a row.
std::string term_sources(const ExtractedSection& extracted) {
  const Section& section = extracted.section;
  Packer out;
  out.number(section.own_hash);
  out.number(hash_of(extracted.text));
  for (const Crumb& crumb : section.breadcrumb) out.text(crumb.title);
  for (const auto* names : {&section.other_titles, &extracted.tag_words, &extracted.names})
    for (const std::string& name : *names) out.text(name);
  for (const Acronym& acronym : extracted.acronyms) out.text(acronym.letters);
  for (const Field& row : fields()) {
    out.number(static_cast<std::uint64_t>(row.id));
    for (const std::string& value : values_of(extracted, row.id)) out.text(value);
  }
  return out.take();
}

// Equal for sections with the same heading and text wherever they stand; empty for empty bodies.
std::string twin_key(const NoteFile& note, const ExtractedSection& extracted) {
  std::string_view body = own_text(note, extracted.section);
  body.remove_prefix(
      std::min<std::size_t>(body.size(), extracted.heading.end > extracted.section.begin_byte
                                             ? extracted.heading.end - extracted.section.begin_byte
                                             : 0));
  body = ascii::trimmed(body);
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

HashedSection hash_section(const ExtractedSection& section) {
  const std::uint64_t hash = hash_of(term_sources(section));
  return {&section, hash, pack_section({section.section, hash})};
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
  document.add_value(slot::facets, pack_facet_values(section));
  document.add_value(slot::date_begin, section.date ? sortable_minute(section.date->begin) : "");
  document.add_value(slot::date_end, section.date ? sortable_minute(section.date->end) : "");
}

// ------------------------------------------------------------------------------------------------

struct SectionDocuments::State {
  explicit State(const std::string& language) : analyzer(language) {}

  Analyzer analyzer;
  WordSequence words;  // of the section at hand

  void add_own_text(Xapian::Document& document, const ExtractedSection& extracted);
  void add_piece(Xapian::Document& document, std::string_view piece, std::size_t offset,
                 ByteRange heading);
  void add_names(Xapian::Document& document, const std::vector<std::string>& names);
  void add_whole_titles(Xapian::Document& document, const ExtractedSection& extracted);
  void add_inherited_titles(Xapian::Document& document, const Section& section);
  void add_fields(Xapian::Document& document, const ExtractedSection& extracted);
  void add_acronyms(Xapian::Document& document, const std::vector<Acronym>& acronyms);
  std::string stems_of(std::string_view text);
};

void SectionDocuments::State::add_own_text(Xapian::Document& document,
                                           const ExtractedSection& extracted) {
  const std::string_view text = extracted.text;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    end = begin + end_of_slice(text.substr(begin), kPieceBytes);
    add_piece(document, text.substr(begin, end - begin), begin, extracted.heading_text);
  }
}

// The piece begins at `offset` of the text that `heading` is in.
void SectionDocuments::State::add_piece(Xapian::Document& document, std::string_view piece,
                                        std::size_t offset, ByteRange heading) {
  std::string exact_term;
  for (const Term& term : analyzer.analyze(piece)) {
    if (term.role == TermRole::word) words.add(print_of(term.stem));
    const Xapian::termcount count = document.termlist_count();
    if (count > kMaxTerms || (count > kMaxTermsWithDigits && has_digit(term.stem))) continue;
    const std::size_t begin = offset + term.begin_byte;
    const bool is_in_heading = begin >= heading.begin && begin < heading.end;
    document.add_term(std::string(term.stem), is_in_heading ? kHeadingWdf : 1);
    if (term.exact == term.stem) continue;
    exact_term.assign(prefix::exact).append(term.exact);
    document.add_term(exact_term);
  }
}

void SectionDocuments::State::add_names(Xapian::Document& document,
                                        const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    words.add(kBarrier);
    for (const Term& term : analyzer.analyze(name)) {
      if (term.role == TermRole::word) words.add(print_of(term.stem));
      document.add_term(std::string(term.stem), kHeadingWdf);
    }
  }
}

// Those that find the section by its whole title.
void SectionDocuments::State::add_whole_titles(Xapian::Document& document,
                                               const ExtractedSection& extracted) {
  const auto add = [&](const std::string& title) {
    if (const std::string term = whole_title_term(title, analyzer); !term.empty())
      document.add_boolean_term(term);
  };
  add(extracted.section.title());
  for (const std::string& title : extracted.section.other_titles) add(title);
}

void SectionDocuments::State::add_inherited_titles(Xapian::Document& document,
                                                   const Section& section) {
  for (std::size_t depth = 0; depth + 1 < section.breadcrumb.size(); ++depth)
    for (const Term& term : analyzer.analyze(section.breadcrumb[depth].title))
      document.add_term(std::string(term.stem), inherited_wdf(depth));
}

void SectionDocuments::State::add_fields(Xapian::Document& document,
                                         const ExtractedSection& extracted) {
  for (const Field& row : fields()) {
    if (row.kind == FieldKind::path && extracted.section.level != Level::note) continue;
    for (const std::string& value : values_of(extracted, row.id))
      add_field_terms(document, row, value, analyzer);
  }
}

std::string SectionDocuments::State::stems_of(std::string_view text) {
  std::string row;
  for (const Term& term : analyzer.analyze(text))
    if (term.role == TermRole::word) row.append(row.empty() ? "" : " ").append(term.stem);
  return row;
}

void SectionDocuments::State::add_acronyms(Xapian::Document& document,
                                           const std::vector<Acronym>& acronyms) {
  for (const auto& [letters, expansion] : acronyms) {
    document.add_boolean_term(acronym_term(stems_of(letters), expansion));
    document.add_boolean_term(acronym_term(stems_of(expansion), letters));
  }
}

SectionDocuments::SectionDocuments(const std::string& language)
    : state_(std::make_unique<State>(language)) {}
SectionDocuments::~SectionDocuments() = default;

Xapian::Document SectionDocuments::make(const NoteFile& note,
                                        const std::vector<ExtractedSection>& sections,
                                        const HashedSection& hashed,
                                        std::vector<Diagnostic>& diagnostics) {
  State& state = *state_;
  const ExtractedSection& extracted = *hashed.extracted;
  Xapian::Document document;
  state.words = {};  // of a section before, should memory have run out there
  state.add_own_text(document, extracted);
  if (const Xapian::termcount count = document.termlist_count(); count > kMaxTermsWithDigits)
    diagnostics.push_back(
        {note_path(note.root_path, note.rel_path), extracted.section.heading_line(),
         count > kMaxTerms
             ? "has more than 250,000 different words: further ones are not found"
             : "has more than 200,000 different words: further ones with digits are not found"});
  state.add_names(document, extracted.section.other_titles);
  state.add_names(document, extracted.tag_words);
  state.add_whole_titles(document, extracted);
  document.add_value(slot::words, state.words.take());
  state.add_inherited_titles(document, extracted.section);
  state.add_fields(document, extracted);
  state.add_acronyms(document, extracted.acronyms);
  for (const std::string& name : extracted.names) document.add_boolean_term(note_name_term(name));
  document.add_boolean_term(note_term(note_id(note.root_path, note.rel_path)));
  document.add_boolean_term(section_term(extracted.section.id));
  set_stored_values(document, note, sections, hashed);
  if (const std::string twin = document.get_value(slot::twin); !twin.empty())
    document.add_boolean_term(prefixed(prefix::twin, twin));
  return document;
}

}  // namespace notes
