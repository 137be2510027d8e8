// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/query_compiler.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "common/index/document_terms.h"
#include "common/schema.h"

namespace notes {
namespace {

using Xapian::Query;

// Has no weight: the most common words that start like this add it. For a phrase the text is
// checked, so a row that only looks like it does no harm.
Query has_begun_word(const QueryWord& word) {
  if (word.expansions.empty()) return no_section();
  if (word.stems.empty()) return word.any_expansion;
  const Query row = in_a_row(word.stems, word.expansions);
  return word.quoted ? row : Query(Query::OP_AND, row, word.any_expansion);
}

Query has_word_itself(const QueryWord& word) {
  if (!word.prefix.empty()) return has_begun_word(word);
  const Query row = in_a_row(word.stems);
  if (!word.sigil.empty() && !word.quoted)
    return word.sigil_is_all ? Query(word.sigil) : Query(Query::OP_AND, Query(word.sigil), row);
  return word.joined.empty() ? row : Query(Query::OP_OR, Query(word.joined), row);
}

Query matches_children(const QueryNode& node, const SearchIndex& in) {
  std::vector<Query> queries;
  std::vector<Query> excluded;
  for (const QueryNode& child : node.children) {
    if (node.kind == NodeKind::all && child.kind == NodeKind::exclude && !needs_text(child))
      excluded.push_back(matches_tree(child.children.front(), in));
    else if (Query query = matches_tree(child, in); !query.empty())
      queries.push_back(std::move(query));
  }
  if (node.kind == NodeKind::any) return any_of(queries);
  if (excluded.size() == node.children.size()) queries.push_back(Query::MatchAll);
  return Query(Query::OP_AND_NOT, all_of(queries), any_of(excluded));
}

Query matches_near(const QueryNode& node, const SearchIndex& in) {
  std::vector<std::string> stems;
  for (const QueryNode& child : node.children)
    for (const Term& term : in.analyzer.analyze(child.text))
      if (term.role == TermRole::word) stems.emplace_back(term.stem);
  return near_each_other(stems, static_cast<std::size_t>(node.distance) + stems.size() - 1);
}

// Where the sections with a word start: for each note, a list for each word of the query.
using BeginBytes = std::vector<std::uint32_t>;
using WordsByNote = std::unordered_map<std::uint64_t, std::vector<BeginBytes>>;

// The largest possible number of sections with the word. Nothing is known about a prefix.
Xapian::doccount most_sections(const QueryWord& word, const Xapian::Database& database) {
  Xapian::doccount most = database.get_doccount();
  for (const std::string& stem : word.stems) most = std::min(most, database.get_termfreq(stem));
  return most;
}

// Restricts the query to these notes, unless they are so many that their terms cost more than
// reading all sections with the word.
Query within_notes(const Query& query, const WordsByNote& notes) {
  constexpr std::size_t kFewNotes = 1000;
  if (notes.size() > kFewNotes) return query;
  std::vector<Query> terms;
  for (const auto& [note, words] : notes) terms.emplace_back(note_term(note));
  return {Query::OP_AND, query, any_of(terms)};
}

// Starts with the rarest word: the others are looked for only in its notes.
WordsByNote notes_with_all(std::vector<QueryWord> words, const Xapian::Database& database) {
  std::ranges::sort(words, {},
                    [&](const QueryWord& word) { return most_sections(word, database); });
  WordsByNote notes;
  for (std::size_t word = 0; word < words.size(); ++word) {
    const Query has_it = has_word(words[word]);
    SlotReader places(database, slot::place);
    for (const Xapian::docid docid :
         all_matches(word == 0 ? has_it : within_notes(has_it, notes), database)) {
      const Place place = unpack_place(places.value_of(docid));
      if (word == 0) notes.try_emplace(place.note, words.size());
      if (const auto note = notes.find(place.note); note != notes.end())
        note->second[word].push_back(place.begin_byte);
    }
    std::erase_if(notes, [&](const auto& note) { return note.second[word].empty(); });
  }
  return notes;
}

// Whether the section at this place, or one below it, has each word.
bool has_all(const std::vector<BeginBytes>& begins_of_words, const Place& place) {
  return std::ranges::all_of(begins_of_words, [&](const BeginBytes& begins) {
    const auto first = std::ranges::lower_bound(begins, place.begin_byte);
    return first != begins.end() && (*first < place.end_byte_below || *first == place.begin_byte);
  });
}

// Sections that have all of the words together with the sections below them; sorted.
Docids find_spread(const std::vector<QueryWord>& words, const Xapian::Database& database) {
  Docids sections;
  for (auto& [note, begins_of_words] : notes_with_all(words, database)) {
    for (BeginBytes& begins : begins_of_words) std::ranges::sort(begins);
    const std::string term = note_term(note);
    for (auto section = database.postlist_begin(term); section != database.postlist_end(term);
         ++section) {
      const Place place = unpack_place(database.get_document(*section).get_value(slot::place));
      if (has_all(begins_of_words, place)) sections.push_back(*section);
    }
  }
  std::ranges::sort(sections);
  return sections;
}

}  // namespace

Query all_of(const std::vector<Query>& queries) {
  return {Query::OP_AND, queries.begin(), queries.end()};
}

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

Query has_word(const QueryWord& word, Guesses guesses) {
  std::vector<Query> ways{has_word_itself(word)};
  for (const QueryWord& synonym : word.synonyms)
    if (!synonym.is_guess || guesses == Guesses::count) ways.push_back(has_word_itself(synonym));
  for (const QueryWord& becoming : word.becoming) ways.push_back(has_word_itself(becoming));
  return any_of(ways);
}

std::vector<Query> has_each(const std::vector<QueryWord>& words, Guesses guesses) {
  std::vector<Query> queries;
  for (const QueryWord& word : words) queries.push_back(has_word(word, guesses));
  return queries;
}

Query has_words_spread(const std::vector<QueryWord>& words) {
  return only_found(
      [words](const Xapian::Database& database) { return find_spread(words, database); });
}

Query lists_of_links() {
  return Query(field_term(field(FieldId::is), "links"));
}

bool needs_text(const QueryNode& node) {
  return node.kind == NodeKind::phrase || node.kind == NodeKind::regex ||
         std::ranges::any_of(node.children, needs_text);
}

Query matches_tree(const QueryNode& node, const SearchIndex& in) {
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::phrase:
    case NodeKind::prefix: {
      const QueryWord word = make_query_word(node, in);
      const bool nothing = word.stems.empty() && word.prefix.empty();
      if (nothing && node.kind == NodeKind::phrase) return Query::MatchAll;
      return nothing || word.stop_word ? Query() : has_word(word);
    }
    case NodeKind::near:
      return matches_near(node, in);
    case NodeKind::condition:
      return meets_condition(*node.condition, in);
    case NodeKind::any:
    case NodeKind::all:
      return matches_children(node, in);
    case NodeKind::exclude:
      if (needs_text(node)) return Query::MatchAll;
      return Query(Query::OP_AND_NOT, Query::MatchAll, matches_tree(node.children.front(), in));
    case NodeKind::regex:
      return Query::MatchAll;  // the text of candidates is checked later
  }
  return {};
}

}  // namespace notes
