// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "common/index/document_terms.h"
#include "common/packing.h"
#include "common/section.h"
#include "common/text/ascii.h"
#include "common/text/label.h"
#include "common/text/web_address.h"
#include "indexer/store/index_writer.h"
#include "indexer/store/root_scan.h"

namespace notes {
namespace {

// The weight of a word in the section's own title; a word in its text has 1 (measured; see README).
constexpr Xapian::termcount kHeadingWdf = 2;

// The terms of a text take many times its memory, so it is analyzed in pieces. A piece ends with a
// block, since no term crosses one, or at least between words.
constexpr std::size_t kPieceBytes = 1'000'000;

// Xapian holds several copies of a document's terms while it adds it. The lower limit keeps the ids
// of a log, one a line, from taking the place of its words.
constexpr Xapian::termcount kMaxTerms = 250'000;
constexpr Xapian::termcount kMaxTermsWithDigits = 200'000;

bool has_digit(std::string_view term) {
  return std::ranges::any_of(term, ascii::is_digit);
}

std::vector<std::string> values_of(const ExtractedSection& extracted, FieldId id) {
  if (id == FieldId::is) return extracted.is;
  if (id == FieldId::has) return extracted.has;
  if (id == FieldId::link) return extracted.links;
  return field_values(extracted.section, id);
}

// Everything that the terms are made from.
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

// Empty if there is no text.
std::string twin_key_of(const NoteFile& note, const ExtractedSection& extracted) {
  const Section& section = extracted.section;
  const std::uint64_t end = section.end_byte;
  const std::uint64_t begin =
      std::clamp<std::uint64_t>(extracted.heading.end, section.begin_byte, end);
  const std::string_view body =
      ascii::trimmed(std::string_view(note.bytes).substr(begin, end - begin));
  if (body.empty()) return {};
  return twin_key(section.title() + '\n' + std::string(body));
}

std::uint32_t thread_byte(const std::vector<ExtractedSection>& sections,
                          const ExtractedSection& start) {
  const ExtractedSection* section = &start;
  while (section->section.level == Level::question && section->parent)
    section = &sections[*section->parent];
  return static_cast<std::uint32_t>(section->section.begin_byte);
}

// The dots of an address are not terms.
void add_words(Xapian::Document& document, const Field& field, std::span<const Term> terms) {
  for (const Term& term : terms)
    if (term.role != TermRole::sigil || field.kind != FieldKind::address)
      document.add_term(field_term(field, term.stem), field.wdf);
}

// Makes the value findable under the field, according to the kind of field. Day ranges are values,
// not terms.
void add_field_terms(Xapian::Document& document, const Field& field, std::string_view value,
                     Analyzer& analyzer) {
  switch (field.kind) {
    case FieldKind::text:
    case FieldKind::path:
      add_words(document, field, analyzer.analyze(value));
      break;
    case FieldKind::label:
      for (const std::string& key : label_keys(value))
        document.add_boolean_term(std::string(field.prefix).append(key));
      break;
    case FieldKind::choice:
      document.add_boolean_term(field_term(field, value));
      break;
    case FieldKind::note:
      document.add_boolean_term(link_term(value));
      break;
    case FieldKind::host:
      for (const std::string& host : host_and_parents(host_of(value)))
        document.add_boolean_term(field_term(field, host));
      break;
    case FieldKind::address:
      add_words(document, field, analyzer.analyze(address_text(value)));
      break;
    case FieldKind::day_range:
      break;
  }
}

}  // namespace

std::optional<ReadNote> read_for_index(const Root& root, const std::string& rel_path,
                                       std::vector<Diagnostic>& diagnostics) {
  auto file = read_note(root, rel_path, diagnostics);
  if (!file) return std::nullopt;
  auto [text, sections] = extract_sections(*file, diagnostics);
  CatalogNote catalog{rel_path, file->stamp, file->content_hash,
                      time_is_uncertain(file->stamp.mtime_ns, now_ns())};
  return ReadNote{std::move(*file), std::move(text), std::move(sections), std::move(catalog)};
}

Diagnostic too_large(const Root& root, const std::string& rel_path) {
  return {note_path(root, rel_path), 0,
          "is left out: it would take too much memory; split it into several notes"};
}

HashedSection hash_section(const ExtractedSection& section) {
  const std::uint64_t hash = hash_of(term_sources(section));
  return {&section, hash, pack_section({section.section, hash})};
}

void set_stored_values(Xapian::Document& document, const ReadNote& note,
                       const HashedSection& hashed) {
  const Section& section = hashed.extracted->section;
  document.add_value(slot::section, hashed.packed);
  document.add_value(slot::place, pack_place({note_hash(note.file.root_path, note.file.rel_path),
                                              static_cast<std::uint32_t>(section.begin_byte),
                                              static_cast<std::uint32_t>(section.end_byte_below),
                                              thread_byte(note.sections, *hashed.extracted)}));
  document.add_value(slot::twin,
                     twin_key_of(note.file, *hashed.extracted));  // "" removes the value
  document.add_value(slot::facets, pack_facet_values(section));
  document.add_value(slot::date_begin, section.date ? sortable_minute(section.date->begin) : "");
  document.add_value(slot::date_end, section.date ? sortable_minute(section.date->end) : "");
}

struct SectionDocuments::State {
  explicit State(const std::string& language) : analyzer(language) {}

  // How often each term of a piece occurs, weighted. Counting a term here costs a fraction of
  // adding it to a Xapian document.
  class TermCounts {
   public:
    struct Count {
      std::string_view term;
      Xapian::termcount wdf;
    };

    // The analyzer gives a word that repeats the same view. A term may have several counts.
    void add(std::string_view term, Xapian::termcount wdf) {
      const auto address = reinterpret_cast<std::uintptr_t>(term.data());
      std::uint32_t& place = places_[(address ^ (address >> kPlaceBits)) % places_.size()];
      if (place < counts_.size() && counts_[place].term.data() == term.data()) {
        counts_[place].wdf += wdf;
        return;
      }
      place = static_cast<std::uint32_t>(counts_.size());
      counts_.push_back({term, wdf});
    }

    // In the order of the text.
    const std::vector<Count>& all() const { return counts_; }
    void clear() { counts_.clear(); }

   private:
    static constexpr std::size_t kPlaceBits = 12;

    std::vector<Count> counts_;
    std::array<std::uint32_t, std::size_t{1} << kPlaceBits> places_{};  // into counts_, by address
  };

  Analyzer analyzer;
  WordSequence words;  // of the current section
  TermCounts stems;    // of the current piece
  TermCounts exact_forms;

  void add_own_text(Xapian::Document& document, const ExtractedSection& extracted) {
    const std::string_view text = extracted.text;
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
      end = begin + end_of_slice(text.substr(begin), kPieceBytes);
      add_piece(document, text.substr(begin, end - begin), begin, extracted.heading_text);
    }
  }

  // The piece begins at `offset` in the text that `heading` refers to.
  void add_piece(Xapian::Document& document, std::string_view piece, std::size_t offset,
                 ByteRange heading) {
    stems.clear();
    exact_forms.clear();
    for (const Term& term : analyzer.analyze(piece)) {
      if (term.role == TermRole::word) words.add(print_of(term.stem));
      const std::size_t begin = offset + term.begin_byte;
      const bool is_in_heading = begin >= heading.begin && begin < heading.end;
      stems.add(term.stem, is_in_heading ? kHeadingWdf : 1);
      if (term.exact != term.stem) exact_forms.add(term.exact, 1);
    }
    add_counted(document, {}, stems);
    add_counted(document, prefix::exact, exact_forms);
  }

  static void add_counted(Xapian::Document& document, std::string_view prefix,
                          const TermCounts& counts) {
    for (const auto& [term, wdf] : counts.all()) {
      const Xapian::termcount count = document.termlist_count();
      if (count > kMaxTerms || (count > kMaxTermsWithDigits && has_digit(term))) continue;
      document.add_term(std::string(prefix).append(term), wdf);
    }
  }

  void add_names(Xapian::Document& document, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      words.add(kBarrier);
      for (const Term& term : analyzer.analyze(name)) {
        if (term.role == TermRole::word) words.add(print_of(term.stem));
        document.add_term(std::string(term.stem), kHeadingWdf);
      }
    }
  }

  void add_whole_titles(Xapian::Document& document, const ExtractedSection& extracted) {
    const auto add = [&](const std::string& title) {
      if (const std::string term = whole_title_term(title, analyzer); !term.empty())
        document.add_boolean_term(term);
    };
    add(extracted.section.title());
    for (const std::string& title : extracted.section.other_titles) add(title);
  }

  void add_inherited_titles(Xapian::Document& document, const Section& section) {
    for (std::size_t depth = 0; depth + 1 < section.breadcrumb.size(); ++depth)
      for (const Term& term : analyzer.analyze(section.breadcrumb[depth].title))
        document.add_term(std::string(term.stem), inherited_wdf(depth));
  }

  void add_fields(Xapian::Document& document, const ExtractedSection& extracted) {
    for (const Field& row : fields()) {
      if (row.kind == FieldKind::path && extracted.section.level != Level::note) continue;
      for (const std::string& value : values_of(extracted, row.id))
        add_field_terms(document, row, value, analyzer);
    }
  }

  std::string stems_of(std::string_view text) {
    std::string row;
    for (const Term& term : analyzer.analyze(text))
      if (term.role == TermRole::word) row.append(row.empty() ? "" : " ").append(term.stem);
    return row;
  }

  void add_acronyms(Xapian::Document& document, const std::vector<Acronym>& acronyms) {
    for (const auto& [letters, expansion] : acronyms) {
      document.add_boolean_term(acronym_term(stems_of(letters), expansion));
      document.add_boolean_term(acronym_term(stems_of(expansion), letters));
    }
  }
};

SectionDocuments::SectionDocuments(const std::string& language)
    : state_(std::make_unique<State>(language)) {}
SectionDocuments::~SectionDocuments() = default;

Xapian::Document SectionDocuments::make(const ReadNote& note, const HashedSection& hashed,
                                        std::vector<Diagnostic>& diagnostics) {
  State& state = *state_;
  const ExtractedSection& extracted = *hashed.extracted;
  Xapian::Document document;
  state.words = {};  // if memory ran out in the section before
  state.add_own_text(document, extracted);
  if (const Xapian::termcount count = document.termlist_count(); count > kMaxTermsWithDigits)
    diagnostics.push_back({note.file.path, extracted.section.heading_line(),
                           count > kMaxTerms
                               ? "has more than 250,000 different words: the rest cannot be found"
                               : "has more than 200,000 different words: the rest of those with "
                                 "digits cannot be found"});
  state.add_names(document, extracted.section.other_titles);
  state.add_names(document, extracted.tag_words);
  state.add_whole_titles(document, extracted);
  document.add_value(slot::words, state.words.take());
  state.add_inherited_titles(document, extracted.section);
  state.add_fields(document, extracted);
  state.add_acronyms(document, extracted.acronyms);
  for (const std::string& name : extracted.names) document.add_boolean_term(note_name_term(name));
  document.add_boolean_term(note_term(note.file.root_path, note.file.rel_path));
  set_stored_values(document, note, hashed);
  if (const std::string twin = document.get_value(slot::twin); !twin.empty())
    document.add_boolean_term(twin_term(twin));
  return document;
}

}  // namespace notes
