// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/query_compiler.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "common/index/place.h"
#include "common/text/label.h"
#include "common/text/web_address.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/standing_together.h"

namespace notes {
namespace {

using Xapian::Query;

// The value of `is:` that is not stored with a section.
constexpr std::string_view kDuplicate = "duplicate";

// Xapian's query that matches nothing is the empty query, but here an empty query means no
// condition.
Query no_section() {
  return Query(std::string(prefix::note));
}

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

Query sections_of_notes(const Query& note_query, const Xapian::Database& database) {
  SlotReader places(database, slot::place);
  std::vector<Query> notes;
  for (const Xapian::docid docid : all_matches(note_query, database)) {
    const Place place = unpack_place(places.value_of(docid));
    notes.emplace_back(note_term(place.note));
  }
  return any_of(notes);
}

// Sections that exist twice: another has the same value.
Query duplicates(const Xapian::Database& database) {
  std::unordered_map<std::string, Xapian::docid> first;
  std::set<Xapian::docid> twins;
  for (auto twin = database.valuestream_begin(slot::twin);
       twin != database.valuestream_end(slot::twin); ++twin) {
    const auto [same, is_new] = first.try_emplace(*twin, twin.get_docid());
    if (!is_new) twins.insert({same->second, twin.get_docid()});
  }
  return only({twins.begin(), twins.end()});
}

Query within(const Field& row, const MinuteRange& range) {
  std::vector<Query> bounds;
  // Undated sections have no value, and an empty value is below every bound. So a lower bound is
  // always set, to exclude them.
  bounds.emplace_back(Query::OP_VALUE_GE, row.slot + 1, sortable_minute(range.from));
  if (range.to != MinuteRange{}.to)
    bounds.emplace_back(Query::OP_VALUE_LE, row.slot, sortable_minute(range.to));
  return all_of(bounds);
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

// Also matches the labels below it.
Query has_label(const Condition& condition, const SearchIndex& in) {
  const Field& row = field(condition.field);
  const std::string label = fold_label(condition.text);
  if (condition.begins) return {Query::OP_WILDCARD, field_term(row, label)};
  std::vector<Query> labels;
  for (const auto& [key, sections] : terms_from(in.database, field_term(row, label), row.prefix))
    if (answers_to(key, label)) labels.emplace_back(std::string(row.prefix) + key);
  return any_of(labels);
}

Query has_host(const Condition& condition) {
  const std::string term = field_term(field(condition.field), host_of(condition.text));
  return condition.begins ? Query(Query::OP_WILDCARD, term) : Query(term);
}

Query has_address(const Condition& condition, const SearchIndex& in) {
  Condition words = condition;
  words.text = address_text(condition.text);
  return phrase_in_field(words, in.analyzer);
}

Query has_value(const Condition& condition, const SearchIndex& in) {
  const Field& row = field(condition.field);
  switch (row.kind) {
    case FieldKind::text:
      return phrase_in_field(condition, in.analyzer);
    case FieldKind::label:
      return has_label(condition, in);
    case FieldKind::path:
      return sections_of_notes(phrase_in_field(condition, in.analyzer), in.database);
    case FieldKind::choice:
      if (condition.text == kDuplicate) return duplicates(in.database);
      return Query(field_term(row, condition.text));
    case FieldKind::host:
      return has_host(condition);
    case FieldKind::address:
      return has_address(condition, in);
    case FieldKind::note:
      return links_to(condition, in.database);
    case FieldKind::day_range:
      return within(row, condition.range);
  }
  return {};
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

Query has_words(const std::vector<QueryWord>& words) {
  return all_of(has_each(words, Guesses::do_not_count));
}

Query meets_condition(const Condition& condition, const SearchIndex& in) {
  Query query = has_value(condition, in);
  return query.empty() ? no_section() : query;
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

Query Filters::apply(Query query) const {
  if (!required.empty()) query = Query(Query::OP_FILTER, query, required);
  if (!excluded.empty()) query = Query(Query::OP_AND_NOT, query, excluded);
  return query;
}

Filters top_filters(const QueryNode& root, const SearchIndex& in) {
  std::vector<Query> required;
  std::vector<Query> excluded;
  Filters filters;
  for (const QueryNode& part : parts_of(root)) {
    if (part.kind == NodeKind::condition) {
      required.push_back(meets_condition(*part.condition, in));
      filters.conditions.push_back(*part.condition);
    } else if (part.kind == NodeKind::exclude && !needs_text(part)) {
      excluded.push_back(matches_tree(part.children.front(), in));
    }
  }
  filters.required = all_of(required);
  filters.excluded = any_of(excluded);
  return filters;
}

}  // namespace notes
