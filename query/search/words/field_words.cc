// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/field_words.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/field_values.h"
#include "common/section_codec.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/unicode_fold.h"
#include "query/search/match/posting_sources.h"
#include "query/search/words/begun_words.h"
#include "query/search/words/query_words.h"

namespace notes {
namespace {

// What a condition asks of a field.
struct FieldWords {
  std::vector<std::string> terms;  // words and signs, each of them in the field
  std::vector<std::string> row;    // stems of words that follow each other
  std::string begin;               // of one more word behind them; empty = none
};

FieldWords read_words(const Condition& condition, Analyzer& analyzer) {
  QueryNode node;
  node.kind = condition.begins ? NodeKind::prefix : NodeKind::phrase;
  node.text = condition.text;
  const QueryWord word = make_query_word(node, analyzer);
  FieldWords words{word.stems, word.stems, word.prefix};
  if (condition.begins || field(condition.field).kind == FieldKind::address) return words;
  for (const Term& term : analyzer.analyze(condition.text)) {
    const bool is_inner =
        term.begin_byte > 0 && ascii::is_alphanumeric(condition.text[term.begin_byte - 1]);
    if (term.role == TermRole::sigil && !is_inner) words.terms.emplace_back(term.stem);
  }
  return words;
}

// Whether the words stand in the value one after the other.
bool has_row(std::span<const Term> value, const FieldWords& wanted) {
  if (wanted.row.empty())
    return std::ranges::any_of(value, [&](const Term& t) { return begins_with(t, wanted.begin); });
  std::vector<Term> words;
  std::ranges::copy_if(value, std::back_inserter(words),
                       [](const Term& term) { return term.role == TermRole::word; });
  const auto is_stem = [](const Term& term, const std::string& stem) { return term.stem == stem; };
  for (auto from = words.begin();; ++from) {
    from = std::search(from, words.end(), wanted.row.begin(), wanted.row.end(), is_stem);
    if (from == words.end()) return false;
    const auto last = from + static_cast<std::ptrdiff_t>(wanted.row.size());
    if (wanted.begin.empty() || (last != words.end() && begins_with(*last, wanted.begin)))
      return true;
  }
}

// Fields are short: their words are analyzed again instead of being kept in order.
class FieldPhraseSource final : public CheckedSource {
 public:
  FieldPhraseSource(FieldId id, FieldWords words, Analyzer& analyzer)
      : id_(id), words_(std::move(words)), analyzer_(analyzer) {}

  PostingSource* clone() const override { return new FieldPhraseSource(id_, words_, analyzer_); }
  void init(const Xapian::Database& database) override {
    CheckedSource::init(database);
    database_ = database;
  }

 private:
  bool matches(Xapian::docid docid) override {
    return std::ranges::any_of(values_of(docid), [&](const std::string& value) {
      return has_row(analyzer_.analyze(value), words_);
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
  FieldWords words_;
  Analyzer& analyzer_;
  Xapian::Database database_;
};

// Fields have stems, which may be shorter than what a word begins with; but not by so much.
Xapian::Query may_begin(const Field& field, const std::string& begin) {
  constexpr std::size_t kSureLetters = 3;
  const std::string plain = UnicodeFolder().fold(begin).plain;
  std::size_t sure = 0;
  for (std::size_t i = 0; i < kSureLetters && sure < plain.size(); ++i)
    sure += code_point_at(plain, sure).bytes;
  return {Xapian::Query::OP_WILDCARD, field_term(field, plain.substr(0, sure))};
}

Xapian::Query every_word(const Field& field, const FieldWords& wanted) {
  std::vector<Xapian::Query> words;
  for (const std::string& term : wanted.terms) words.emplace_back(field_term(field, term));
  if (!wanted.begin.empty()) words.push_back(may_begin(field, wanted.begin));
  return {Xapian::Query::OP_AND, words.begin(), words.end()};
}

Xapian::Query in_order(const Condition& condition, FieldWords wanted, Analyzer& analyzer) {
  const Xapian::Query words = every_word(field(condition.field), wanted);
  return {Xapian::Query::OP_AND, words,
          Xapian::Query(
              (new FieldPhraseSource(condition.field, std::move(wanted), analyzer))->release())};
}

}  // namespace

Xapian::Query phrase_in_field(const Condition& condition, Analyzer& analyzer) {
  FieldWords wanted = read_words(condition, analyzer);
  return wanted.row.size() > 1 || !wanted.begin.empty()
             ? in_order(condition, std::move(wanted), analyzer)
             : every_word(field(condition.field), wanted);
}

}  // namespace notes
