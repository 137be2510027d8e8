// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the sections that meet conditions, and looks up labels and links.
#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "common/section.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/label.h"
#include "common/text/nearest_word.h"
#include "common/text/unicode_fold.h"
#include "common/text/web_address.h"
#include "query/search/match/query_compiler.h"
#include "query/search/show/note_text.h"

namespace notes {
namespace {

using Xapian::Query;

// A field has stems, which may be shorter than the typed start of a word, but have at least this
// many letters.
Query may_begin(const Field& field, const std::string& begin) {
  constexpr std::size_t kSureLetters = 3;
  const std::string plain = fold_word(begin);
  std::size_t sure = 0;
  for (std::size_t i = 0; i < kSureLetters && sure < plain.size(); ++i)
    sure += code_point_at(plain, sure).bytes;
  return {Query::OP_WILDCARD, field_term(field, plain.substr(0, sure))};
}

// Sections with all words and signs in the field, in any order.
Query every_word(const Condition& condition, const QueryWord& wanted, Analyzer& analyzer) {
  const Field& row = field(condition.field);
  std::vector<Query> words;
  for (const std::string& stem : wanted.stems) words.emplace_back(field_term(row, stem));
  if (!wanted.prefix.empty()) words.push_back(may_begin(row, wanted.prefix));
  if (condition.begins || row.kind == FieldKind::address) return all_of(words);
  for (const Term& term : analyzer.analyze(condition.text)) {
    const bool is_inner =
        term.begin_byte > 0 && ascii::is_alphanumeric(condition.text[term.begin_byte - 1]);
    if (term.role == TermRole::sigil && !is_inner) words.emplace_back(field_term(row, term.stem));
  }
  return all_of(words);
}

// Checks the order of the words. Fields are short, so it analyzes them again.
Query in_order(FieldId id, const QueryWord& wanted, Analyzer& analyzer) {
  const auto has_row = [&analyzer, words = std::vector{wanted}](const std::string& value) {
    return !find_words(value, words, analyzer).empty();
  };
  return only_checked(slot::section, [=](const std::string& packed) {
    return std::ranges::any_of(field_values(unpack_section(packed).section, id), has_row);
  });
}

// The words of the condition one after the other. Matches nothing if there are no words.
Query phrase_in_field(const Condition& condition, Analyzer& analyzer) {
  QueryWord wanted = make_query_word(
      condition.text, condition.begins ? NodeKind::prefix : NodeKind::phrase, analyzer);
  wanted.sigil.clear();  // every_word() sees to it
  Query words = every_word(condition, wanted, analyzer);
  if (wanted.stems.size() <= 1 && wanted.prefix.empty()) return words;
  return {Query::OP_AND, words, in_order(condition.field, wanted, analyzer)};
}

using Names = std::set<std::string>;

// Whether it is a title that is also the name of a file: then links mean the file.
bool is_hidden(const std::string& name, const Xapian::Database& database) {
  return name.starts_with('=') && database.term_exists(note_name_term(name.substr(1)));
}

// The names by which links may refer to the note.
void add_names(Xapian::docid note, const Xapian::Database& database, Names& names) {
  for (const std::string& term : terms_of(note, database, prefix::name)) {
    const std::string name = term.substr(prefix::name.size());
    if (!is_hidden(name, database)) names.insert(name.substr(name.starts_with('=') ? 1 : 0));
  }
}

bool add_names_of_notes(const std::string& name, const Xapian::Database& database, Names& names) {
  const std::string term = note_name_term(name);
  for (auto note = database.postlist_begin(term); note != database.postlist_end(term); ++note)
    add_names(*note, database, names);
  return database.term_exists(term);
}

Query any_link(const Names& names) {
  std::vector<Query> links;
  for (const std::string& name : names) links.emplace_back(link_term(name));
  return any_of(links);
}

// Links to notes with a name that starts like this, and links that are written like that.
Query begun_links(const std::string& start, const Xapian::Database& database) {
  Names names;
  for (const std::string& key : {start, '=' + start})
    for (const auto& [name, notes] : terms_from(database, note_name_term(key), prefix::name))
      if (!is_hidden(name, database)) add_names_of_notes(name, database, names);
  return {Query::OP_OR, any_link(names), Query(Query::OP_WILDCARD, link_term(start))};
}

// Sections that link to any note with the name in this condition: its path, an end of its path, its
// title or an alias. If no note has the name, sections with a link of that name. The index stores
// links as written, so that links to notes that were removed or renamed do no harm.
Query links_to(const Condition& note, const Xapian::Database& database) {
  const std::string folded = fold_note_name(note.text);
  if (note.begins) return begun_links(folded, database);
  Names names{folded, fold_note_path(note.text)};
  if (!add_names_of_notes(folded, database, names))
    add_names_of_notes('=' + folded, database, names);
  return any_link(names);
}

Query sections_of_notes(const Query& note_query, const Xapian::Database& database) {
  SlotReader places(database, slot::place);
  std::vector<Query> notes;
  for (const Xapian::docid docid : all_matches(note_query, database)) {
    const Place place = unpack_place(places.value_of(docid));
    notes.emplace_back(note_term(place.note));
  }
  return any_of(notes);
}

// Sections that exist twice: another has the same value.
Query duplicates(const Xapian::Database& database) {
  std::unordered_map<std::string, Xapian::docid> first;
  std::set<Xapian::docid> twins;
  for (auto twin = database.valuestream_begin(slot::twin);
       twin != database.valuestream_end(slot::twin); ++twin) {
    const auto [same, is_new] = first.try_emplace(*twin, twin.get_docid());
    if (!is_new) twins.insert({same->second, twin.get_docid()});
  }
  return only({twins.begin(), twins.end()});
}

Query within(const Field& row, const MinuteRange& range) {
  // Undated sections have no value, and an empty value is below every bound. So a lower bound is
  // always set, to exclude them.
  Query after(Query::OP_VALUE_GE, row.slot + 1, sortable_minute(range.from));
  if (range.to == MinuteRange{}.to) return after;
  return {Query::OP_AND, after, Query(Query::OP_VALUE_LE, row.slot, sortable_minute(range.to))};
}

// Also matches the labels below it.
Query has_label(const Condition& condition, const SearchIndex& in) {
  const Field& row = field(condition.field);
  const std::string label = fold_label(condition.text);
  if (condition.begins) return {Query::OP_WILDCARD, field_term(row, label)};
  std::vector<Query> labels;
  for (const auto& [key, sections] : terms_from(in.database, field_term(row, label), row.prefix))
    if (answers_to(key, label)) labels.emplace_back(std::string(row.prefix) + key);
  return any_of(labels);
}

Query has_value(Condition condition, const SearchIndex& in) {
  const Field& row = field(condition.field);
  switch (row.kind) {
    case FieldKind::text:
      return phrase_in_field(condition, in.analyzer);
    case FieldKind::label:
      return has_label(condition, in);
    case FieldKind::path:
      return sections_of_notes(phrase_in_field(condition, in.analyzer), in.database);
    case FieldKind::choice:
      if (condition.text == "duplicate") return duplicates(in.database);
      return Query(field_term(row, condition.text));
    case FieldKind::host: {
      const std::string term = field_term(row, host_of(condition.text));
      return condition.begins ? Query(Query::OP_WILDCARD, term) : Query(term);
    }
    case FieldKind::address:
      condition.text = address_text(condition.text);
      return phrase_in_field(condition, in.analyzer);
    case FieldKind::note:
      return links_to(condition, in.database);
    case FieldKind::day_range:
      return within(row, condition.range);
  }
  return {};
}

// "tag:", or "path:" for the path of a note, which is the name people use.
std::string name_of(const Field& row) {
  return std::string(row.kind == FieldKind::path ? row.alias : row.name) + ":";
}

bool is_met(const Condition& condition, const SearchIndex& in) {
  return !unranked(meets_condition(condition, in), in.database, 1).empty();
}

// What the user may have meant: a label with a similar spelling, the value in another field, or a
// plain word. Empty if no section has any of these.
std::string other_reading(Condition condition, const std::string& value, const SearchIndex& in) {
  const Field& row = field(condition.field);
  if (row.kind == FieldKind::label) {
    std::vector<std::string> known;
    for (Label& label : find_labels(in.database, row, "")) known.push_back(std::move(label.folded));
    const std::string label = nearest_word(fold_label(condition.text), known);
    if (!label.empty()) return name_of(row) + label;
  }
  for (const FieldId id : {FieldId::note, FieldId::title, FieldId::tag, FieldId::url}) {
    const bool may_be = id != row.id && (id != FieldId::url || row.kind == FieldKind::host);
    condition.field = id;
    if (may_be && is_met(condition, in)) return name_of(field(id)) + value;
  }
  const QueryWord words = make_query_word(condition.text, NodeKind::phrase, in.analyzer);
  return is_known(words, in.database) ? value : "";
}

}  // namespace

Query no_section() {
  return Query(std::string(prefix::note));
}

Query meets_condition(const Condition& condition, const SearchIndex& in) {
  Query query = has_value(condition, in);
  return query.empty() ? no_section() : query;
}

std::uint32_t count_links_to(Xapian::docid note, const Xapian::Database& database) {
  Names names;
  add_names(note, database, names);
  if (names.empty()) return 0;
  Query elsewhere = any_link(names);
  for (const std::string& term : terms_of(note, database, prefix::note))
    elsewhere = {Query::OP_AND_NOT, elsewhere, Query(term)};
  return unranked(elsewhere, database, 0, database.get_doccount()).get_matches_estimated();
}

std::vector<Label> find_labels(const Xapian::Database& database, const Field& row,
                               const std::string& start) {
  std::vector<Label> labels;
  Xapian::doccount most = 0;  // of a spelling of the last label
  for (const auto& [key, sections] : terms_from(database, field_term(row, start), row.prefix)) {
    const LabelKey read = read_label_key(key);
    const bool is_same = !labels.empty() && labels.back().folded == read.folded &&
                         labels.back().without_marks == read.without_marks;
    if (!is_same) {
      labels.push_back({std::string(read.folded), "", 0, read.without_marks});
      most = 0;
    }
    labels.back().sections += sections;
    if (sections <= most) continue;
    most = sections;
    labels.back().written = read.written;
  }
  return labels;
}

std::vector<std::string> notes_on_unmet(const std::vector<Condition>& conditions,
                                        const SearchIndex& in) {
  std::vector<std::string> notes;
  for (const Condition& condition : conditions) {
    const Field& row = field(condition.field);
    if (row.kind == FieldKind::choice || row.kind == FieldKind::day_range || condition.begins ||
        is_met(condition, in))
      continue;
    const std::string value = condition.quoted ? "\"" + condition.text + "\"" : condition.text;
    if (const auto other = other_reading(condition, value, in); !other.empty())
      notes.push_back("no section has " + name_of(row) + value + "; did you mean " + other + "?");
    else if (row.kind == FieldKind::label && find_labels(in.database, row, "").empty())
      notes.push_back("no section has any " + std::string(row.name));
  }
  return notes;
}

}  // namespace notes
