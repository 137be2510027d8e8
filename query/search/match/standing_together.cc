// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/standing_together.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "common/schema.h"
#include "query/search/match/checked_source.h"

namespace notes {
namespace {

bool stands_at(std::string_view sequence, std::size_t begin, const std::vector<WordPrint>& words) {
  std::size_t length = 0;
  while (length < words.size() && word_at(sequence, begin + length) == words[length]) ++length;
  return length == words.size();
}

bool has_row(std::string_view sequence, const std::vector<WordPrint>& words) {
  WordSequence row;
  for (const WordPrint word : words) row.add(word);
  const std::string bytes = row.take();
  for (auto at = sequence.find(bytes); at != sequence.npos; at = sequence.find(bytes, at + 1))
    if (at % sizeof(WordPrint) == 0) return true;
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

// Looks at the word sequence of each section.
class SequenceSource : public CheckedSource {
 public:
  void init(const Xapian::Database& database) override {
    CheckedSource::init(database);
    at_ = database.valuestream_begin(slot::words);
    end_ = database.valuestream_end(slot::words);
  }

 protected:
  virtual bool matches(Xapian::docid docid, std::string_view sequence) = 0;

 private:
  bool matches(Xapian::docid docid) override {
    if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
    return at_ != end_ && at_.get_docid() == docid && matches(docid, *at_);
  }

  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

class FormationSource final : public SequenceSource {
 public:
  explicit FormationSource(Formation formation) : formation_(std::move(formation)) {}

  PostingSource* clone() const override { return new FormationSource(formation_); }

 private:
  bool matches(Xapian::docid /*docid*/, std::string_view sequence) override {
    return has_formation(sequence, formation_);
  }

  Formation formation_;
};

// A print that one of many last words has is not enough: the section must have that word.
class BegunRowSource final : public SequenceSource {
 public:
  using LastWords = std::multimap<WordPrint, std::string>;

  BegunRowSource(std::vector<WordPrint> words, LastWords last_words)
      : words_(std::move(words)), last_words_(std::move(last_words)) {}

  PostingSource* clone() const override { return new BegunRowSource(words_, last_words_); }
  void init(const Xapian::Database& database) override {
    SequenceSource::init(database);
    database_ = database;
  }

 private:
  bool matches(Xapian::docid docid, std::string_view sequence) override {
    const std::size_t count = word_count(sequence);
    for (std::size_t end = words_.size(); end < count; ++end) {
      const auto [first, past] = last_words_.equal_range(word_at(sequence, end));
      if (first == past || !stands_at(sequence, end - words_.size(), words_)) continue;
      if (std::any_of(first, past, [&](const auto& last) { return has(docid, last.second); }))
        return true;
    }
    return false;
  }

  bool has(Xapian::docid docid, const std::string& stem) const {
    auto term = database_.termlist_begin(docid);
    term.skip_to(stem);
    return term != database_.termlist_end(docid) && *term == stem;
  }

  std::vector<WordPrint> words_;
  LastWords last_words_;
  Xapian::Database database_;
};

Xapian::Query together(const std::vector<std::string>& stems, WordOrder order, std::size_t window) {
  if (stems.empty()) return {};
  if (stems.size() == 1) return Xapian::Query(stems.front());
  std::vector<std::string> distinct = stems;
  std::ranges::sort(distinct);
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  Formation formation{{}, order, window};
  for (const std::string& stem : order == WordOrder::as_given ? stems : distinct)
    formation.words.push_back(print_of(stem));
  std::vector<Xapian::Query> parts(distinct.begin(), distinct.end());
  parts.emplace_back((new FormationSource(std::move(formation)))->release());
  return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

}  // namespace

bool has_formation(std::string_view sequence, const Formation& formation) {
  return formation.order == WordOrder::as_given
             ? has_row(sequence, formation.words)
             : has_window(sequence, formation.words, formation.window);
}

Xapian::Query in_a_row(const std::vector<std::string>& stems) {
  return together(stems, WordOrder::as_given, 0);
}

Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words) {
  std::vector<WordPrint> words;
  for (const std::string& stem : stems) words.push_back(print_of(stem));
  BegunRowSource::LastWords by_print;
  for (const std::string& last : last_words) by_print.emplace(print_of(last), last);
  std::vector<Xapian::Query> parts(stems.begin(), stems.end());
  parts.emplace_back((new BegunRowSource(std::move(words), std::move(by_print)))->release());
  return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

Xapian::Query near_each_other(const std::vector<std::string>& stems, std::size_t window) {
  return together(stems, WordOrder::any, window);
}

}  // namespace notes
