// SPDX-License-Identifier: GPL-2.0-or-later
// Looks up fields: words in a row, and labels, which are tags and names.
#include <algorithm>
#include <utility>

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "common/section_codec.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/label.h"
#include "common/text/nearest_word.h"
#include "common/text/unicode_fold.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/query_compiler.h"
#include "query/search/show/seen_text.h"
#include "query/search/words/query_words.h"

namespace notes {
namespace {

// The words of the condition, to be found in a row by their stems.
QueryWord read_words(const Condition& condition, Analyzer& analyzer) {
  QueryWord words = make_query_word(
      condition.text, condition.begins ? NodeKind::prefix : NodeKind::phrase, analyzer);
  words.quoted = false;
  words.sigil.clear();
  return words;
}

// A field has stems, which may be shorter than the typed start of a word, but have at least this
// many letters.
Xapian::Query may_begin(const Field& field, const std::string& begin) {
  constexpr std::size_t kSureLetters = 3;
  const std::string plain = fold_word(begin);
  std::size_t sure = 0;
  for (std::size_t i = 0; i < kSureLetters && sure < plain.size(); ++i)
    sure += code_point_at(plain, sure).bytes;
  return {Xapian::Query::OP_WILDCARD, field_term(field, plain.substr(0, sure))};
}

// Sections with all words and signs in the field, in any order.
Xapian::Query every_word(const Condition& condition, const QueryWord& wanted, Analyzer& analyzer) {
  const Field& row = field(condition.field);
  std::vector<Xapian::Query> words;
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
Xapian::Query in_order(FieldId id, const QueryWord& wanted, Analyzer& analyzer) {
  const auto has_row = [&analyzer, words = std::vector{wanted}](const std::string& value) {
    return !find_words(value, analyzer.analyze(value), words).empty();
  };
  return only_checked(slot::section, [=](const std::string& packed) {
    return std::ranges::any_of(field_values(unpack_section(packed).section, id), has_row);
  });
}

// "tag:", or "path:" for the path of a note, which is the name people use.
std::string name_of(const Field& row) {
  return std::string(row.kind == FieldKind::path ? row.alias : row.name) + ":";
}

bool is_met(const Condition& condition, const SearchIndex& in) {
  return !unranked(meets_condition(condition, in), in.database, 0, 1).empty();
}

std::string nearest_label(const Condition& condition, const Xapian::Database& database) {
  std::vector<std::string> known;
  for (Label& label : find_labels(database, field(condition.field), ""))
    known.push_back(std::move(label.folded));
  return nearest_word(fold_label(condition.text), known);
}

// What the user may have meant: a label with a similar spelling, the value in another field, or a
// plain word. Empty if no section has any of these.
std::string other_reading(Condition condition, const std::string& value, const SearchIndex& in) {
  const Field& row = field(condition.field);
  if (row.kind == FieldKind::label)
    if (const auto label = nearest_label(condition, in.database); !label.empty())
      return name_of(row) + label;
  for (const FieldId id : {FieldId::note, FieldId::title, FieldId::tag, FieldId::url}) {
    const bool may_be = id != row.id && (id != FieldId::url || row.kind == FieldKind::host);
    condition.field = id;
    if (may_be && is_met(condition, in)) return name_of(field(id)) + value;
  }
  const QueryWord words = make_query_word(condition.text, NodeKind::phrase, in.analyzer);
  return is_known(words, in.database) ? value : "";
}

}  // namespace

Xapian::Query phrase_in_field(const Condition& condition, Analyzer& analyzer) {
  const QueryWord wanted = read_words(condition, analyzer);
  Xapian::Query words = every_word(condition, wanted, analyzer);
  if (wanted.stems.size() <= 1 && wanted.prefix.empty()) return words;
  return {Xapian::Query::OP_AND, words, in_order(condition.field, wanted, analyzer)};
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
