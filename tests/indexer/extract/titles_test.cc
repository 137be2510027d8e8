// SPDX-License-Identifier: GPL-2.0-or-later
// What sections and notes are called.
#include "indexer/extract/titles.h"

#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* input;
  const char* expected;
};

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(a_title_is_the_plain_text_of_its_heading) {
  const std::initializer_list<Row> rows{
      {"[Link](http://a.b) and *more*", "Link and more"},
      {"`code` __bold__ ~~gone~~ ==lit==", "code bold gone lit"},
      {"![words](a.png) beside [![built](b.svg)](c)", "beside"},
      {"![only an image](a.png)", "only an image"},
      {"Tides {/*tides*/}", "Tides"},
      {"Tides {/* of the *sea* */} {#tides}", "Tides"},
      {"Tides {: .no_toc #tides}", "Tides"},
      {"<b>HTML</b><a id=\"x\"></a> goes", "HTML goes"},
      {"a<br>b", "a b"},
      {"[[Page|shown]] and [[Other]]", "shown and Other"},
      {"Q: What &amp; why?", "Q: What & why?"},
      {"12. Third   \t blank", "12. Third blank"},
      {"🦀 Crates", "🦀 Crates"},
      {"a \\# b ##", "a # b"},
      {"Setup {#setup .wide}", "Setup"},
      {"Setup { #setup }", "Setup"},
      {"{/*lead*/} Setup {/*tail*/}", "Setup"},
      {"Sets {#} and {a, b}", "Sets {#} and {a, b}"},
      {"{#only}", "{#only}"},
      {"bad \xff byte", "bad \xEF\xBF\xBD byte"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.input) {
      const auto sections = extract(std::string("# T\n## ") + row.input + '\n');
      BOOST_TEST_REQUIRE(sections.size() == 2u);
      BOOST_TEST(sections[1].section.title() == row.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_title_is_never_longer_than_512_bytes_nor_cut_within_a_character) {
  const std::string title = clean_title("a" + std::string(3000, 'x'));
  BOOST_TEST(title.size() == kMaxTitleBytes);
  std::string umlauts = "a";
  for (int i = 0; i < 400; ++i) umlauts += "ü";
  BOOST_TEST(clean_title(umlauts).size() == kMaxTitleBytes - 1);
}

struct NoteRow {
  const char* rel_path;
  const char* note;
  const char* title;
  const char* others;
};

BOOST_AUTO_TEST_CASE(a_note_is_called_by_front_matter_then_heading_then_html_then_file_name) {
  const std::initializer_list<NoteRow> rows{
      {"some-file.md", "---\ntitle: \"Front: matter\"\n---\n# Heading\n", "Front: matter",
       "Front: matter, some file"},
      {"a.md", "# Heading\n", "Heading", "a"},
      {"Heading.md", "# heading\n", "heading", ""},
      {"a.md", "<div align=\"center\">\n<h1>Big <i>one</i></h1>\n</div>\n\n## A\n## B\n", "Big one",
       "Big one, a"},
      {"a.md", "## A\n## B\n\n<h1>late</h1>\n", "a", "a"},
      {"2018-02-21-some_paper-name.md", "x\n", "some paper name", "some paper name"},
      {"x/2024-02-18.md", "x\n", "2024-02-18", "2024-02-18"},
      {"2024/Feb 2024 notes.md", "x\n", "Feb 2024 notes", "Feb 2024 notes"},
      {"daily.md", "---\ntitle: {{title}}\n---\n# {{title}}\n", "daily", "daily"},
      {"daily.md", "---\ntitle: <% tp.file.title %>\n---\n# Log\n", "Log", "daily"},
      {"a.md", "# {{#if}} in templates\n", "{{#if}} in templates", "a"},
      {"TensorRT-LLM notes.md", "x\n", "TensorRT-LLM notes", "TensorRT-LLM notes"},
      {"cli.cmd.word-count.md", "x\n", "word count", "word count, cli cmd word count"},
      {"log.daily.2021.05.20.md", "x\n", "log daily 2021.05.20", "log daily 2021.05.20"},
      {"node.js.md", "x\n", "node.js", "node.js"},
      {"v2.10.3.md", "x\n", "v2.10.3", "v2.10.3"},
      {"v3.0.0-beta.1.md", "x\n", "v3.0.0 beta.1", "v3.0.0 beta.1"},
      {"tide-tables-v2.10.3.md", "x\n", "tide tables v2.10.3", "tide tables v2.10.3"},
      {"Sea___Tides___When%3F.md", "x\n", "Sea/Tides/When?", "Sea/Tides/When?"},
      {"50%25 water.md", "x\n", "50% water", "50% water"},
      {"100%.md", "x\n", "100%", "100%"},
      {"sea/low_tide/README.md", "x\n", "low tide", "low tide, README"},
      {"sea/tides/index.md", "x\n", "tides", "tides, index"},
      {"index.md", "x\n", "root", "root, index"},
      {"sea/README.md", "# Harbour\n", "Harbour", "README"},
      {"a.md", "---\naliases: [One, 'two, three']\n---\n", "a", "a, One, two, three"},
      {"a.md", "---\nalias: One, a\n---\n", "a", "a, One"},
      {"a.md", "title:: Said below\nalias:: b\n\ntext\n", "Said below", "Said below, a, b"},
      {"a.md", "---\ntitle: YAML\n---\ntitle:: property\n", "YAML", "YAML, a"},
      {"a.md", "---\ntitle: @someone: what they said\n---\n", "@someone: what they said",
       "@someone: what they said, a"},
  };
  for (const NoteRow& row : rows) {
    BOOST_TEST_CONTEXT(row.note << " in " << row.rel_path) {
      const auto sections = extract(row.note, row.rel_path);
      BOOST_TEST(sections[0].section.title() == row.title);
      BOOST_TEST(joined(sections[0].section.other_titles, ", ") == row.others);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_question_ends_with_a_question_mark_and_perhaps_closing_marks) {
  for (const char* title : {"Why?", "为什么？", "(Why?)", "Why?\"", "لماذا؟", "Why?!", "\"Why?\")"})
    BOOST_TEST(is_question(title), title);
  for (const char* title : {"Why", "Why? Because", "", ")", "? no"})
    BOOST_TEST(!is_question(title), title);
  const auto sections = extract("# T\n## Why?\n## How\n");
  BOOST_TEST(joined(sections[1].is) == "question");
  BOOST_TEST(joined(sections[2].is) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
