// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <boost/test/unit_test.hpp>

#include "query/search/around/around.h"
#include "query/search/match/query_compiler.h"
#include "tests/support/temp_index.h"

using namespace notes;

namespace {

const TempIndex& rivers() {
  static const TempIndex kIndex{
      {"upper/rhine.md",
       "# Rhine\n\n## Boats on the river\nBarges.\n\n## River boats on\nFerries.\n"},
      {"lower/rhine.md", "# Boats\n\n## Rivers: boats!\nTugs.\n"}};
  return kIndex;
}

// "path:line" of the sections that match, in the order of the notes.
std::string found(FieldId id, const std::string& text) {
  const OpenIndex index = rivers().open();
  Analyzer analyzer(index.settings.language);
  Xapian::Enquire enquire(index.database);
  Condition condition;
  condition.field = id;
  condition.text = text;
  enquire.set_query(meets_condition(condition, {index, analyzer}));
  const Xapian::MSet matches = enquire.get_mset(0, index.database.get_doccount());
  std::string places;
  for (const char* note : {"upper/rhine.md", "lower/rhine.md"})
    for (const FoundSection& section : find_note_sections(index, note))
      if (std::find(matches.begin(), matches.end(), section.docid) != matches.end())
        places +=
            section.section.rel_path + ":" + std::to_string(section.section.heading_line()) + " ";
  return places;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(field_words)

BOOST_AUTO_TEST_CASE(the_words_of_a_field_phrase_are_in_a_row) {
  BOOST_TEST(found(FieldId::title, "river boats") == "upper/rhine.md:6 lower/rhine.md:3 ");
  BOOST_TEST(found(FieldId::title, "on the river") == "upper/rhine.md:3 ");
  BOOST_TEST(found(FieldId::title, "river on") == "");
  BOOST_TEST(found(FieldId::title, "boats") ==
             "upper/rhine.md:3 upper/rhine.md:6 lower/rhine.md:1 lower/rhine.md:3 ");
  BOOST_TEST(found(FieldId::note, "rhine lower") == "");
  BOOST_TEST(found(FieldId::note, "lower rhine") == "lower/rhine.md:1 lower/rhine.md:3 ");
  BOOST_TEST(found(FieldId::title, "barges") == "");  // of the text
  BOOST_TEST(found(FieldId::title, "...") == "");
}

BOOST_AUTO_TEST_SUITE_END()
