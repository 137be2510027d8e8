// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the sections that link to a note.
#include <set>
#include <string>
#include <vector>

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "common/text/note_name.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/query_compiler.h"

namespace notes {
namespace {

using Names = std::set<std::string>;

// The names by which links may refer to the note: a title counts only if no file has that name.
void add_names(Xapian::docid note, const Xapian::Database& database, Names& names) {
  for (const std::string& term : terms_of(note, database, prefix::name)) {
    const std::string name = term.substr(prefix::name.size());
    if (!name.starts_with('='))
      names.insert(name);
    else if (!database.term_exists(note_name_term(name.substr(1))))
      names.insert(name.substr(1));
  }
}

bool add_names_of_notes(const std::string& name, const Xapian::Database& database, Names& names) {
  const std::string term = note_name_term(name);
  for (auto note = database.postlist_begin(term); note != database.postlist_end(term); ++note)
    add_names(*note, database, names);
  return database.term_exists(term);
}

Xapian::Query any_link(const Names& names) {
  std::vector<Xapian::Query> links;
  for (const std::string& name : names) links.emplace_back(link_term(name));
  return {Xapian::Query::OP_OR, links.begin(), links.end()};
}

// Links to notes with a name that starts like this, and links that are written like that.
Xapian::Query begun_links(const std::string& start, const Xapian::Database& database) {
  Names names;
  for (const std::string& key : {start, '=' + start}) {
    for (const auto& [name, notes] : terms_from(database, note_name_term(key), prefix::name)) {
      const bool is_hidden = name[0] == '=' && database.term_exists(note_name_term(name.substr(1)));
      if (!is_hidden) add_names_of_notes(name, database, names);
    }
  }
  return {Xapian::Query::OP_OR, any_link(names),
          Xapian::Query(Xapian::Query::OP_WILDCARD, link_term(start))};
}

}  // namespace

Xapian::Query links_to(const Condition& note, const Xapian::Database& database) {
  const std::string folded = fold_note_name(note.text);
  if (note.begins) return begun_links(folded, database);
  Names names{folded, fold_note_path(note.text)};
  if (!add_names_of_notes(folded, database, names))
    add_names_of_notes('=' + folded, database, names);
  return any_link(names);
}

std::uint32_t count_links_to(Xapian::docid note, const Xapian::Database& database) {
  Names names;
  add_names(note, database, names);
  if (names.empty()) return 0;
  Xapian::Query elsewhere = any_link(names);
  for (const std::string& term : terms_of(note, database, prefix::note))
    elsewhere = {Xapian::Query::OP_AND_NOT, elsewhere, Xapian::Query(term)};
  return unranked(elsewhere, database, 0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace notes
