// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "query/search/around/around.h"
#include "query/search/match/query_compiler.h"
#include "tests/support/temp_index.h"

using namespace notes;

namespace {

const TempIndex& boats() {
  static const TempIndex kIndex{
      {"boats.md",
       "# Boats\n\n## Sails\n\n### Jib\nCanvas, cut flat.\n\n### Main\nDacron and battens.\n\n"
       "## Hull\nCaulked with canvas.\n\n### Keel\nLead bolts.\n"},
      {"yard.md", "# Yard\n\nLead, dacron.\n"}};
  return kIndex;
}

// Titles of the sections that have the words, with what is below them, in the order of the note.
std::string spread(const std::string& query) {
  const OpenIndex index = boats().open();
  Analyzer analyzer(index.settings.language);
  const ParsedQuery parsed = parse_query(query, {2024, 6, 1});
  Xapian::Enquire enquire(index.database);
  enquire.set_query(has_words_spread(collect_query_words(*parsed.root, {index, analyzer})));
  const Xapian::MSet found = enquire.get_mset(0, index.database.get_doccount());
  std::string titles;
  for (const char* note : {"boats.md", "yard.md"})
    for (const FoundSection& section : find_note_sections(index, note))
      if (std::find(found.begin(), found.end(), section.docid) != found.end())
        titles += section.section.title() + " ";
  return titles;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spread_match)

BOOST_AUTO_TEST_CASE(a_section_has_the_words_of_the_sections_below_it) {
  struct Row {
    const char* query;
    const char* expected;
  };
  const Row rows[] = {
      {"canvas dacron", "Boats Sails "},  // in two questions of a thread
      {"canvas lead", "Boats Hull "},     // its own text counts too
      {"dacron lead", "Boats Yard "},     // over two threads, and at one place
      {"battens dacron", "Boats Sails Main "},
      {"canvas dacron lead", "Boats "},  // two of them are also in another note
      {"battens zebra", ""},
      {"\"canvas cut\" dacron", "Boats Sails "},
      {"\"flat dacron\" battens", ""},  // a phrase must be in one section
      {"canv* batt*", "Boats Sails "},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.query) BOOST_TEST(spread(row.query) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()
