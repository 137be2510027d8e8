// SPDX-License-Identifier: GPL-2.0-or-later
// Completes the last word of a half-typed query.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "common/date_reader.h"
#include "common/index/document_terms.h"
#include "common/index/open_index.h"
#include "common/schema.h"
#include "common/text/analyzer.h"
#include "common/text/joined.h"
#include "common/text/label.h"
#include "query/language/field_value.h"
#include "query/search/around/around.h"
#include "query/search/match/query_compiler.h"
#include "query/search/words/query_words.h"

namespace notes {
namespace {

constexpr std::size_t kMaxNames = 6;
constexpr std::size_t kAll = static_cast<std::size_t>(-1);

void keep_commonest(std::vector<CountedTerm>& terms, std::size_t limit) {
  const auto end = terms.begin() + static_cast<std::ptrdiff_t>(std::min(limit, terms.size()));
  std::ranges::partial_sort(terms, end, [](const CountedTerm& a, const CountedTerm& b) {
    return a.sections != b.sections ? a.sections > b.sections : a.text < b.text;
  });
  terms.erase(end, terms.end());
}

std::vector<CountedTerm> common_terms(const Xapian::Database& database, std::string_view prefix,
                                      const std::string& start, std::size_t limit) {
  auto terms = terms_from(database, std::string(prefix) + start, prefix);
  keep_commonest(terms, limit);
  return terms;
}

// The position of the quote that starts the value of a field, if it is still open; else npos.
std::size_t open_quote(std::string_view typed) {
  const std::size_t quote = typed.rfind('"');
  const bool is_open = std::ranges::count(typed, '"') % 2 != 0;
  return is_open && quote > 0 && typed[quote - 1] == ':' ? quote : typed.npos;
}

class Completion {
 public:
  Completion(const OpenIndex& index, std::string_view typed, std::size_t limit)
      : analyzer_(index.settings.language), in_{index, analyzer_}, limit_(limit) {
    constexpr std::string_view kSigns = "-(";
    const std::size_t quote = open_quote(typed);
    std::string_view word = typed.substr(typed.substr(0, quote).find_last_of(" \t\n") + 1);
    const std::size_t signs = std::min(word.find_first_not_of(kSigns), word.size());
    const std::size_t colon = word.find(':', signs);
    if (colon != word.npos)
      if (const auto name = find_field_name(word.substr(signs, colon - signs)))
        field_ = name->field;
    const std::size_t kept = field_ == nullptr ? signs : colon + 1;
    before_ = word.substr(0, kept);
    start_ = word.substr(kept);
    if (field_ == nullptr || quote == typed.npos) return;
    start_.erase(0, 1);
    quote_ = "\"";
  }

  std::vector<std::string> run() {
    if (field_ != nullptr) {
      add_values(*field_);
    } else {
      add_field_names();
      if (!start_.empty()) {
        add_labels(field(FieldId::name), kMaxNames);
        add_words({});
      }
    }
    return std::move(words_);
  }

 private:
  void add(const std::string& word) {
    // The query language would split these without quotes.
    const bool fits = word.find_first_of(quote_.empty() ? " \t\n\"()" : "\n\"") == word.npos;
    if (fits && words_.size() < limit_ && seen_.insert(word).second)
      words_.push_back(before_ + quote_ + word + quote_);
  }

  void add_field_names() {
    for (const std::string& name : field_names())
      if (name.starts_with(start_)) add(name + ":");
  }

  void add_values(const Field& row) {
    switch (row.kind) {
      case FieldKind::choice:
        for (const std::string_view value : split_at_blanks(row.values))
          if (value.starts_with(start_)) add(std::string(value));
        return;
      case FieldKind::label:
        return add_labels(row, limit_);
      case FieldKind::host:
        for (const CountedTerm& term : common_terms(in_.database, row.prefix, start_, limit_))
          add(term.text);
        return;
      case FieldKind::text:
        return add_words(row.prefix);
      case FieldKind::day_range:
        return add_dates(row);
      case FieldKind::note:
        return add_note_names();
      case FieldKind::path:
      case FieldKind::address:
        return;
    }
  }

  // Labels as most sections write them, and their parents (`ml` for `ml/quant`).
  void add_labels(const Field& row, std::size_t limit) {
    const std::string start = fold_label(start_);
    std::map<std::string, CountedTerm> found;  // by folded label
    for (const Label& label : find_labels(in_.database, row, start))
      for (const std::string& folded : parents_and_label(label.folded)) {
        if (!folded.starts_with(start)) continue;
        CountedTerm& counted = found.try_emplace(folded, CountedTerm{folded}).first->second;
        counted.sections += label.sections;
        const bool fits = !quote_.empty() || label.written.find(' ') == std::string::npos;
        if (folded == label.folded && fits) counted.text = label.written;
      }
    std::vector<CountedTerm> labels;
    for (auto& [folded, counted] : found) labels.push_back(std::move(counted));
    keep_commonest(labels, limit);
    for (const CountedTerm& label : labels) add(label.text);
  }

  void add_note_names() {
    const std::string start = fold_note_name(start_);
    for (const CountedTerm& term : common_terms(in_.database, prefix::name, start, kAll)) {
      if (words_.size() == limit_) return;
      if (term.text.find_first_of("/=") == std::string::npos) add(term.text);
    }
  }

  // Names of days and weeks, and the years of dated sections, latest first.
  void add_dates(const Field& row) {
    for (const std::string& name : span_names())
      if (name.starts_with(start_)) add(name);
    std::set<int, std::greater<>> years;
    for (auto value = in_.database.valuestream_begin(row.slot);
         value != in_.database.valuestream_end(row.slot); ++value)
      years.insert(static_cast<int>(day_of(minute_from_sortable(*value)).year()));
    for (const int year : years)
      if (const std::string name = std::to_string(year); name.starts_with(start_)) add(name);
  }

  // Words in a field, or in any text if `prefix` is empty.
  void add_words(std::string_view prefix) {
    const auto terms = analyzer_.analyze(start_);
    if (terms.empty()) return;
    const std::string start(terms.front().exact);
    if (start.size() < start_.size()) return;  // several words, or signs outside a word
    auto exacts = common_terms(in_.database, prefix::exact, start, kAll);
    const auto forms = forms_by_stem(exacts);
    const auto is_elsewhere = [&](const CountedTerm& word) {
      const auto parts = analyzer_.analyze(word.text);
      return parts.empty() ||
             !in_.database.term_exists(std::string(prefix).append(parts.front().stem));
    };
    if (!prefix.empty()) std::erase_if(exacts, is_elsewhere);
    exacts.resize(std::min(exacts.size(), limit_));
    for (CountedTerm& stem : common_terms(in_.database, prefix, start, 2 * limit_)) {
      const auto others = forms.find(stem.text);
      if (others == forms.end() || is_written(stem.text, others->second, in_))
        exacts.push_back(std::move(stem));
    }
    std::ranges::stable_sort(exacts, std::greater<>(), &CountedTerm::sections);
    for (const CountedTerm& word : exacts) add(word.text);
  }

  using Forms = std::map<std::string, std::vector<std::string>>;  // terms, by their stem
  Forms forms_by_stem(const std::vector<CountedTerm>& exacts) {
    Forms forms;
    for (const CountedTerm& exact : exacts)
      for (const Term& term : analyzer_.analyze(exact.text))
        if (term.exact == exact.text)
          forms[std::string(term.stem)].push_back(std::string(prefix::exact) + exact.text);
    return forms;
  }

  Analyzer analyzer_;
  SearchIndex in_;
  std::size_t limit_;
  std::string before_;  // stays as it is: signs and `field:`
  std::string start_;   // to be completed
  std::string quote_;   // the quote before the value, or empty
  const Field* field_ = nullptr;
  std::set<std::string> seen_;
  std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> complete_word(const OpenIndex& index, std::string_view typed,
                                       std::size_t limit) {
  return Completion(index, typed, limit).run();
}

}  // namespace notes
