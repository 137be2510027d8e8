// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "query/mcp/mcp.h"

using namespace notes::mcp;

namespace {

Json given(const char* text) {
  return Json::parse(text);
}

const Json kSchema = given(R"({"type":"object","properties":{
  "place":{"type":"string","description":"Where"},
  "colour":{"type":"string","enum":["red","green"],"description":"Which"},
  "words":{"type":"array","items":{"type":"string"},"description":"Some"},
  "count":{"type":"integer","minimum":1,"maximum":9,"default":4,"description":"How many"}},
  "required":["place"],"additionalProperties":false})");

struct TakenRow {
  const char* json;
  int count;
  std::vector<std::string> words;
};

struct RefusedRow {
  const char* json;
  const char* text;
  const char* hint;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(arguments)

BOOST_AUTO_TEST_CASE(values_of_another_type_are_accepted_if_their_meaning_is_clear) {
  const std::vector<TakenRow> rows{
      {R"({"place":"here"})", 4, {}},
      {R"({"place":"here","count":7})", 7, {}},
      {R"({"place":"here","count":"7"})", 7, {}},
      {R"({"place":"here","count":7.0})", 7, {}},
      {R"({"place":"here","count":null,"words":null})", 4, {}},
      {R"({"place":"here","words":"a"})", 4, {"a"}},
      {R"({"place":"here","words":["a",2024]})", 4, {"a", "2024"}},
  };
  for (const TakenRow& row : rows) {
    const Json taken = checked_arguments(kSchema, given(row.json));
    BOOST_TEST_CONTEXT(row.json) {
      BOOST_TEST(taken["count"] == row.count);
      BOOST_TEST(taken.value("words", std::vector<std::string>()) == row.words,
                 boost::test_tools::per_element());
      BOOST_TEST(taken["place"] == "here");
      BOOST_TEST(!taken.contains("colour"));
    }
  }
}

BOOST_AUTO_TEST_CASE(invalid_arguments_are_refused_with_a_hint) {
  const std::vector<RefusedRow> rows{
      {R"({})", "place is missing", "Where"},
      {R"({"place":null})", "place is missing", "Where"},
      {R"({"place":{}})", "place: {} is not valid", "give a string"},
      {R"({"place":"here","coutn":2})", R"(there is no parameter "coutn")",
       R"(did you mean "count"? its parameters are place, colour, words, count)"},
      {R"({"place":"here","zzz":2})", R"(there is no parameter "zzz")",
       "its parameters are place, colour, words, count"},
      {R"({"place":"here","count":"many"})", R"(count: "many" is not valid)",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","count":10})", "count: 10 is not valid",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","count":1.5})", "count: 1.5 is not valid",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","count":1e300})", "count: 1e+300 is not valid",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","colour":"blue"})", R"(colour: "blue" is not valid)",
       "use one of red, green"},
      {R"([])", "arguments: give an object", ""},
  };
  for (const RefusedRow& row : rows) {
    BOOST_TEST_CONTEXT(row.json) {
      BOOST_CHECK_EXCEPTION(checked_arguments(kSchema, given(row.json)), notes::Error,
                            [&](const notes::Error& error) {
                              BOOST_TEST(error.text() == row.text);
                              BOOST_TEST(error.hint() == row.hint);
                              return true;
                            });
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
