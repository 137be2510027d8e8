// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/query_words.h"

#include <algorithm>

#include "common/text/ascii.h"

namespace notes {
namespace {

void take_term(QueryWord& word, const Term& term) {
  switch (term.role) {
    case TermRole::word:
      word.stems.emplace_back(term.stem);
      word.exacts.emplace_back(term.exact);
      break;
    case TermRole::joined:
      word.joined = term.stem;
      break;
    case TermRole::sigil:
      word.sigil = term.stem;
      break;
    case TermRole::piece:   // its word stands for it
    case TermRole::bigram:  // the phrase of its characters stands for it
      break;
  }
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
void collect_parts(QueryNode node, Analyzer& analyzer, std::vector<QueryWord>& words) {
  const std::string text = std::move(node.text);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && !separates(text, end)) ++end;
    const std::string_view part = std::string_view(text).substr(begin, end - begin);
    node.text = part.substr(elided_size(part, analyzer));
    add_word(words, make_query_word(node, analyzer));
    begin = end + 1;
  }
}

void collect(const QueryNode& node, Analyzer& analyzer, std::vector<QueryWord>& words) {
  switch (node.kind) {
    case NodeKind::word:
      collect_parts(node, analyzer, words);
      return;
    case NodeKind::phrase:
    case NodeKind::prefix:
      add_word(words, make_query_word(node, analyzer));
      return;
    case NodeKind::near:
    case NodeKind::all:
    case NodeKind::any:
      for (const QueryNode& child : node.children) collect(child, analyzer, words);
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
         a.quoted == b.quoted;
}

QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer) {
  QueryWord word;
  word.typed = node.text;
  word.quoted = node.kind == NodeKind::phrase;
  word.stop_word = node.stop_word;
  if (node.kind == NodeKind::prefix) {
    const auto terms = analyzer.analyze(node.text);
    if (!terms.empty()) word.prefix = terms.back().exact;
    return word;
  }
  for (const Term& term : analyzer.analyze(node.text)) take_term(word, term);
  // A joined form or a sigil speaks for the whole of a bare word only.
  if (word.quoted) word.joined.clear();
  return word;
}

std::vector<QueryWord> collect_query_words(const QueryNode& root, Analyzer& analyzer) {
  std::vector<QueryWord> words;
  collect(root, analyzer, words);
  if (std::ranges::all_of(words, &QueryWord::stop_word))
    for (QueryWord& word : words) word.stop_word = false;
  return words;
}

}  // namespace notes
