// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/query_words.h"

#include <algorithm>

#include "query/language/query_parser.h"

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

bool same_terms(const QueryWord& a, const QueryWord& b) {
  return a.stems == b.stems && a.exacts == b.exacts && a.sigil == b.sigil && a.prefix == b.prefix &&
         a.quoted == b.quoted;
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

void collect(const QueryNode& node, Analyzer& analyzer, std::vector<QueryWord>& words) {
  switch (node.kind) {
    case NodeKind::word:
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

QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer) {
  QueryWord word;
  word.typed = node.text;
  word.quoted = node.kind == NodeKind::phrase;
  word.stop_word = node.kind == NodeKind::word && is_stop_word(node.text);
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
  const bool only_stop_words = std::ranges::all_of(words, &QueryWord::stop_word);
  if (!only_stop_words) std::erase_if(words, [](const QueryWord& word) { return word.stop_word; });
  return words;
}

}  // namespace notes
