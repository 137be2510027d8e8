// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/query_words.h"

#include <algorithm>
#include <set>

#include "common/schema.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/word_scanner.h"
#include "query/language/query_characters.h"
#include "query/search/words/begun_words.h"

namespace notes {
namespace {

// A joined form speaks for a word when it is all of it, but for the v of v3.10; a sigil when it
// begins there. A piece is spoken for by its word, a bigram by the row of its characters.
void take_terms(QueryWord& word, std::span<const Term> terms) {
  std::uint32_t end = 0;
  for (const Term& term : terms)
    if (term.role == TermRole::word) end = term.end_byte;
  for (const Term& term : terms) {
    const bool begins_it = term.begin_byte <= terms.front().begin_byte + 1;
    const bool ends_it = term.end_byte >= end;
    if (term.role == TermRole::word) {
      word.stems.emplace_back(term.stem);
      word.exacts.emplace_back(term.exact);
    } else if (term.role == TermRole::joined && begins_it && ends_it && word.joined.empty()) {
      word.joined = term.stem;
    } else if (term.role == TermRole::sigil && begins_it && word.sigil.empty()) {
      word.sigil = term.stem;
      word.sigil_is_all = ends_it;
    }
  }
}

// 3.10.2 and 1,000, but not 978-3-16, which may as well stand there in parts.
bool is_number(const QueryWord& word) {
  return !word.joined.empty() && word.typed.find('-') == std::string::npos &&
         word.joined.find_first_not_of("0123456789.") == std::string::npos;
}

// Its parts are other numbers.
void make_one_term(QueryWord& word, std::string term) {
  word.stems = {term};
  word.exacts = {std::move(term)};
  word.joined.clear();
  word.sigil.clear();
}

void make_prefix(QueryWord& word) {
  if (word.stems.empty()) return;
  if (word.sigil_is_all) make_one_term(word, word.sigil);
  word.prefix = std::move(word.exacts.back());
  word.stems.pop_back();
  word.exacts.pop_back();
  word.joined.clear();
  word.sigil.clear();
}

// "cold pro*": the last word is only a beginning.
bool is_begun(std::string_view phrase) {
  return phrase.size() > 1 && phrase.ends_with('*') &&
         carries_meaning(last_code_point(phrase.substr(0, phrase.size() - 1)).value);
}

std::vector<Signs> signs_around(std::string_view phrase, std::span<const Term> terms) {
  std::vector<Signs> signs;
  std::size_t behind_word = 0;
  for (const Term& term : terms) {
    if (term.role != TermRole::word) continue;
    const Gap gap = signs.empty() ? Gap::before_words : Gap::between_words;
    signs.push_back(read_signs(phrase.substr(behind_word, term.begin_byte - behind_word), gap));
    behind_word = term.end_byte;
  }
  const Gap gap = signs.empty() ? Gap::no_words : Gap::behind_words;
  signs.push_back(read_signs(phrase.substr(behind_word), gap));
  return signs;
}

void read_phrase(QueryWord& word, std::string_view phrase, Analyzer& analyzer) {
  const bool begun = is_begun(phrase);
  if (begun) phrase.remove_suffix(1);
  const auto terms = analyzer.analyze(phrase);
  take_terms(word, terms);
  word.signs = signs_around(phrase, terms);
  if (is_number(word)) {
    make_one_term(word, word.joined);
    word.signs.assign(2, Signs());
  }
  word.joined.clear();
  if (!begun || word.stems.size() < 2) return;
  word.prefix = std::move(word.exacts.back());
  word.stems.pop_back();
  word.exacts.pop_back();
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

bool has_few_letters(const QueryWord& word) {
  return code_points_of(word.prefix).size() < kMinExactLetters;
}

bool has_terms(const QueryWord& word) {
  return !word.stems.empty() || !word.prefix.empty();
}

void add_word(std::vector<QueryWord>& words, QueryWord word) {
  if (!has_terms(word)) return;
  const auto same =
      std::ranges::find_if(words, [&](const QueryWord& other) { return same_terms(word, other); });
  if (same != words.end())
    ++same->count;
  else
    words.push_back(std::move(word));
}

// A sign that stands between words rather than in one: read/write, foo|bar, f(x), but not 24/7 and
// not std::vector.
bool separates(std::string_view text, std::size_t at) {
  constexpr std::string_view kSigns = "/|\\&=<>()[]{},;:";
  if (kSigns.find(text[at]) == std::string_view::npos) return false;
  const char before = at > 0 ? text[at - 1] : ' ';
  const char after = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool is_double_colon = text[at] == ':' && (before == ':' || after == ':');
  return !is_double_colon && !(ascii::is_digit(before) && ascii::is_digit(after));
}

// Behind the apostrophe of d'études, if the words before it are all that is elided; else 0.
std::size_t elided_size(std::string_view text, Analyzer& analyzer) {
  const auto terms = analyzer.analyze(text);
  if (terms.size() < 2 || terms[1].role != TermRole::word) return 0;
  const std::string_view gap =
      text.substr(terms[0].end_byte, terms[1].begin_byte - terms[0].end_byte);
  return gap == "'" || gap == "\u2019" ? terms[1].begin_byte : 0;
}

// Each stands for itself, wherever it stands: only "read/write" in quotes asks for a row of words.
void collect_parts(QueryNode node, Analyzer& analyzer, const Xapian::Database& database,
                   std::vector<QueryWord>& words) {
  const std::string text = std::move(node.text);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !separates(text, end)) ++end;
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    node.text = part.substr(elided_size(part, analyzer));
    add_word(words, make_query_word(node, analyzer, database));
    begin = end + 1;
  }
}

std::string_view last_part(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && !separates(text, begin - 1)) --begin;
  return text.substr(begin);
}

// Adds to the last part of a word that is still being typed what it may become.
void add_becoming(const QueryNode& node, Analyzer& analyzer, const Xapian::Database& database,
                  std::vector<QueryWord>& words) {
  QueryNode start;
  start.kind = NodeKind::prefix;
  start.text = last_part(node.text);
  start.begun = true;
  const auto typed = std::ranges::find(words, start.text, &QueryWord::typed);
  if (typed == words.end() || !typed->becoming.empty()) return;
  QueryWord becoming = make_query_word(start, analyzer, database);
  if (!becoming.expansions.empty()) typed->becoming.push_back(std::move(becoming));
}

void collect(const QueryNode& node, Analyzer& analyzer, const Xapian::Database& database,
             std::vector<QueryWord>& words) {
  switch (node.kind) {
    case NodeKind::word:
      collect_parts(node, analyzer, database, words);
      if (node.begun) add_becoming(node, analyzer, database, words);
      return;
    case NodeKind::phrase:
    case NodeKind::prefix:
      add_word(words, make_query_word(node, analyzer, database));
      return;
    case NodeKind::near:
    case NodeKind::all:
    case NodeKind::any:
      for (const QueryNode& child : node.children) collect(child, analyzer, database, words);
      return;
    case NodeKind::regex:
    case NodeKind::condition:
    case NodeKind::exclude:
      return;
  }
}

}  // namespace

bool same_terms(const QueryWord& a, const QueryWord& b) {
  return a.stems == b.stems && a.exacts == b.exacts && a.sigil == b.sigil && a.prefix == b.prefix &&
         a.quoted == b.quoted && a.signs == b.signs;
}

QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer) {
  QueryWord word;
  word.typed = node.text;
  word.quoted = node.kind == NodeKind::phrase;
  word.stop_word = node.stop_word;
  if (word.quoted) {
    read_phrase(word, node.text, analyzer);
    return word;
  }
  take_terms(word, analyzer.analyze(node.text));
  if (is_number(word)) make_one_term(word, word.joined);
  const bool is_digest =
      node.kind == NodeKind::word && word.stems.size() == 1 && is_begun_digest(word.stems.front());
  if (node.kind == NodeKind::prefix || is_digest) make_prefix(word);
  return word;
}

QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer,
                          const Xapian::Database& database) {
  QueryWord word = make_query_word(node, analyzer);
  if (word.prefix.empty()) return word;
  if (node.begun && has_few_letters(word)) {
    word.expansions = word.stems.empty() ? sample_begun_words(database, word.prefix)
                                         : begun_words_behind(database, word.stems, word.prefix);
    return word;
  }
  BegunWords begun = find_begun_words(database, word.prefix);
  word.expansions = std::move(begun.terms);
  if (!word.stems.empty()) {
    word.expansions = stems_of(word.expansions, analyzer);
    return word;
  }
  word.expansion_count = begun.count;
  if (has_few_letters(word))
    word.expansions.resize(std::min(word.expansions.size(), kRankedBegunWords));
  return word;
}

std::vector<std::string> notes_on_prefixes(const std::vector<QueryWord>& words) {
  std::vector<std::string> notes;
  for (const QueryWord& word : words) {
    if (word.expansion_count <= kRankedBegunWords) continue;
    const std::string commonest = "the " + std::to_string(kRankedBegunWords) + " commonest of " +
                                  std::to_string(word.expansion_count) + " forms of words";
    notes.push_back(word.expansions.size() < word.expansion_count
                        ? word.typed + "* stands for " + commonest + "; a third letter finds all"
                        : word.typed + "* finds every word that begins so; " + commonest +
                              " count for the order");
  }
  return notes;
}

std::vector<QueryWord> collect_query_words(const QueryNode& root, Analyzer& analyzer,
                                           const Xapian::Database& database) {
  std::vector<QueryWord> words;
  collect(root, analyzer, database, words);
  if (std::ranges::all_of(words, &QueryWord::stop_word))
    for (QueryWord& word : words) word.stop_word = false;
  return words;
}

}  // namespace notes
