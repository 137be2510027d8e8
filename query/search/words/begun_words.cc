// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the words in the index that a prefix stands for.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "common/schema.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/unicode_fold.h"
#include "query/search/match/query_compiler.h"
#include "query/search/words/query_words.h"

namespace notes {
namespace {

// Where the terms begin and end, in the order of the index, that may be words with this beginning:
// stems, and words as written, which have a prefix. A word as written may have a letter with an
// accent instead of any letter of `begin`.
std::vector<std::pair<std::string, std::string>> ranges_of(const std::string& begin) {
  constexpr char kBehindLatin = '\xca';
  constexpr char kBehindAll = '\xff';
  const std::string exact(prefix::exact);
  std::vector<std::pair<std::string, std::string>> ranges{
      {begin, begin + kBehindAll}, {exact + begin, exact + begin + kBehindAll}};
  for (std::size_t i = 0; i < begin.size(); ++i) {
    const std::string start = exact + begin.substr(0, i);
    const bool is_first_latin = i == 0 && ascii::is_ascii(begin.front());
    ranges.emplace_back(start + '\xc2', start + (is_first_latin ? kBehindLatin : kBehindAll));
  }
  std::ranges::sort(ranges);
  return ranges;
}

// The word as written, or without its accents.
bool word_begins_with(std::string_view word, std::string_view start) {
  if (word.starts_with(start)) return true;
  if (ascii::is_ascii(word)) return false;
  return fold_word(word).starts_with(start);
}

// Sorted by their counts, the most common first, as far as the first `most` go.
template <class Counted>
std::vector<Counted> commonest_first(std::vector<std::pair<Counted, Xapian::doccount>> counted,
                                     std::size_t most) {
  const auto end = counted.begin() + static_cast<std::ptrdiff_t>(std::min(most, counted.size()));
  std::ranges::partial_sort(counted, end, std::greater<>(),
                            [](const auto& one) { return std::tie(one.second, one.first); });
  std::vector<Counted> sorted;
  for (auto& [one, count] : counted) sorted.push_back(std::move(one));
  return sorted;
}

// The terms in the index whose words start with `start`; those that count for ranking first, by
// frequency.
std::vector<std::string> find_begun_words(const Xapian::Database& database,
                                          const std::string& start) {
  std::vector<std::pair<std::string, Xapian::doccount>> found;
  const auto end = database.allterms_end();
  auto at = database.allterms_begin();
  for (const auto& [first, behind] : ranges_of(start)) {
    if (at != end && *at < first) at.skip_to(first);
    for (; at != end; ++at) {
      std::string term = *at;
      if (term >= behind) break;
      const bool is_written = term.starts_with(prefix::exact);
      const auto word = std::string_view(term).substr(is_written ? prefix::exact.size() : 0);
      if (is_written ? word_begins_with(word, start) : word.starts_with(start))
        found.emplace_back(std::move(term), at.get_termfreq());
    }
  }
  return commonest_first(std::move(found), kRankedBegunWords);
}

std::vector<std::string> stems_of(const std::vector<std::string>& terms, Analyzer& analyzer) {
  std::set<std::string> stems;
  for (const std::string& term : terms) {
    if (!term.starts_with(prefix::exact))
      stems.insert(term);
    else if (const auto word = analyzer.analyze(term.substr(prefix::exact.size())); !word.empty())
      stems.emplace(word.front().stem);
  }
  return {stems.begin(), stems.end()};
}

// Reads one term after the other, since Xapian would compare the positions in all their lists at
// every step.
Docids sections_with_any(const std::vector<std::string>& terms, const Xapian::Database& database) {
  std::vector<bool> found(database.get_lastdocid() + std::size_t{1});
  for (const std::string& term : terms)
    for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
      found[*at] = true;
  Docids docids;
  for (std::size_t docid = 0; docid < found.size(); ++docid)
    if (found[docid]) docids.push_back(static_cast<Xapian::docid>(docid));
  return docids;
}

void take_expansions(QueryWord& word, std::vector<std::string> terms) {
  constexpr std::size_t kFew = 50;
  const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
  word.any_expansion = Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, any, 0);
  if (terms.size() > kFew)
    word.any_expansion = only_found(
        [terms](const Xapian::Database& database) { return sections_with_any(terms, database); });
  word.expansions = std::move(terms);
}

constexpr std::size_t kSampledWords = 10;

// Ten stems that start with `begin`: the most common ones in a few hundred sections from all over
// the index.
std::vector<std::string> sample_begun_words(const Xapian::Database& database,
                                            const std::string& begin) {
  constexpr Xapian::docid kSections = 200;
  const Xapian::docid step = database.get_lastdocid() / kSections + 1;
  std::map<std::string, Xapian::doccount> counts;
  for (auto at = database.postlist_begin(""); at != database.postlist_end("");
       at.skip_to(*at + step))
    for (std::string& term : terms_of(*at, database, begin)) ++counts[std::move(term)];
  auto words = commonest_first<std::string>({counts.begin(), counts.end()}, kSampledWords);
  words.resize(std::min(words.size(), kSampledWords));
  return words;
}

// Ten stems that start with `begin`: those that most often follow the row of stems, in the first
// sections that have it.
std::vector<std::string> begun_words_after(const Xapian::Database& database,
                                           const std::vector<std::string>& row,
                                           const std::string& begin) {
  constexpr Xapian::doccount kSections = 2000;
  constexpr std::size_t kPrints = 300;
  const std::vector<WordPrint> row_prints = prints_of(row);
  SlotReader sequences(database, slot::words);
  std::map<WordPrint, Xapian::doccount> counts;
  std::map<WordPrint, Xapian::docid> section_with;
  for (const Xapian::docid docid : unranked(in_a_row(row), database, kSections))
    for (const WordPrint print : prints_behind(sequences.value_of(docid), row_prints)) {
      ++counts[print];
      section_with.emplace(print, docid);
    }
  auto prints = commonest_first<WordPrint>({counts.begin(), counts.end()}, kPrints);
  prints.resize(std::min(prints.size(), kPrints));
  std::vector<std::string> words;
  for (const WordPrint print : prints) {
    if (words.size() == kSampledWords) break;
    const auto terms = terms_of(section_with.at(print), database, begin);
    const auto term = std::ranges::find(terms, print, print_of);
    if (term != terms.end()) words.push_back(*term);
  }
  return words;
}

// Sets the words in the index that the word's prefix stands for, most common first.
void expand(QueryWord& word, const SearchIndex& in) {
  std::vector<std::string> terms = find_begun_words(in.database, word.prefix);
  if (!word.stems.empty()) return take_expansions(word, stems_of(terms, in.analyzer));
  word.expansion_count = terms.size();
  if (has_few_letters(word)) terms.resize(std::min(terms.size(), kRankedBegunWords));
  take_expansions(word, std::move(terms));
}

// The same, while the user may still be typing the word. For one or two letters there are too many
// words to look at, so it takes ten from a sample of sections.
void expand_unfinished(QueryWord& word, const SearchIndex& in) {
  if (!has_few_letters(word)) return expand(word, in);
  const std::string begin = fold_word(word.prefix);
  take_expansions(word, word.stems.empty() ? sample_begun_words(in.database, begin)
                                           : begun_words_after(in.database, word.stems, begin));
}

}  // namespace

bool begins_with(const Term& term, std::string_view start) {
  return term.stem.starts_with(start) || word_begins_with(term.exact, start);
}

bool has_few_letters(const QueryWord& word) {
  constexpr std::size_t kMinExactLetters = 3;
  return code_points_of(word.prefix).size() < kMinExactLetters;
}

void add_becoming(QueryWord& word, const SearchIndex& in) {
  if (!word.becoming.empty()) return;
  QueryWord becoming = make_query_word(word.typed, NodeKind::prefix, in.analyzer);
  if (!becoming.prefix.empty()) expand_unfinished(becoming, in);
  if (!becoming.expansions.empty()) word.becoming.push_back(std::move(becoming));
}

QueryWord make_query_word(const QueryNode& node, const SearchIndex& in) {
  QueryWord word = make_query_word(node, in.analyzer);
  if (!word.prefix.empty()) (node.begun ? expand_unfinished : expand)(word, in);
  return word;
}

std::vector<std::string> notes_on_prefixes(const std::vector<QueryWord>& words) {
  std::vector<std::string> notes;
  for (const QueryWord& word : words) {
    if (word.expansion_count <= kRankedBegunWords) continue;
    const std::string commonest = "the " + std::to_string(kRankedBegunWords) + " most common of " +
                                  std::to_string(word.expansion_count) + " forms of words";
    notes.push_back(word.expansions.size() < word.expansion_count
                        ? word.typed + "* finds only " + commonest +
                              "; type a third letter to find all"
                        : word.typed + "* finds every word that starts like this; " + commonest +
                              " count for the ranking");
  }
  return notes;
}

}  // namespace notes
