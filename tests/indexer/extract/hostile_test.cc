// SPDX-License-Identifier: GPL-2.0-or-later
// No note takes long or ends the program, whatever it is made of.
#include <boost/test/unit_test.hpp>

#include "indexer/extract/line_table.h"
#include "indexer/extract/note_limits.h"
#include "indexer/extract/parser_input.h"
#include "tests/indexer/extract/section_properties.h"
#include "tests/indexer/extract/section_text.h"
#include "tests/support/hostile_text.h"

namespace notes::test {
namespace {

// Cuts the note of these bytes, and checks what holds for the sections of any note.
void check(std::string_view what, const std::string& bytes) {
  BOOST_TEST_CONTEXT(what) {
    const NoteFile note = note_of(bytes);
    std::vector<Diagnostic> diagnostics;
    BOOST_TEST(broken_promise(note, extract_sections(note, diagnostics).sections) == "");
  }
}

std::string shallow(std::string_view text) {
  const LineTable lines(text);
  return adapted_for_parser(lines, {0, static_cast<std::uint32_t>(text.size())})
      .value_or("unchanged");
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(half_a_megabyte_of_anything_is_read, *kMustEnd) {
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
                           "\\#a #a ",
                           "![",
                           "`a``b",
                           "<a ",
                           "[a][",
                           "- a\n  - b\n    - c\n"})
    check(unit, repeated(unit));
}

BOOST_AUTO_TEST_CASE(a_megabyte_of_marks_is_read, *kMustEnd) {
  for (const char* unit : {"[", ">", "*", "- a\n  - b\n    - c\n"})
    check(unit, repeated(unit, 2 * kHostileBytes));
}

BOOST_AUTO_TEST_CASE(fifty_megabytes_in_one_line_are_read, *kMustEnd) {
  check("a line", repeated("word OmniQuant, ", 100 * kHostileBytes));
}

BOOST_AUTO_TEST_CASE(deep_nesting_above_many_blank_lines_is_read, *kMustEnd) {
  const std::string blank(150'000, '\n');
  check("bullets", repeated("+ - * ", 150'000) + '\n' + blank);
  check("numbers", repeated("1. ", 150'000) + '\n' + blank);
  std::string indented;
  for (std::string indent; indented.size() < 150'000; indent += "  ") indented += indent + "- a\n";
  check("growing indents", indented + blank);
}

BOOST_AUTO_TEST_CASE(one_long_line_or_title_or_list_is_read, *kMustEnd) {
  check("a line", repeated("word OmniQuant, ", 1'000'000));
  check("a title", "# " + repeated("a [[", 200'000) + '\n' + repeated("## b\n", 200'000));
  check("front matter", "---\ntags: [" + repeated("'a, [", 200'000) + "\n---\n");
}

BOOST_AUTO_TEST_CASE(a_note_whose_sections_inherit_too_much_is_too_large, *kMustEnd) {
  std::string tags = "---\ntags:\n";
  for (int i = 0; tags.size() < 150'000; ++i) tags += "- t" + std::to_string(i) + '\n';
  const NoteFile note = note_of(tags + "---\n" + repeated("# b\n", 200'000));
  std::vector<Diagnostic> diagnostics;
  BOOST_CHECK_THROW(extract_sections(note, diagnostics), NoteTooLarge);
}

BOOST_AUTO_TEST_CASE(a_note_that_ends_with_a_block_without_text_is_read) {
  for (const char* block :
       {"- id:: 62a0\n", "- collapsed:: true", "- &nbsp;\n", "- <br>", "- ![](a.png)\n"})
    check(block, std::string("# Page\n\n") + block);
}

BOOST_AUTO_TEST_CASE(markers_nest_only_as_deep_as_people_write) {
  BOOST_TEST(shallow("- a\n  - b\n") == "unchanged");
  BOOST_TEST(shallow(repeated("> ", 60) + "a\n") == "unchanged");
  BOOST_TEST(shallow(repeated(">", 34) + "\n") == std::string(32, '>') + "x>\n");
  BOOST_TEST(shallow(std::string(102, ' ') + "- a\n") == std::string(102, ' ') + "x a\n");
  BOOST_TEST(shallow("text " + repeated(">", 50)) == "unchanged");
}

BOOST_AUTO_TEST_CASE(text_that_would_exhaust_the_parser_is_read_in_parts) {
  const std::string marks(2'000'000, '.');  // counted like brackets, but quicker to parse
  BOOST_TEST(parsable_bytes(std::string(300'000, 'a')) == 300'000u);
  BOOST_TEST(parsable_bytes(marks) == 200'000u);
  BOOST_TEST(parsable_bytes("a\n\n# b\n\nc\nd" + marks) == 3u);
  std::vector<Diagnostic> diagnostics;
  const auto [text, sections] =
      extract_sections(note_of("# T\n" + marks + "\n## A\nb\n"), diagnostics);
  BOOST_TEST(outline_text(sections) == "note 1-2 T\nthread 3-4 T > A\n");
  BOOST_TEST(sections[1].text == "A\nb");
  BOOST_TEST(diagnostics.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
