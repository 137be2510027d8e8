// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/saved_searches.h"

#include <boost/test/unit_test.hpp>

using namespace notes;

BOOST_AUTO_TEST_SUITE(saved_searches)

BOOST_AUTO_TEST_CASE(a_name_is_replaced_by_its_search) {
  const SavedSearches searches{{"bread", "tag:bread level:question"},
                               {"either", "rye OR spelt"},
                               {"both", "@bread @either"},
                               {"loop", "salt @loop"},
                               {"here", "@there x"},
                               {"there", "@here y"}};
  struct Row {
    const char* query;
    const char* expected;
  };
  const Row rows[] = {
      {"", ""},
      {"sour dough", "sour dough"},
      {"@bread", "tag:bread level:question"},
      {"@bread  crust", "tag:bread level:question  crust"},
      {"-@bread crust", "-(tag:bread level:question) crust"},
      {"@either", "rye OR spelt"},
      {"@either crust", "(rye OR spelt) crust"},
      {"crust\t@either", "crust\t(rye OR spelt)"},
      {"@both", "tag:bread level:question (rye OR spelt)"},
      {"@unknown @breads", "@unknown @breads"},
      {"mail@bread @", "mail@bread @"},
      {"\"the @bread box\" @bread", "\"the @bread box\" tag:bread level:question"},
      {"@loop", "salt @loop"},
      {"@here", "@here y x"},
  };
  for (const Row& row : rows) BOOST_TEST(with_saved_searches(row.query, searches) == row.expected);
}

BOOST_AUTO_TEST_CASE(searches_that_multiply_end_at_the_limit_of_a_query) {
  SavedSearches searches;
  std::string tenfold;
  for (int i = 0; i < 10; ++i) tenfold += "@next ";
  for (const char level : {'a', 'b', 'c', 'd', 'e', 'f'}) {
    std::string body = tenfold;
    for (std::size_t at = body.find("next"); at != body.npos; at = body.find("next", at))
      body.replace(at, 4, 1, static_cast<char>(level + 1));
    searches[std::string(1, level)] = body;
  }
  searches["g"] = "plum OR pear";
  BOOST_TEST(with_saved_searches("@a", searches).size() < 10'000U);
}

BOOST_AUTO_TEST_CASE(names_are_plain) {
  BOOST_TEST(is_search_name("to-read_2"));
  for (const char* name : {"", "a b", "@a", "a:b", "é"}) BOOST_TEST(!is_search_name(name));
}

BOOST_AUTO_TEST_SUITE_END()
