// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/arguments.h"

#include <array>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/error.h"

using namespace notes::mcp;

namespace {

constexpr std::array<Parameter, 4> kParameters{{
    {"place", "Where", ParameterKind::text, true},
    {"colour", "Which", ParameterKind::text, false, 0, 0, 0, "red green"},
    {"words", "Some", ParameterKind::texts},
    {"count", "How many", ParameterKind::number, false, 1, 9, 4},
}};

Json given(const char* text) {
  return Json::parse(text);
}

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

BOOST_AUTO_TEST_CASE(values_are_taken_in_every_form_that_can_only_mean_one_thing) {
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
    const Arguments taken(kParameters, given(row.json));
    BOOST_TEST_CONTEXT(row.json) {
      BOOST_TEST(taken.number("count") == row.count);
      BOOST_TEST(taken.texts("words") == row.words, boost::test_tools::per_element());
      BOOST_TEST(taken.text("place").value_or("") == "here");
      BOOST_TEST(!taken.text("colour").has_value());
    }
  }
}

BOOST_AUTO_TEST_CASE(what_will_not_do_is_refused_with_what_would) {
  const std::vector<RefusedRow> rows{
      {R"({})", "place: is missing", "Where"},
      {R"({"place":null})", "place: is missing", "Where"},
      {R"({"place":{}})", "place: {} will not do", "give a string"},
      {R"({"place":"here","coutn":2})", R"(there is no parameter "coutn")",
       R"(did you mean "count"? its parameters are place, colour, words, count)"},
      {R"({"place":"here","zzz":2})", R"(there is no parameter "zzz")",
       "its parameters are place, colour, words, count"},
      {R"({"place":"here","count":"many"})", R"(count: "many" will not do)",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","count":10})", "count: 10 will not do",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","count":1.5})", "count: 1.5 will not do",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","count":1e300})", "count: 1e+300 will not do",
       "give a whole number from 1 to 9"},
      {R"({"place":"here","colour":"blue"})", R"(colour: "blue" will not do)",
       "take one of red, green"},
      {R"([])", "arguments: give an object", ""},
  };
  for (const RefusedRow& row : rows) {
    BOOST_TEST_CONTEXT(row.json) {
      BOOST_CHECK_EXCEPTION(Arguments(kParameters, given(row.json)), notes::Error,
                            [&](const notes::Error& error) {
                              BOOST_TEST(error.text() == row.text);
                              BOOST_TEST(error.hint() == row.hint);
                              return true;
                            });
    }
  }
}

BOOST_AUTO_TEST_CASE(the_schema_says_what_is_taken) {
  BOOST_TEST(
      schema_of(kParameters).dump() ==
      R"({"type":"object","properties":{"place":{"type":"string","description":"Where"},)"
      R"("colour":{"type":"string","enum":["red","green"],"description":"Which"},)"
      R"("words":{"type":"array","items":{"type":"string"},"description":"Some"},)"
      R"("count":{"type":"integer","minimum":1,"maximum":9,"default":4,"description":"How many"}},)"
      R"("required":["place"],"additionalProperties":false})");
}

BOOST_AUTO_TEST_SUITE_END()
