// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/mcp/mcp.h"

using namespace notes::mcp;

namespace {

ToolAnswer answer_of(std::size_t rows) {
  return {std::string(10 * rows, 'x')};
}

struct FenceRow {
  std::string text;
  std::string fenced;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(answer)

BOOST_AUTO_TEST_CASE(an_answer_has_as_many_rows_as_fit) {
  for (const auto& [count, max_bytes, bytes] : std::vector<std::array<std::size_t, 3>>{
           {5, 100, 50}, {5, 50, 50}, {5, 49, 40}, {5, 9, 0}, {0, 9, 0}, {1000, 1234, 1230}})
    BOOST_TEST(fitted(count, max_bytes, answer_of).text.size() == bytes);
}

BOOST_AUTO_TEST_CASE(a_fence_is_longer_than_any_inside) {
  const std::vector<FenceRow> rows{
      {"a\n", "```\na\n```\n"},
      {"a", "```\na\n```\n"},
      {"", "```\n```\n"},
      {"```sh\nls\n```\n", "````\n```sh\nls\n```\n````\n"},
      {"`````", "``````\n`````\n``````\n"},
  };
  for (const FenceRow& row : rows) BOOST_TEST(fenced(row.text) == row.fenced);
}

BOOST_AUTO_TEST_CASE(text_is_shortened_between_characters) {
  BOOST_TEST(shortened("äöü", 6) == "äöü");
  BOOST_TEST(shortened("äöü", 5) == "äö…");
  BOOST_TEST(shortened("a\x1B[31mb", 20) == "a^[[31mb");
}

BOOST_AUTO_TEST_CASE(texts_for_agents_keep_to_the_limits_of_clients) {
  constexpr std::size_t kLongest = 2'048;
  for (const Tool& tool : tools()) {
    BOOST_TEST(tool.description.size() < kLongest);
    BOOST_TEST(tool.input_schema.dump().size() < 2 * kLongest);
    BOOST_TEST(tool.input_schema["properties"].is_object());
    if (!tool.output_schema.is_null()) BOOST_TEST(tool.output_schema.is_object());
  }
}

BOOST_AUTO_TEST_SUITE_END()
