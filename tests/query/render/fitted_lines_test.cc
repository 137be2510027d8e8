// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/text/printable.h"
#include "query/render/text_page.h"
#include "tests/query/render/sample_result.h"

namespace {

using notes::sample::marked;

// Rows one below the other, highlights between « and » again.
std::string shown(const std::vector<notes::MarkedText>& rows) {
  std::string all;
  for (notes::MarkedText row : rows) {
    for (auto range = row.highlights.rbegin(); range != row.highlights.rend(); ++range) {
      row.text.insert(range->end, "»").insert(range->begin, "«");
    }
    all += row.text + "|\n";
  }
  return all;
}

struct Row {
  std::string line;
  notes::LineBox box;
  std::string expected;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(fitted_lines)

BOOST_AUTO_TEST_CASE(a_line_is_broken_between_words_and_cut_around_its_first_highlight) {
  const std::vector<Row> rows{
      {"", {20, 1}, ""},
      {"   ", {20, 1}, ""},
      {"short «line»  ", {20, 1}, "short «line»|\n"},
      {"exactly twenty wide.", {20, 1}, "exactly twenty wide.|\n"},
      {"one «two» three four five six", {14, 3}, "one «two» three|\nfour five six|\n"},
      {"one «two» three four five six", {14, 1}, "one «two» three…|\n"},
      {"one two three four five «six» seven", {14, 1}, "…«six» seven|\n"},
      {"one two three four five six «seven»", {16, 1}, "…six «seven»|\n"},
      {"highlight «broken over» rows", {16, 2}, "highlight «broken»|\n«over» rows|\n"},
      {"https://example.org/a/very/long/address",
       {16, 3},
       "https://example.|\norg/a/very/long/|\naddress|\n"},
      {"see https://example.org/a/long/one", {16, 2}, "see https://exam|\nple.org/a/long/…|\n"},
      {"低ビットでの«量子化»は難しい", {12, 2}, "低ビットでの|\n«量子化»は難…|\n"},
      {"                    deep «code»", {12, 1}, "…deep «code»|\n"},
      {"one two three four five six seven eight nine ten eleven «twelve»",
       {20, 2},
       "…eight nine ten|\neleven «twelve»|\n"},
      {"    indented code stays indented", {20, 2}, "    indented code|\nstays indented|\n"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.line) {
      BOOST_TEST(shown(notes::fit(marked(row.line), row.box)) == row.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(no_row_is_wider_than_its_box) {
  const notes::MarkedText line = marked(
      "Ein 👩‍🌾 mit e\u0301 und 量子化された模型 "
      "https://example.org/very/long/path?query=long#part "
      "und am Ende «das Wort» und noch etwas danach");
  for (std::size_t columns = 8; columns < 120; ++columns) {
    for (const notes::MarkedText& row : notes::fit(line, {columns, 2})) {
      BOOST_TEST_CONTEXT(row.text) {
        BOOST_TEST(notes::display_width(row.text) <= columns);
        BOOST_TEST(row.text.back() != ' ');
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_megabyte_without_blanks_is_cut_like_any_line) {
  notes::MarkedText line{std::string(1'000'000, '['), {{999'990, 999'991}}};
  const std::vector<notes::MarkedText> rows = notes::fit(line, {40, 1});
  BOOST_REQUIRE(rows.size() == 1U);
  BOOST_TEST(rows.front().text == "…" + std::string(30, '['));
  BOOST_TEST((rows.front().highlights == std::vector<notes::ByteRange>{{23, 24}}));
}

BOOST_AUTO_TEST_CASE(every_line_of_a_text_is_wrapped) {
  BOOST_TEST(notes::wrapped("one two three\n\nfour\n", 8) == "one two\nthree\nfour\n");
  BOOST_TEST(notes::wrapped("", 8).empty());
}

BOOST_AUTO_TEST_SUITE_END()
