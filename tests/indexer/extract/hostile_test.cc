// SPDX-License-Identifier: GPL-2.0-or-later
// No note takes long or ends the program, whatever it is made of.
#include <algorithm>
#include <ctime>

#include <boost/test/unit_test.hpp>

#include "indexer/extract/line_table.h"
#include "indexer/extract/nesting_guard.h"
#include "indexer/extract/parser_budget.h"
#include "tests/indexer/extract/section_properties.h"
#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

// CPU seconds; generous, because the machine may be slow and a sanitizer slower. What is quadratic
// takes minutes.
constexpr double kMaxSeconds = 8;

// CPU seconds that the sections of the note take.
double seconds_of(const std::string& bytes) {
  const NoteFile note = note_of(bytes);
  std::vector<Diagnostic> diagnostics;
  const std::clock_t begin = std::clock();
  const auto sections = extract_sections(note, diagnostics);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  BOOST_TEST(broken_promise(note, sections) == "");
  return seconds;
}

void check(std::string_view what, const std::string& bytes) {
  BOOST_TEST_CONTEXT(what) {
    BOOST_TEST(seconds_of(bytes) < kMaxSeconds);
  }
}

std::string shallow(std::string_view text) {
  const LineTable lines(text);
  return with_shallow_nesting(lines, {0, static_cast<std::uint32_t>(text.size())})
      .value_or("unchanged");
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(two_hundred_kilobytes_of_anything_is_read_in_time) {
  for (const char* unit : {"[",
                           "]",
                           ">",
                           "> ",
                           "*",
                           "_",
                           "*a_",
                           "+ - * ",
                           "1. ",
                           "`",
                           "<",
                           "&",
                           "\\",
                           "|",
                           "a|b\n-|-\n",
                           "[a](",
                           "[[a",
                           "]]",
                           "#[[",
                           "#a ",
                           "$a",
                           "# a\n",
                           "- # a\n",
                           "- [a](#a)\n",
                           "<details>\n\n# a\n\n",
                           "http://",
                           "www.",
                           "http://_a_",
                           "(http://",
                           "2024-",
                           "May-",
                           "A-",
                           "aB ",
                           "tags: a,",
                           "---\n",
                           "\r",
                           "\xff",
                           "a\n===\n",
                           "<!-- START doctoc",
                           "年",
                           "\\#a #a "})
    check(unit, repeated(unit, 200'000));
}

BOOST_AUTO_TEST_CASE(four_times_the_bytes_take_about_four_times_as_long) {
  constexpr double kNoise = 0.05;     // seconds; what is quicker says nothing
  constexpr double kMostGrowth = 12;  // quadratic is 16
  for (const char* unit : {"[", ">", "*", "*a_", "- a\n  - b\n    - c\n", "![", "`a``b", "<a ", "&",
                           "[a][", "[[a", "]]"}) {
    BOOST_TEST_CONTEXT(unit) {
      const double quarter = seconds_of(repeated(unit, 250'000));
      const double whole = seconds_of(repeated(unit, 1'000'000));
      BOOST_TEST(whole < kMostGrowth * std::max(quarter, kNoise));
    }
  }
}

BOOST_AUTO_TEST_CASE(fifty_megabytes_in_one_line_are_read_in_time) {
  BOOST_TEST(seconds_of(repeated("word OmniQuant, ", 50'000'000)) < 60);
}

BOOST_AUTO_TEST_CASE(deep_nesting_above_many_blank_lines_is_read_in_time) {
  const std::string blank(150'000, '\n');
  check("bullets", repeated("+ - * ", 150'000) + '\n' + blank);
  check("numbers", repeated("1. ", 150'000) + '\n' + blank);
  std::string indented;
  for (std::string indent; indented.size() < 150'000; indent += "  ") indented += indent + "- a\n";
  check("growing indents", indented + blank);
}

BOOST_AUTO_TEST_CASE(one_long_line_or_title_or_list_is_read_in_time) {
  check("a line", repeated("word OmniQuant, ", 1'000'000));
  check("a title", "# " + repeated("a [[", 200'000) + '\n' + repeated("## b\n", 200'000));
  check("front matter", "---\ntags: [" + repeated("'a, [", 200'000) + "\n---\n");
  std::string tags = "---\ntags:\n";
  for (int i = 0; tags.size() < 150'000; ++i) tags += "- t" + std::to_string(i) + '\n';
  check("tags", tags + "---\n" + repeated("# b\n", 200'000));
}

BOOST_AUTO_TEST_CASE(markers_nest_as_deep_as_people_write_and_no_deeper) {
  BOOST_TEST(shallow("- a\n  - b\n") == "unchanged");
  BOOST_TEST(shallow(repeated("> ", 60) + "a\n") == "unchanged");
  BOOST_TEST(shallow(repeated(">", 34) + "\n") == std::string(32, '>') + "x>\n");
  BOOST_TEST(shallow(std::string(102, ' ') + "- a\n") == std::string(102, ' ') + "x a\n");
  BOOST_TEST(shallow("text " + repeated(">", 50)) == "unchanged");
}

BOOST_AUTO_TEST_CASE(text_that_would_exhaust_the_parser_is_read_in_part_and_reported) {
  const std::string marks(9'000'000, '.');  // counted like brackets, but quicker to parse
  BOOST_TEST(parsable_bytes(std::string(9'000'000, 'a')) == 9'000'000u);
  BOOST_TEST(parsable_bytes(marks) == 4'000'000u);
  std::vector<Diagnostic> diagnostics;
  const auto sections = extract_sections(note_of("# T\n" + marks + "\n## A\n"), diagnostics);
  BOOST_TEST(outline_text(sections) == "note 1-3 T\n");
  BOOST_TEST_REQUIRE(diagnostics.size() == 1u);
  BOOST_TEST(diagnostics[0].line == 2u);
  BOOST_TEST(diagnostics[0].text ==
             "too many marks for one note: no headings are read from here on");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
