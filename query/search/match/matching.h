// SPDX-License-Identifier: GPL-2.0-or-later
// Decides how to match a query (which stages to try, in which order, and how their sections match:
// see HOW A QUERY IS READ in man/notes-query-syntax.7), and runs the stages: finds which sections
// match, how many, and in which order the index ranks them.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/document_terms.h"
#include "query/language/query_parser.h"
#include "query/language/query_regex.h"
#include "query/search/rank/ranking.h"
#include "query/search/search.h"
#include "query/search/show/note_text.h"
#include "query/search/words/word_reading.h"

namespace notes {

struct Stage {
  std::string purpose;  // for --explain
  Xapian::Query query;
  Matched matched = Matched::all;
  // Which sections of the stage are full matches after all; empty = none.
  Xapian::Query full = {};
  bool is_whole_title = false;  // its sections have the query as their title and come first
};

struct QueryPlan {
  Shares shares;
  std::vector<QueryWord> words;         // if there are none, the newest sections are listed
  std::vector<double> line_weights;     // what each word adds to a line that shows it
  std::vector<Ingredient> ingredients;  // of the score
  std::vector<std::string> row;         // as in WordReading
  std::vector<Condition> conditions;
  std::vector<Stage> stages;
  bool in_tiers = false;      // full matches first, then those with some of the words
  bool names_shared = false;  // hits name the words that they share, for --like
};

// Plans only full matches if the order is by date.
QueryPlan plan_query(const ParsedQuery& parsed, WordReading reading, const SearchRequest& request,
                     const SearchIndex& in);

// A matching section, before it is known whether it will be shown.
struct Candidate {
  Xapian::docid docid = 0;
  double score = 0;
  Matched matched = Matched::all;
  Place place = {};
  std::string twin = {};     // the same for the same heading and text; empty without text
  std::string date = {};     // sortable_minute; empty = undated, or not needed
  std::uint32_t others = 0;  // more sections of its group, see --group
  // Whether its title, or its title and own text, have all the words. For a whole title, it has no
  // others.
  bool title_has_all = false;
  bool own_has_all = false;
  bool is_whole_title = false;
  std::vector<ScorePart> gains =
      {};  // of boosts, included in `score`, after the score from the index

  void add(std::string_view boost, double gain) {
    if (gain == 0) return;
    score += gain;
    gains.push_back({boost, "", gain});
  }
};

struct StageMatches {
  Stage stage;
  std::vector<Candidate> candidates = {};  // in the order of the index
  std::uint64_t count = 0;
  std::uint64_t full_count = 0;  // how many match in full
  bool is_exact = true;          // whether both counts are exact
  std::string remark = {};       // if not all sections could be checked
};

// Checks the text of candidates for what the index cannot decide: phrases as written, signs in
// quotes, and regular expressions. Every command that takes a query uses it.
class TextCheck {
 public:
  // Checks the parts at the top of the tree with phrases, signs or expressions; in a sentence,
  // where phrases are optional, only expressions and exclusions. Both must outlive this.
  TextCheck(const ParsedQuery& parsed, const SearchIndex& in);

  bool empty() const { return checked_.empty(); }  // whether the index suffices

  // Reads the section from its note.
  bool passes(Xapian::docid docid, Matched matched) const;

  // The matches of signs and expressions in a text.
  std::vector<WordMark> marks(const SeenText& seen) const;

 private:
  struct Phrases {
    std::vector<const QueryNode*> nodes;
    std::vector<QueryWord> words;  // one for each node

    void add(const QueryNode& node, const QueryWord& word) {
      nodes.push_back(&node);
      words.push_back(word);
    }
  };
  using Found = std::set<const QueryNode*>;  // phrases and expressions found in a text

  void prepare(const QueryNode& node);
  void look_for(const Phrases& phrases, const SeenText& seen, Found& found) const;
  bool holds(const QueryNode& node, const Found& found, Xapian::docid docid) const;
  std::vector<WordMark> marks_in(const SeenText& seen) const;

  const SearchIndex& in_;
  std::vector<const QueryNode*> checked_;
  Phrases phrases_;
  Phrases with_signs_;  // those with signs
  std::vector<std::pair<const QueryNode*, QueryRegex>> patterns_;
};

// Reads the text that a section matched with from its note: its own text, and that of the sections
// below if the words are spread over them.
NoteText read_matched_text(const OpenIndex& index, const Section& section, Matched matched);

struct PlannedSearch {
  const QueryPlan& plan;
  const SearchRequest& request;
  const TextCheck& check;
  const SearchIndex& in;
};

// Runs the stages. If the full matches come first, asks whether they suffice before it goes on:
// then partial matches are only counted, unless their text must be checked for that.
using Suffice = std::function<bool(const std::vector<StageMatches>& full)>;
std::vector<StageMatches> match(const PlannedSearch& search, const Suffice& suffice = {});

void count_matches(const std::vector<StageMatches>& matches, SearchResult& result);

}  // namespace notes
