// SPDX-License-Identifier: GPL-2.0-or-later
// What notes say about themselves before their text, and what is only a rule.
#include "indexer/extract/front_matter.h"

#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

// "body_line byte: key=value;value …"
std::string front_matter_text(std::string_view note) {
  const LineTable lines(note);
  const FrontMatter front_matter = read_front_matter(lines);
  const std::uint32_t line = front_matter.body_line;
  std::string text = std::to_string(line) + ' ' + std::to_string(lines.begin_of(line)) + ':';
  for (const FrontMatterEntry& entry : front_matter.entries)
    text += ' ' + entry.key + '=' + joined(entry.values, ";");
  return text;
}

struct Row {
  const char* why;
  const char* note;
  const char* expected;
};

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(front_matter_is_read_leniently) {
  const std::initializer_list<Row> rows{
      {"none", "# T\n", "1 0:"},
      {"pairs", "---\nTitle: A: b\nempty:\nurl: http://x\n---\ntext\n",
       "6 41: title=A: b empty= url=http://x"},
      {"closed by dots", "---\na: 1\n...\ntext\n", "4 13: a=1"},
      {"CRLF", "---\r\na: 1\r\n---\r\ntext\r\n", "4 16: a=1"},
      {"CR", "---\ra: 1\r---\rtext\r", "4 13: a=1"},
      {"byte order mark", "\xEF\xBB\xBF---\na: 1\n---\n", "4 16: a=1"},
      {"comments and blank lines", "---\n# c\n\na: 1\n---\n", "6 18: a=1"},
      {"text blocks", "---\na: >\n  one\n  two\nb: 1\n---\n", "7 30: a=one two b=1"},
      {"nested maps", "---\na:\n  b: 1\n  d: 3\nc: 2\n---\n", "7 30: a= a.b=1 a.d=3 c=2"},
      {"quotes in quotes", "---\na: 'b''c'\nd: \"e \\\"f\\\" \\u00e9\"\n---\n",
       "5 38: a=b'c d=e \"f\" é"},
      {"comments behind values", "---\na: b # c\nd: 'e # f' # g\nh: i#j\nk: #l\n---\n",
       "7 45: a=b d=e # f h=i#j k=#l"},
      {"nothing in YAML", "---\na: ~\nb: null\nc: 'null'\n---\n", "6 31: a= b= c=null"},
      {"values over several lines", "---\na: one\n  two\nb: \"one\n  two\"\nc: [1,\n2]\n---\n",
       "9 46: a=one two b=one two c=1;2"},
      {"a quote that goes on unindented is none", "---\na: 'tis\nb: 'x'\n---\n",
       "5 23: a='tis b=x"},
      {"brackets that open a title", "---\ntitle: [Draft] Reef\n---\n", "4 28: title=[Draft] Reef"},
      {"JSON", "---\n{\"a\":\"b: # c\",\"d\":[\"e\",\"f\"],\"g\":{\"h\":1}}\n---\n",
       "4 49: a=b: # c d=e;f g= g.h=1"},
      {"JSON over several lines", "---\n{\n  \"a\": \"b\",\n  \"c\": true\n}\n---\n",
       "7 36: a=b c=true"},
      {"JSON without braces", ";;;\n\"a\": \"b\",\n\"c\": [1]\n;;;\ntext\n", "5 27: a=b c=1"},
      {"an unclosed list ends with the block", "---\na: [1, 2\n---\n", "4 17: a=1;2"},
      {"an unclosed quote stays", "---\na: 'b\n---\n", "4 14: a='b"},
      {"TOML", "+++\na = \"1\"\n+++\n", "4 16: a=1"},
      {"comments in a list", "+++\na = [ # c, d\n  \"b\", # e\n  # f\n  \"g\" # h\n]\n+++\n",
       "8 50: a=b;g"},
      {"an empty block", "---\n---\ntext\n", "3 8:"},
      {"a second block", "---\na: 1\n---\n\n---\nb: 2\n---\ntext\n", "8 27: a=1 b=2"},
      {"a second block without its opening", "---\na: 1\n---\nb: 2\nc: 3\n---\ntext\n",
       "7 27: a=1 b=2 c=3"},
      {"properties stay text", "---\na: 1\n---\nb:: 2\n- c:: 3\n\nd:: 4\n", "4 13: a=1 b=2 c=3"},
      {"paths are no properties", "std::vector\nuse a::b;\n", "1 0:"},
      {"a rule above prose", "---\nSome prose here\n\n---\n", "1 0:"},
      {"a lone rule", "---\n", "1 0:"},
      {"not on the first line", "\n---\na: 1\n---\n", "1 0:"},
      {"never closed", "---\na: 1\ntext\n", "1 0:"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.why) BOOST_TEST(front_matter_text(row.note) == row.expected);
}

BOOST_AUTO_TEST_CASE(lines_count_front_matter_but_the_text_starts_after_it) {
  const auto sections = extract("---\na: 1\n---\n\n# T\n\n## A\n");
  BOOST_TEST(outline_text(sections) == "note 5-5 T\nthread 7-7 T > A\n");
  BOOST_TEST(sections[0].section.begin_byte == 13u);
  BOOST_TEST(outline_of("---\ntitle: x\n---\n") == "note 3-3 x\n");
}

BOOST_AUTO_TEST_CASE(faults_that_the_author_can_fix_are_reported_once) {
  const std::initializer_list<Row> rows{
      {"never closed", "---\na: 1\n\ntext\n", "1 front matter starts here but is never closed"},
      {"no date", "---\na: 1\ndate: NaN-NaN-NaN\n---\n", "3 not a readable date: NaN-NaN-NaN"},
      {"a template's placeholder", "---\ndate: {{date}}\n---\n", ""},
      {"an empty date", "---\ndate:\n---\n", ""},
      {"all is well", "---\ndate: 2024-01-01\n---\n", ""},
      {"a rule above prose", "---\nprose\n", ""},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.why) {
      std::vector<Diagnostic> diagnostics;
      extract_sections(note_of(row.note), diagnostics);
      std::string text;
      for (const Diagnostic& diagnostic : diagnostics) {
        BOOST_TEST(diagnostic.path == "/root/folder/note.md");
        text += std::to_string(diagnostic.line) + ' ' + diagnostic.text;
      }
      BOOST_TEST(text == row.expected);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
