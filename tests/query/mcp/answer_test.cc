// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/mcp/mcp.h"

using namespace notes::mcp;

namespace {

// With its fence 17 bytes, and ten more for each row.
Json answer_of(std::size_t rows) {
  return {{"x", std::string(10 * rows, 'x')}};
}

struct FenceRow {
  std::string text;
  std::string fenced;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(answer)

BOOST_AUTO_TEST_CASE(an_answer_has_as_many_rows_as_fit) {
  for (const auto& [count, max_bytes, bytes] : std::vector<std::array<std::size_t, 3>>{
           {5, 100, 67}, {5, 67, 67}, {5, 66, 57}, {5, 9, 17}, {0, 9, 17}, {9, 105, 97}})
    BOOST_TEST(text_of(fitted(count, max_bytes, answer_of)).size() == bytes);
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
  Workspace nothing{{}, {}, notes::IndexRefresh({})};
  const Json listed = list_tools({}, nothing);
  BOOST_TEST(listed["tools"].size() == 5U);
  for (const Json& tool : listed["tools"]) {
    BOOST_TEST(tool["description"].get<std::string>().size() < kLongest);
    BOOST_TEST(tool["inputSchema"].dump().size() < 2 * kLongest);
    BOOST_TEST(tool["inputSchema"]["properties"].is_object());
    if (tool.contains("outputSchema")) BOOST_TEST(tool["outputSchema"].is_object());
  }
}

BOOST_AUTO_TEST_SUITE_END()
