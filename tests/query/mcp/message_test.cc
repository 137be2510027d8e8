// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/message.h"

#include <cstdio>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

using namespace notes::mcp;

namespace {

// "method id params", or "code id" for a bad message.
std::string told(const Message& message) {
  if (message.error) return std::to_string(message.error->code) + " " + message.id.dump();
  return message.method + " " + message.id.dump() + " " + message.params.dump();
}

std::vector<std::string> told(std::string_view line) {
  std::vector<std::string> all;
  for (const Message& message : read_messages(line)) all.push_back(told(message));
  return all;
}

struct LineRow {
  std::string line;
  std::vector<std::string> messages;
};

std::vector<std::string> lines_of(std::string bytes) {
  std::FILE* input = ::fmemopen(bytes.data(), bytes.size(), "r");
  std::vector<std::string> lines;
  while (const auto line = read_line(input))
    lines.push_back(line->size() > kLongestLine ? "too long" : *line);
  std::fclose(input);
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(message)

BOOST_AUTO_TEST_CASE(a_line_is_read_as_messages_or_errors) {
  const std::vector<LineRow> rows{
      {R"({"jsonrpc":"2.0","id":1,"method":"ping"})", {"ping 1 {}"}},
      {R"({"jsonrpc":"2.0","id":"a","method":"ping","params":{"x":1}})", {R"(ping "a" {"x":1})"}},
      {R"({"jsonrpc":"2.0","method":"notifications/initialized"})",
       {"notifications/initialized null {}"}},
      {R"([{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","id":2,"method":"ping"}])",
       {"ping 1 {}", "ping 2 {}"}},
      {R"({"jsonrpc":"2.0","id":1,"result":{}})", {}},
      {R"({"jsonrpc":"2.0","id":1,"method":"ping")", {"-32700 null"}},
      {"ping", {"-32700 null"}},
      {"[]", {"-32600 null"}},
      {"7", {"-32600 null"}},
      {R"({"id":1,"method":"ping"})", {"-32600 1"}},
      {R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", {"-32600 null"}},
      {R"({"jsonrpc":"2.0","id":null,"method":"ping"})", {"-32600 null"}},
      {R"({"jsonrpc":"2.0","id":3})", {"-32600 3"}},
      {R"({"jsonrpc":"2.0","id":3,"method":"ping","params":[1]})", {"-32600 3"}},
      {"{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"\xFF\"}", {"-32700 null"}},
      {std::string(200'000, '['), {"-32700 null"}},
  };
  for (const LineRow& row : rows)
    BOOST_TEST(told(row.line) == row.messages, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_error_quotes_little_of_a_long_line) {
  const auto messages = read_messages("\"" + std::string(100'000, 'x') + "\xFF\"");
  BOOST_REQUIRE_EQUAL(messages.size(), 1U);
  BOOST_REQUIRE(messages[0].error);
  BOOST_TEST(std::string(messages[0].error->what()).size() <= 200U);
}

BOOST_AUTO_TEST_CASE(an_answer_is_always_one_line) {
  BOOST_TEST(
      result_line(1, {{"text", "a\nb\xFF\x1B[m"}}) ==
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"text\":\"a\\nb\xEF\xBF\xBD\\u001b[m\"}}\n");
  BOOST_TEST(error_line("x", RequestError(-32601, "no", {{"a", 1}})) ==
             R"({"jsonrpc":"2.0","id":"x","error":{"code":-32601,"message":"no","data":{"a":1}}})"
             "\n");
}

BOOST_AUTO_TEST_CASE(the_last_line_needs_no_newline_and_long_lines_are_dropped) {
  const std::vector<std::string> expected{"one", "", "two", "three"};
  BOOST_TEST(lines_of("one\n\ntwo\nthree") == expected, boost::test_tools::per_element());
  const std::string longest(kLongestLine, 'x');
  const std::vector<std::string> bounded{longest, "too long", ""};
  BOOST_TEST(lines_of(longest + "\n" + longest + "x\n\n") == bounded,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
