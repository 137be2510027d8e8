// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/synonyms.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/schema.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

constexpr std::size_t kMaxSynonyms = 8;  // per word

// Drops stop words, since a query drops them too.
std::vector<std::string> content_stems(const std::vector<std::string>& stems) {
  std::vector<std::string> kept = stems;
  std::erase_if(kept, is_stop_word);
  return kept.empty() ? stems : kept;
}

QueryWord word_of(const std::string& text, Analyzer& analyzer) {
  QueryWord word = make_query_word(text, NodeKind::phrase, analyzer);
  word.quoted = false;
  return word;
}

class SynonymFinder {
 public:
  SynonymFinder(std::vector<QueryWord>& words, const Xapian::Database& database, Analyzer& analyzer)
      : words_(words), database_(database), analyzer_(analyzer) {}

  void add_taught(std::size_t first);
  void add_own(const SynonymSets& sets);
  std::vector<std::string> take_remarks() { return std::move(remarks_); }

 private:
  std::size_t row_end(std::size_t first, const std::vector<std::string>& stems) const;
  void attach(std::size_t first, std::size_t end, const std::string& other);
  void remark(std::size_t first, std::size_t end, const std::string& other);
  bool is_typed(const QueryWord& synonym) const;

  std::vector<QueryWord>& words_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  std::vector<std::string> remarks_;
};

// "TSS (Time Sharing System)" already has both.
bool SynonymFinder::is_typed(const QueryWord& synonym) const {
  return std::ranges::all_of(content_stems(synonym.stems), [&](const std::string& stem) {
    return std::ranges::any_of(words_, [&](const QueryWord& word) {
      return std::ranges::find(word.stems, stem) != word.stems.end();
    });
  });
}

// The end of the words that start at `first` and have exactly these stems; `first` if they do not.
std::size_t SynonymFinder::row_end(std::size_t first, const std::vector<std::string>& stems) const {
  std::size_t at = 0;
  for (std::size_t word = first; word < words_.size(); ++word) {
    const QueryWord& typed = words_[word];
    if (typed.stop_word) continue;
    if (typed.quoted || !typed.prefix.empty()) return first;
    for (const std::string& stem : typed.stems)
      if (at == stems.size() || stems[at++] != stem) return first;
    if (at == stems.size()) return word + 1;
  }
  return first;
}

void SynonymFinder::attach(std::size_t first, std::size_t end, const std::string& other) {
  const QueryWord synonym = word_of(other, analyzer_);
  if (!is_known(synonym, database_) || is_typed(synonym)) return;
  remark(first, end, other);
  for (std::size_t word = first; word < end; ++word) {
    if (words_[word].stop_word) continue;
    auto& synonyms = words_[word].synonyms;
    const bool known =
        words_[word].stems == synonym.stems ||
        std::ranges::find(synonyms, synonym.stems, &QueryWord::stems) != synonyms.end();
    if (!known && synonyms.size() < kMaxSynonyms) synonyms.push_back(synonym);
  }
}

void SynonymFinder::remark(std::size_t first, std::size_t end, const std::string& other) {
  const std::span<const QueryWord> row = std::span(words_).subspan(first, end - first);
  const auto is_answered = [&](const QueryWord& word) {
    return word.stop_word || is_known(word, database_) || !word.synonyms.empty();
  };
  if (std::ranges::all_of(row, is_answered)) return;
  std::string typed;
  for (const QueryWord& word : row) typed.append(typed.empty() ? "" : " ").append(word.typed);
  remarks_.push_back("no section has \"" + typed + "\"; searched for \"" + other + "\"");
}

void SynonymFinder::add_taught(std::size_t first) {
  if (words_[first].stems.empty() || words_[first].stop_word) return;
  const std::string start = std::string(prefix::acronym) + words_[first].stems.front();
  for (const char next : {'=', ' '}) {
    const std::string from = start + next;
    for (auto term = database_.allterms_begin(from); term != database_.allterms_end(from); ++term) {
      const std::string taught = (*term).substr(prefix::acronym.size());
      const std::size_t equals = taught.find('=');
      const auto words = split_at_blanks(std::string_view(taught).substr(0, equals));
      const auto stems = content_stems({words.begin(), words.end()});
      const std::size_t end = row_end(first, stems);
      if (end > first) attach(first, end, taught.substr(equals + 1));
    }
  }
}

void SynonymFinder::add_own(const SynonymSets& sets) {
  for (const auto& set : sets)
    for (const std::string& name : set) {
      const auto stems = content_stems(word_of(name, analyzer_).stems);
      for (std::size_t first = 0; first < words_.size(); ++first) {
        const std::size_t end = words_[first].stop_word ? first : row_end(first, stems);
        if (end == first) continue;
        for (const std::string& other : set)
          if (other != name) attach(first, end, other);
      }
    }
}

}  // namespace

std::vector<std::string> add_synonyms(std::vector<QueryWord>& words, const SynonymSets& own,
                                      const Xapian::Database& database, Analyzer& analyzer) {
  SynonymFinder finder(words, database, analyzer);
  for (std::size_t first = 0; first < words.size(); ++first) finder.add_taught(first);
  finder.add_own(own);
  return finder.take_remarks();
}

}  // namespace notes
