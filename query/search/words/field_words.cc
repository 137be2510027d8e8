// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/field_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/field_values.h"
#include "common/section_codec.h"
#include "query/search/match/checked_source.h"

namespace notes {
namespace {

std::vector<std::string> stems_of(const std::string& text, Analyzer& analyzer) {
  std::vector<std::string> stems;
  for (const Term& term : analyzer.analyze(text))
    if (term.role == TermRole::word) stems.emplace_back(term.stem);
  return stems;
}

Xapian::Query every_stem(const Field& field, const std::vector<std::string>& stems) {
  std::vector<Xapian::Query> words;
  for (const std::string& stem : stems) words.emplace_back(field_term(field, stem));
  return Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end());
}

// Fields are short: their words are analyzed again instead of being kept in order.
class FieldPhraseSource final : public CheckedSource {
 public:
  FieldPhraseSource(FieldId id, std::vector<std::string> stems, Analyzer& analyzer)
      : id_(id), stems_(std::move(stems)), analyzer_(analyzer) {}

  PostingSource* clone() const override { return new FieldPhraseSource(id_, stems_, analyzer_); }
  void init(const Xapian::Database& database) override {
    CheckedSource::init(database);
    database_ = database;
  }

 private:
  bool matches(Xapian::docid docid) override {
    return std::ranges::any_of(values_of(docid), [&](const std::string& value) {
      const std::vector<std::string> words = stems_of(value, analyzer_);
      return std::search(words.begin(), words.end(), stems_.begin(), stems_.end()) != words.end();
    });
  }

  std::vector<std::string> values_of(Xapian::docid docid) const {
    try {
      return field_values(unpack_section(database_.get_document(docid).get_data()).section, id_);
    } catch (const Xapian::DocNotFoundError&) {
      return {};
    }
  }

  FieldId id_;
  std::vector<std::string> stems_;
  Analyzer& analyzer_;
  Xapian::Database database_;
};

}  // namespace

Xapian::Query words_in_field(const Field& field, const std::string& text, Analyzer& analyzer) {
  return every_stem(field, stems_of(text, analyzer));
}

Xapian::Query phrase_in_field(const Field& field, const std::string& text, Analyzer& analyzer) {
  std::vector<std::string> stems = stems_of(text, analyzer);
  Xapian::Query words = every_stem(field, stems);
  if (stems.size() < 2) return words;
  const Xapian::Query in_order(
      (new FieldPhraseSource(field.id, std::move(stems), analyzer))->release());
  return Xapian::Query(Xapian::Query::OP_AND, words, in_order);
}

}  // namespace notes
