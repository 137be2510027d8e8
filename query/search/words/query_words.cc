// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/query_words.h"

#include <algorithm>
#include <utility>

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "common/section.h"
#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/unicode_fold.h"
#include "common/text/word_scanner.h"
#include "query/language/query_characters.h"
#include "query/language/query_parser.h"
#include "query/search/match/query_compiler.h"

namespace notes {
namespace {

// In bytes. Signs farther from a word do not belong to it.
constexpr std::size_t kLongestGap = 4096;

// The sign at `at`, folded; moves `at` behind it. All hyphens are the same sign, and blanks in a
// row are one.
std::u32string next_sign(std::string_view text, std::size_t& at) {
  const CodePoint first = code_point_at(text, at);
  at += first.bytes;
  if (first.value == U'\u2010' || first.value == U'\u2011') return U"-";
  if (!is_blank(first.value)) return folded_code_point(first.value);
  while (at < text.size() && is_blank(code_point_at(text, at).value))
    at += code_point_at(text, at).bytes;
  return U" ";
}

// Whether a text may lack the signs between two words, or after the last one.
bool are_no_matter(std::u32string_view signs, Gap kind) {
  if (kind == Gap::between_words && signs == U"-") return true;
  if (kind != Gap::before_words && signs.starts_with(U'.')) {
    if (kind != Gap::after_words && signs.size() == 1) return false;  // pip.install
    signs.remove_prefix(1);
  }
  return signs.find_first_not_of(U" '\u2018\u2019") == signs.npos;
}

// Ignores blanks and apostrophes, the hyphen of "post-training" but not of "2-5", and a full stop
// after a word. A gap with nothing else has empty signs.
Signs read_signs(std::string_view gap, Gap kind) {
  Signs signs;
  for (std::size_t at = 0; at < gap.size();) signs += next_sign(gap, at);
  const bool begins = kind == Gap::before_words || kind == Gap::no_words;
  const bool ends = kind == Gap::after_words || kind == Gap::no_words;
  if (begins && signs.starts_with(U' ')) signs.erase(0, 1);
  if (ends && signs.ends_with(U' ')) signs.pop_back();
  return kind != Gap::no_words && are_no_matter(signs, kind) ? Signs() : signs;
}

// How many bytes the signs take at the start of `text`; nothing if it does not start with them.
std::optional<std::size_t> length_at_start(std::u32string_view signs, std::string_view text) {
  std::size_t at = 0;
  while (!signs.empty()) {
    if (at == text.size()) return std::nullopt;
    const std::u32string sign = next_sign(text, at);
    if (!signs.starts_with(sign)) return std::nullopt;
    signs.remove_prefix(sign.size());
  }
  return at;
}

// 3.10.2 and 1,000, but not 978-3-16, which a note may have in parts.
bool is_number(const QueryWord& word) {
  return !word.joined.empty() && word.typed.find('-') == std::string::npos &&
         word.joined.find_first_not_of("0123456789.") == std::string::npos;
}

// The parts of a number are different numbers.
void make_one_term(QueryWord& word, std::string term) {
  word.stems = {term};
  word.exacts = {std::move(term)};
  word.joined.clear();
  word.sigil.clear();
}

// Uses a joined form if it is the whole word, except for the v of v3.10, and a sigil if the word
// starts with it. Ignores pieces and bigrams, which add nothing to the word or its characters.
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
  if (is_number(word)) make_one_term(word, word.joined);
}

// Turns the last of the word's stems into its prefix.
void begin_last_word(QueryWord& word) {
  word.prefix = std::move(word.exacts.back());
  word.stems.pop_back();
  word.exacts.pop_back();
}

void make_prefix(QueryWord& word) {
  if (word.stems.empty()) return;
  if (word.sigil_is_all) make_one_term(word, word.sigil);
  begin_last_word(word);
  word.joined.clear();
  word.sigil.clear();
}

std::vector<Signs> signs_around(std::string_view phrase, std::span<const Term> terms) {
  std::vector<Signs> signs;
  std::size_t after_word = 0;
  for (const Term& term : terms) {
    if (term.role != TermRole::word) continue;
    const bool is_in_number = after_word > 0 && ascii::is_digit(phrase[after_word - 1]) &&
                              ascii::is_digit(phrase[term.begin_byte]);
    const Gap gap = signs.empty()  ? Gap::before_words
                    : is_in_number ? Gap::between_digits
                                   : Gap::between_words;
    signs.push_back(read_signs(phrase.substr(after_word, term.begin_byte - after_word), gap));
    after_word = term.end_byte;
  }
  const Gap gap = signs.empty() ? Gap::no_words : Gap::after_words;
  signs.push_back(read_signs(phrase.substr(after_word), gap));
  return signs;
}

// Whether the last word of a phrase is a prefix.
bool is_begun(std::string_view phrase) {
  return phrase.size() > 1 && phrase.ends_with('*') &&
         carries_meaning(last_code_point(phrase.substr(0, phrase.size() - 1)).value);
}

void read_phrase(QueryWord& word, std::string_view phrase, Analyzer& analyzer) {
  const bool begun = is_begun(phrase);
  if (begun) phrase.remove_suffix(1);
  const auto terms = analyzer.analyze(phrase);
  take_terms(word, terms);
  word.signs = signs_around(phrase, terms);
  if (word.signs.size() > word.stems.size() + 1) word.signs.assign(2, Signs());  // a number
  word.joined.clear();
  if (begun && word.stems.size() > 1) begin_last_word(word);
}

void collect_word(const QueryNode& node, const SearchIndex& in, std::vector<QueryWord>& words) {
  QueryWord word = make_query_word(node, in);
  if (!word.stems.empty() || !word.prefix.empty()) add_word(words, words.size(), std::move(word));
}

// A sign that separates words, as in read/write, foo|bar and f(x). In 24/7 and std::vector the sign
// is part of a word.
bool separates(std::string_view text, std::size_t at) {
  constexpr std::string_view kSigns = "/|\\&=<>()[]{},;:";
  if (kSigns.find(text[at]) == std::string_view::npos) return false;
  const char before = at > 0 ? text[at - 1] : ' ';
  const char after = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool is_double_colon = text[at] == ':' && (before == ':' || after == ':');
  return !is_double_colon && !(ascii::is_digit(before) && ascii::is_digit(after));
}

// The size of the elided part of d'études, apostrophe included; 0 if there is none.
std::size_t elided_size(std::string_view text, Analyzer& analyzer) {
  const auto terms = analyzer.analyze(text);
  if (terms.size() < 2 || terms[1].role != TermRole::word) return 0;
  const std::string_view gap =
      text.substr(terms[0].end_byte, terms[1].begin_byte - terms[0].end_byte);
  return gap == "'" || gap == "\u2019" ? terms[1].begin_byte : 0;
}

// Each part is a word of its own; only "read/write" in quotes requires both in a row.
void collect_parts(QueryNode node, const SearchIndex& in, std::vector<QueryWord>& words) {
  const std::string text = std::move(node.text);
  for (std::size_t begin = 0, end = 0; begin <= text.size(); begin = ++end) {
    while (end < text.size() && !separates(text, end)) ++end;
    const auto part = std::string_view(text).substr(begin, end - begin);
    node.text = part.substr(elided_size(part, in.analyzer));
    collect_word(node, in, words);
  }
  if (!node.begun) return;
  if (const auto last = std::ranges::find(words, node.text, &QueryWord::typed); last != words.end())
    add_becoming(*last, in);
}

void collect(const QueryNode& node, const SearchIndex& in, std::vector<QueryWord>& words) {
  if (node.kind == NodeKind::phrase || node.kind == NodeKind::prefix)
    return collect_word(node, in, words);
  if (node.kind == NodeKind::word) return collect_parts(node, in, words);
  if (node.kind == NodeKind::exclude) return;
  for (const QueryNode& child : node.children) collect(child, in, words);
}

}  // namespace

std::optional<ByteRange> find_signs(const Signs& signs, std::string_view gap, Gap kind) {
  const auto size = static_cast<std::uint32_t>(gap.size());
  if (signs.empty()) {
    const std::uint32_t at = kind == Gap::before_words ? size : 0;
    return ByteRange{at, at};
  }
  const bool may_start_later = kind == Gap::before_words || kind == Gap::no_words;
  const bool must_reach_end = kind == Gap::before_words || kind == Gap::between_words;
  const std::size_t first =
      kind == Gap::before_words && size > kLongestGap ? size - kLongestGap : 0;
  for (std::size_t start = first; start < size; start += code_point_at(gap, start).bytes) {
    const auto length = length_at_start(signs, gap.substr(start));
    const auto end = static_cast<std::uint32_t>(start + length.value_or(0));
    if (length && (!must_reach_end || end == size))
      return ByteRange{static_cast<std::uint32_t>(start), end};
    if (!may_start_later) break;
  }
  return std::nullopt;
}

std::size_t add_word(std::vector<QueryWord>& words, std::size_t at, QueryWord word) {
  const auto finds_the_same = [&](const QueryWord& other) {
    return word.stems == other.stems && word.exacts == other.exacts && word.sigil == other.sigil &&
           word.prefix == other.prefix && word.quoted == other.quoted && word.signs == other.signs;
  };
  if (const auto same = std::ranges::find_if(words, finds_the_same); same != words.end()) {
    same->count += word.count;
    return at;
  }
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), std::move(word));
  return at + 1;
}

QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer) {
  QueryWord word;
  word.typed = node.text;
  word.quoted = node.kind == NodeKind::phrase;
  word.stop_word = node.stop_word;
  if (word.quoted)
    read_phrase(word, node.text, analyzer);
  else
    take_terms(word, analyzer.analyze(node.text));
  const bool is_digest =
      node.kind == NodeKind::word && word.stems.size() == 1 && is_begun_digest(word.stems.front());
  if (node.kind == NodeKind::prefix || is_digest) make_prefix(word);
  return word;
}

QueryWord make_query_word(std::string text, NodeKind kind, Analyzer& analyzer) {
  QueryNode node;
  node.kind = kind;
  node.stop_word = kind == NodeKind::word && is_stop_word(text);
  node.text = std::move(text);
  QueryWord word = make_query_word(node, analyzer);
  word.quoted = false;
  return word;
}

bool is_known(const QueryWord& word, const Xapian::Database& database) {
  return !word.stems.empty() && std::ranges::all_of(word.stems, [&](const std::string& stem) {
    return database.term_exists(stem);
  });
}

std::vector<QueryWord> collect_query_words(const QueryNode& root, const SearchIndex& in) {
  std::vector<QueryWord> words;
  collect(root, in, words);
  if (std::ranges::all_of(words, &QueryWord::stop_word))
    for (QueryWord& word : words) word.stop_word = false;
  return words;
}

bool is_own_word(const std::string& stem, Xapian::docid section, const SearchIndex& in) {
  const Xapian::termcount wdf = wdf_in(in.database, section, stem);
  if (wdf == 0) return false;
  const auto crumbs =
      unpack_section(in.database.get_document(section).get_value(slot::section)).section.breadcrumb;
  Xapian::termcount inherited = 0;
  for (std::size_t depth = 0; depth + 1 < crumbs.size(); ++depth)
    for (const Term& term : in.analyzer.analyze(crumbs[depth].title))
      if (term.stem == stem) inherited += inherited_wdf(depth);
  return wdf > inherited;
}

bool is_written(const std::string& stem, const std::vector<std::string>& other_forms,
                const SearchIndex& in) {
  using Xapian::Query;
  constexpr Xapian::doccount kSectionsLookedAt = 20;
  const Query others(Query::OP_OR, other_forms.begin(), other_forms.end());
  const Xapian::MSet sections =
      unranked(Query(Query::OP_AND_NOT, Query(stem), others), in.database, kSectionsLookedAt);
  return std::any_of(sections.begin(), sections.end(),
                     [&](Xapian::docid docid) { return is_own_word(stem, docid, in); });
}

Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term) {
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  if (posting != end) posting.skip_to(docid);
  return posting != end && *posting == docid ? posting.get_wdf() : 0;
}

}  // namespace notes
