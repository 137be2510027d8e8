// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "query/search/rank/boosts.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

// The care of ferns says more about water; the plants are in a section next to it.
const TempIndex& plants() {
  static const TempIndex kIndex{
      {"shelf.md",
       "# Shelf\n\n## Kinds\nFerns, and more ferns.\n\n## Care of these\nWater, water daily.\n"},
      {"sill.md",
       "# Sill\n\n## Kinds\nCacti: one cactus in bloom.\n\n## Care of those\nWater monthly.\n"}};
  return kIndex;
}

SearchResult find(const std::string& query) {
  SearchRequest request;
  request.explain = true;
  return ask(plants(), query, request);
}

// The first of the two that the query finds.
std::string first_care(const std::string& query) {
  for (const Hit& hit : find(query).hits)
    if (hit.section.title().starts_with("Care")) return hit.section.title();
  return "none";
}

double context_of(const std::string& query, const std::string& title) {
  for (const Hit& hit : find(query).hits)
    if (hit.section.title() == title)
      for (const ScorePart& part : hit.explanation)
        if (part.ingredient == "context") return part.score;
  return 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(note_context)

BOOST_AUTO_TEST_CASE(a_section_is_about_what_its_note_is_about) {
  BOOST_TEST(first_care("water") == "Care of these");
  BOOST_TEST(first_care("how do I water a fern?") == "Care of these");
  BOOST_TEST(first_care("how do I water a cactus?") == "Care of those");
}

BOOST_AUTO_TEST_CASE(its_gain_is_explained) {
  BOOST_TEST(context_of("how do I water a cactus?", "Care of those") > 0);
  BOOST_TEST(context_of("how do I water a cactus?", "Care of these") == 0);
  BOOST_TEST(context_of("water", "Care of those") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
