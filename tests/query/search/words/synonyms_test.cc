// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "query/search/words/word_reading.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

const TempIndex& radar() {
  static const TempIndex kIndex{
      {"radar.md",
       "# Seeing from above\n\n"
       "## Synthetic-Aperture Radar (SAR)\nA short antenna that flies.\n\n"
       "## Speckle\nA sar image is grainy.\n\n"
       "## Grain\nImages by synthetic aperture radar are grainy as well.\n\n"
       "## Proof of work (PoW)\nNothing flies.\n\n"
       "## Cars\nAn automobile on the image.\n"}};
  return kIndex;
}

// The titles of the hits, and what was remarked.
std::string answer(const std::string& query, const SynonymSets& synonyms = {}) {
  SearchRequest request;
  request.synonyms = synonyms;
  const SearchResult result = ask(radar(), query, request);
  std::string text;
  for (const Hit& hit : result.hits)
    text += (text.empty() ? "" : " | ") + hit.section.title() + " " +
            std::string(matched_name(hit.matched));
  for (const std::string& note : result.notes_on_query) text += " # " + note;
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(synonyms)

BOOST_AUTO_TEST_CASE(an_acronym_finds_what_it_stands_for_and_the_reverse) {
  struct Row {
    const char* query;
    const char* expected;
  };
  const Row rows[] = {
      // The acronym itself first.
      {"sar", "Synthetic-Aperture Radar (SAR) all | Speckle all | Grain all"},
      {"sar grainy", "Speckle all | Grain all | Synthetic-Aperture Radar (SAR) some"},
      {"synthetic aperture radar grainy",
       "Grain all | Synthetic-Aperture Radar (SAR) some | Speckle all"},
      {"sar synthetic aperture radar",
       "Synthetic-Aperture Radar (SAR) all | Grain some | Speckle some"},
      {"pow", "Proof of work (PoW) all"},
      {"proof of work", "Proof of work (PoW) all"},
      {"\"sar\"", "Synthetic-Aperture Radar (SAR) all | Speckle all"},  // as written
      {"sar OR pow", "Proof of work (PoW) all | Synthetic-Aperture Radar (SAR) all | Speckle all"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.query) BOOST_TEST(answer(row.query) == row.expected);
}

BOOST_AUTO_TEST_CASE(the_users_list_works_both_ways) {
  const SynonymSets sets{{"vehicle", "car", "automobile"}, {"ers", "synthetic aperture radar"}};
  BOOST_TEST(answer("vehicle image", sets) ==
             "Cars all | Speckle some | Grain some # no section has \"vehicle\"; "
             "searched for \"car\"");
  BOOST_TEST(answer("automobile", sets) == "Cars all");
  BOOST_TEST(answer("ers grainy", sets).starts_with("Grain all | "));
  BOOST_TEST(answer("lorry", {{"lorry", "truck"}}) == "");  // neither stands anywhere
}

BOOST_AUTO_TEST_SUITE_END()
