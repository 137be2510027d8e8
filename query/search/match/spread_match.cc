// SPDX-License-Identifier: GPL-2.0-or-later
// Joins sections with the sections below them, to find words that are spread over both.
#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/index/place.h"
#include "common/schema.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/query_compiler.h"

namespace notes {
namespace {

// Where the sections with a word start, for one note: a list for each word of the query.
using BeginBytes = std::vector<std::uint32_t>;
using WordsOfNote = std::vector<BeginBytes>;
using NotesWithWords = std::unordered_map<std::uint64_t, WordsOfNote>;

// The largest possible number of sections with the word. Nothing is known about a prefix.
Xapian::doccount most_sections(const QueryWord& word, const Xapian::Database& database) {
  Xapian::doccount most = database.get_doccount();
  for (const std::string& stem : word.stems) most = std::min(most, database.get_termfreq(stem));
  return most;
}

class SpreadJoin {
 public:
  // Sorts the rarest word first: the others are looked for only in its notes.
  SpreadJoin(const Xapian::Database& database, std::vector<QueryWord> words)
      : database_(database), words_(std::move(words)) {
    std::ranges::sort(words_, {},
                      [&](const QueryWord& word) { return most_sections(word, database); });
  }

  // Sorted.
  Docids run() {
    for (std::size_t word = 0; word < words_.size(); ++word) add_word(word);
    for (auto& [note, words] : notes_)
      for (BeginBytes& begins : words) std::ranges::sort(begins);
    for (const auto& [note, words] : notes_) add_enclosing(note, words);
    std::ranges::sort(sections_);
    return std::move(sections_);
  }

 private:
  // Ignores notes without the words before it.
  void add_word(std::size_t word) {
    const Xapian::Query has_it = has_word(words_[word]);
    SlotReader places(database_, slot::place);
    for (const Xapian::docid docid :
         all_matches(word == 0 ? has_it : in_notes_so_far(has_it), database_)) {
      const Place place = unpack_place(places.value_of(docid));
      const auto note =
          word == 0 ? notes_.try_emplace(place.note, words_.size()).first : notes_.find(place.note);
      if (note != notes_.end()) note->second[word].push_back(place.begin_byte);
    }
    std::erase_if(notes_, [&](const auto& note) { return note.second[word].empty(); });
  }

  // Restricts the query to the notes found so far, unless they are so many that their terms cost
  // more than reading all sections with the word.
  Xapian::Query in_notes_so_far(const Xapian::Query& query) const {
    constexpr std::size_t kFewNotes = 1000;
    if (notes_.size() > kFewNotes) return query;
    std::vector<Xapian::Query> notes;
    for (const auto& [note, words] : notes_) notes.emplace_back(note_term(note));
    return {Xapian::Query::OP_AND, query, any_of(notes)};
  }

  void add_enclosing(std::uint64_t note, const WordsOfNote& words) {
    const std::string term = note_term(note);
    for (auto section = database_.postlist_begin(term); section != database_.postlist_end(term);
         ++section) {
      const Place place = unpack_place(database_.get_document(*section).get_value(slot::place));
      const bool has_all = std::ranges::all_of(words, [&](const BeginBytes& begins) {
        const auto first = std::ranges::lower_bound(begins, place.begin_byte);
        return first != begins.end() &&
               (*first < place.end_byte_below || *first == place.begin_byte);
      });
      if (has_all) sections_.push_back(*section);
    }
  }

  const Xapian::Database& database_;
  std::vector<QueryWord> words_;
  NotesWithWords notes_;
  Docids sections_;
};

}  // namespace

Xapian::Query has_words_spread(const std::vector<QueryWord>& words) {
  return only_found(
      [words](const Xapian::Database& database) { return SpreadJoin(database, words).run(); });
}

}  // namespace notes
