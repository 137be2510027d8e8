// SPDX-License-Identifier: GPL-2.0-or-later
// The rendered JSON against query/render/result.schema.json, by an independent validator.
#include <cstdio>
#include <string>
#include <sys/wait.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/render/renderers.h"
#include "tests/query/render/sample_result.h"

namespace {

using notes::sample::rendered;

const std::string kLines = "--lines hit ";

// The validator's exit code: 0 valid, 1 invalid, 2 cannot check.
int validate(const std::string& options, const std::string& text) {
  const std::string root = NOTES_SOURCE_DIR;
  const std::string command = "python3 '" + root + "/tests/support/validate_json.py' " + options +
                              "'" + root + "/query/render/result.schema.json'";
  FILE* const input = popen(command.c_str(), "w");
  BOOST_REQUIRE(input != nullptr);
  std::fwrite(text.data(), 1, text.size(), input);
  return WEXITSTATUS(pclose(input));
}

notes::RenderOptions explained() {
  notes::RenderOptions options;
  options.explain = true;
  return options;
}

notes::SearchResult hostile_result() {
  notes::Hit hit = notes::sample::hit("\xE9\n.md", {{"\xFF\x1b«\x80»", 1}}, {});
  hit.twins = {{"/\xC3", 1}};
  return notes::sample::single(hit);
}

notes::SearchResult blank_query() {
  notes::SearchResult result;
  result.reading = notes::Reading::filters;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(schema)

BOOST_AUTO_TEST_CASE(documents_meet_the_schema) {
  const std::vector<notes::SearchResult> results{notes::sample::result(), notes::sample::nothing(),
                                                 notes::sample::explained_result(),
                                                 hostile_result(), blank_query()};
  for (const notes::SearchResult& result : results) {
    BOOST_TEST(validate("", rendered(notes::render_json, result, {})) == 0);
    BOOST_TEST(validate("", rendered(notes::render_json, result, explained())) == 0);
  }
}

BOOST_AUTO_TEST_CASE(lines_meet_the_schema_of_a_hit) {
  for (const notes::SearchResult& result :
       {notes::sample::result(), notes::sample::nothing(), hostile_result()}) {
    BOOST_TEST(validate(kLines, rendered(notes::render_jsonl, result, explained())) == 0);
  }
}

BOOST_AUTO_TEST_CASE(the_validator_refuses_what_the_schema_does_not_describe) {
  BOOST_TEST(validate("", "{}") == 1);
  BOOST_TEST(validate("", "") == 1);
  std::string document = rendered(notes::render_json, notes::sample::nothing(), {});
  BOOST_TEST(validate("", document.insert(1, "\"extra\": 1,")) == 1);
  notes::Hit hit = notes::sample::mill_question();
  hit.section.id = "short";
  const notes::SearchResult bad_id = notes::sample::single(hit);
  BOOST_TEST(validate("", rendered(notes::render_json, bad_id, {})) == 1);
  BOOST_TEST(validate(kLines, rendered(notes::render_jsonl, bad_id, {})) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
