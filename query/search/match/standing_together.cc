// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/standing_together.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/schema.h"
#include "query/search/match/checked_source.h"

namespace notes {
namespace {

bool has_row(std::string_view sequence, const std::vector<WordPrint>& words) {
  const std::size_t count = word_count(sequence);
  for (std::size_t begin = 0; begin + words.size() <= count; ++begin) {
    std::size_t length = 0;
    while (length < words.size() && word_at(sequence, begin + length) == words[length]) ++length;
    if (length == words.size()) return true;
  }
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

class FormationSource final : public CheckedSource {
 public:
  explicit FormationSource(Formation formation) : formation_(std::move(formation)) {}

  PostingSource* clone() const override { return new FormationSource(formation_); }
  void init(const Xapian::Database& database) override {
    CheckedSource::init(database);
    at_ = database.valuestream_begin(slot::words);
    end_ = database.valuestream_end(slot::words);
  }

 private:
  bool matches(Xapian::docid docid) override {
    if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
    return at_ != end_ && at_.get_docid() == docid && has_formation(*at_, formation_);
  }

  Formation formation_;
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
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

Xapian::Query near_each_other(const std::vector<std::string>& stems, std::size_t window) {
  return together(stems, WordOrder::any, window);
}

}  // namespace notes
