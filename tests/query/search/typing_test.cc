// SPDX-License-Identifier: GPL-2.0-or-later
// Searches for a query that the user is still typing.
#include <boost/test/unit_test.hpp>

#include "query/search/search.h"
#include "tests/support/ask.h"

using namespace notes;

BOOST_AUTO_TEST_SUITE(typing)

BOOST_AUTO_TEST_CASE(what_is_being_typed_finds_what_it_may_become) {
  const TempIndex index{{"log.md",
                         "# Log\n\n## Mending\nThe copper kettle leaks, its copper coil too.\n\n"
                         "## Kitchen\nA kettle, a kitten and copper.\n\n## Coil\nNo kettle.\n\n"
                         "## Fin\nLa fin d'études.\n"}};
  struct Row {
    const char* typed;
    const char* expected;
  };
  const Row rows[] = {
      {"\"copper ke", "Mending "},
      {"\"copper k", "Mending "},
      {"\"copper kettles", ""},
      {"\"copper ", "Mending Kitchen "},
      {"\"coi", "Coil Mending "},
      {"\"co", "Coil Mending Kitchen "},
      {"\"the copper kettle", "Mending "},
      {"\"copper ki", ""},
      {"title:coi", "Coil "},
      {"title:\"coi", "Coil "},
      {"title:(mend", "Mending "},
      {"title:(\"mend", "Mending "},
      {"“copper kettle”", "Mending "},
      {"\"copper ket*", "Mending "},
      {"copper coil \"", "Mending Coil Kitchen "},
      {"coil (kett", "Coil Mending Kitchen "},
      {"coil level:(thr", "Coil Mending "},
      {"coil level:\"thr", "Coil Mending "},
      {"coil date:(20", "Coil Mending "},
      {"coil level:(question OR thr", ""},
      {"d'étu", "Fin "},
      {"fin d'étu", "Fin "},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.typed) {
      SearchRequest request;
      request.typing = Typing::partial;
      std::string titles;
      const SearchResult result = ask(index, row.typed, request);
      for (const Hit& hit : result.hits) titles += hit.section.title() + " ";
      BOOST_TEST(titles == row.expected);
      for (const std::string& remark : result.notes_on_query)
        BOOST_TEST(remark.find("not closed") == remark.npos);
    }
}

BOOST_AUTO_TEST_CASE(an_address_in_open_quotes_reads_back) {
  const TempIndex index{{"a.md", "# A\nhttps://a.b/c?d\n"}};
  SearchRequest request;
  request.typing = Typing::partial;
  BOOST_TEST(ask(index, "\"https://a.b/c?", request).parsed == "url:\"https://a.b/c?\"");
}

BOOST_AUTO_TEST_SUITE_END()
