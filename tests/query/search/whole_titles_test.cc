// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/whole_titles.h"

#include <set>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "query/search/search.h"
#include "tests/support/temp_index.h"

using namespace notes;

namespace {

// More sections about ferns than a window of candidates holds, each better than the note on doing
// without them.
std::string log_of_ferns() {
  std::string log = "# Log\n";
  for (int day = 1; day <= 130; ++day)
    log += "\n## Fern " + std::to_string(day) + "\nFern, fern and fern.\n";
  return log;
}

const TempIndex& ferns() {
  static const std::string kLog = log_of_ferns();
  static const TempIndex kIndex{
      {"log.md", kLog.c_str()},
      {"without.md",
       "# How to do without a fern\n\nMoss covers the ground in the shade as well, and asks for "
       "less water, less soil and less care than most plants do.\n"}};
  return kIndex;
}

std::string first_title(const std::string& query) {
  const auto result =
      search(ferns().directory(), parse_query(query, {2024, 3, 1}), SearchRequest{});
  return result.hits.empty() ? "nothing" : result.hits.front().section.title();
}

std::vector<std::string> stems_of(const std::string& query) {
  Analyzer analyzer("english");
  return stems_of_title(*parse_query(query, {2024, 3, 1}).root, analyzer);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(whole_titles)

BOOST_AUTO_TEST_CASE(a_title_typed_as_a_whole_comes_first_even_from_behind_the_window) {
  BOOST_TEST(first_title("How to do without a fern") == "How to do without a fern");
  BOOST_TEST(first_title("how to DO without a fern?") == "How to do without a fern");
  BOOST_TEST(first_title("\"how to do without a fern\"") == "How to do without a fern");
  BOOST_TEST(first_title("fern 77") == "Fern 77");
  BOOST_TEST(first_title("do without a fern").starts_with("Fern"));  // a part of it only
}

BOOST_AUTO_TEST_CASE(conditions_hold_for_it_as_well) {
  BOOST_TEST(first_title("how to do without a fern level:note") == "How to do without a fern");
  BOOST_TEST(first_title("how to do without a fern level:thread").starts_with("Fern"));
}

BOOST_AUTO_TEST_CASE(every_page_is_cut_from_the_same_order) {
  SearchRequest one;
  one.limit = 1;
  const auto parsed = parse_query("how to do without a fern", {2024, 3, 1});
  std::set<std::string> ids;
  for (one.offset = 0; one.offset < 131; ++one.offset)
    for (const Hit& hit : search(ferns().directory(), parsed, one).hits) ids.insert(hit.section.id);
  BOOST_TEST(ids.size() == 131U);
}

BOOST_AUTO_TEST_CASE(only_words_in_a_row_can_be_a_title) {
  using Stems = std::vector<std::string>;
  BOOST_TEST(stems_of("Moss or ferns tag:x") == (Stems{"moss", "or", "fern"}));
  BOOST_TEST(stems_of("moss OR ferns") == Stems{});
  BOOST_TEST(stems_of("moss -ferns") == Stems{});
  BOOST_TEST(stems_of("mos*") == Stems{});
}

BOOST_AUTO_TEST_SUITE_END()
