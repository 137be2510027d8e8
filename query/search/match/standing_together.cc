// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/standing_together.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "common/schema.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/checked_source.h"
#include "query/search/match/docid_source.h"

namespace notes {
namespace {

// `goes_on` is asked with the index behind each place where the words stand in a row.
template <class GoesOn>
bool has_row(std::string_view sequence, const std::vector<WordPrint>& words, GoesOn goes_on) {
  WordSequence row;
  for (const WordPrint word : words) row.add(word);
  const std::string bytes = row.take();
  for (auto at = sequence.find(bytes); at != sequence.npos; at = sequence.find(bytes, at + 1))
    if (at % sizeof(WordPrint) == 0 && goes_on(at / sizeof(WordPrint) + words.size())) return true;
  return false;
}

// Remembers where each word was seen last: together when the oldest of these is near enough.
bool has_window(std::string_view sequence, const std::vector<WordPrint>& words,
                std::size_t window) {
  constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> last_seen(words.size(), kUnseen);
  const std::size_t count = word_count(sequence);
  for (std::size_t at = 0; at < count; ++at) {
    const WordPrint print = word_at(sequence, at);
    std::size_t word = 0;
    while (word < words.size() && words[word] != print) ++word;
    if (word == words.size()) {
      if (print == kBarrier) std::ranges::fill(last_seen, kUnseen);
      continue;
    }
    last_seen[word] = at;
    const bool all_near = std::ranges::all_of(
        last_seen, [&](std::size_t seen) { return seen != kUnseen && seen + window > at; });
    if (all_near) return true;
  }
  return false;
}

// Decides on the word sequence of each section.
class SequenceSource final : public CheckedSource {
 public:
  using Decide = std::function<bool(std::string_view sequence, Xapian::docid docid,
                                    const Xapian::Database& database)>;

  explicit SequenceSource(Decide decide) : decide_(std::move(decide)) {}

  PostingSource* clone() const override { return new SequenceSource(decide_); }
  void init(const Xapian::Database& database) override {
    CheckedSource::init(database);
    database_ = database;
    sequences_.emplace(database, slot::words);
  }

 private:
  bool matches(Xapian::docid docid) override {
    const std::string sequence = sequences_->value_of(docid);
    return !sequence.empty() && decide_(sequence, docid, database_);
  }

  Decide decide_;
  Xapian::Database database_;
  std::optional<SlotReader> sequences_;
};

// Sections with all of `parts` that `decide` holds for.
Xapian::Query decided(std::vector<Xapian::Query> parts, SequenceSource::Decide decide) {
  parts.emplace_back((new SequenceSource(std::move(decide)))->release());
  return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

bool has_term(const Xapian::Database& database, Xapian::docid docid, const std::string& term) {
  auto at = database.termlist_begin(docid);
  at.skip_to(term);
  return at != database.termlist_end(docid) && *at == term;
}

Xapian::Query together(const std::vector<std::string>& stems, WordOrder order, std::size_t window) {
  if (stems.empty()) return {};
  if (stems.size() == 1) return Xapian::Query(stems.front());
  std::vector<std::string> distinct = stems;
  std::ranges::sort(distinct);
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  Formation formation{prints_of(order == WordOrder::as_given ? stems : distinct), order, window};
  return decided({distinct.begin(), distinct.end()},
                 [formation = std::move(formation)](std::string_view sequence, auto&&...) {
                   return has_formation(sequence, formation);
                 });
}

}  // namespace

std::vector<WordPrint> prints_of(const std::vector<std::string>& stems) {
  std::vector<WordPrint> prints;
  for (const std::string& stem : stems) prints.push_back(print_of(stem));
  return prints;
}

bool has_any(std::string_view sequence, const std::vector<WordPrint>& prints) {
  for (std::size_t i = 0; i < word_count(sequence); ++i)
    if (std::ranges::find(prints, word_at(sequence, i)) != prints.end()) return true;
  return false;
}

bool has_formation(std::string_view sequence, const Formation& formation) {
  return formation.order == WordOrder::as_given
             ? has_row(sequence, formation.words, [](std::size_t) { return true; })
             : has_window(sequence, formation.words, formation.window);
}

Xapian::Query in_a_row(const std::vector<std::string>& stems) {
  return together(stems, WordOrder::as_given, 0);
}

// Where the last word is one of very many, its print is often that of another word.
Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words) {
  constexpr std::size_t kVeryMany = 500;
  const bool print_suffices = last_words.size() < kVeryMany;
  std::multimap<WordPrint, std::string> lasts;
  for (const std::string& last : last_words) lasts.emplace(print_of(last), last);
  std::vector<Xapian::Query> parts(stems.begin(), stems.end());
  parts.push_back(any_term(last_words));
  return decided(std::move(parts),
                 [row = prints_of(stems), lasts = std::move(lasts), print_suffices](
                     std::string_view sequence, Xapian::docid docid, const auto& database) {
                   return has_row(sequence, row, [&](std::size_t behind) {
                     if (behind == word_count(sequence)) return false;
                     const auto [first, past] = lasts.equal_range(word_at(sequence, behind));
                     return std::any_of(first, past, [&](const auto& last) {
                       return print_suffices || has_term(database, docid, last.second);
                     });
                   });
                 });
}

Xapian::Query near_each_other(const std::vector<std::string>& stems, std::size_t window) {
  return together(stems, WordOrder::any, window);
}

std::set<WordPrint> prints_behind(std::string_view sequence, const std::vector<WordPrint>& row) {
  std::set<WordPrint> behind;
  has_row(sequence, row, [&](std::size_t at) {
    if (at < word_count(sequence)) behind.insert(word_at(sequence, at));
    return false;
  });
  return behind;
}

}  // namespace notes
