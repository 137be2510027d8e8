// SPDX-License-Identifier: GPL-2.0-or-later
// Sections as a whole: ranges, ids, and what holds for any bytes.
#include "indexer/extract/section_builder.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <set>
#include <thread>

#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_properties.h"
#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

namespace fs = std::filesystem;

std::string own_text(std::string_view note, const Section& section) {
  return std::string(note.substr(section.begin_byte, section.end_byte - section.begin_byte));
}

std::vector<std::string> ids_of(std::string_view note) {
  std::vector<std::string> ids;
  for (const ExtractedSection& extracted : extract(note)) ids.push_back(extracted.section.id);
  return ids;
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(bytes_and_lines_tell_what_belongs_to_a_section) {
  constexpr std::string_view kNote =
      "\xEF\xBB\xBF---\na: 1\n---\n# T\r\nintro\r\n\r\n## A\r\nx\r\n\r\n### Q\r\ny\r\n\r\n## B";
  const auto sections = extract(kNote);
  BOOST_TEST_REQUIRE(sections.size() == 4u);
  BOOST_TEST(own_text(kNote, sections[0].section) == "# T\r\nintro\r\n\r\n");
  BOOST_TEST(own_text(kNote, sections[1].section) == "## A\r\nx\r\n\r\n");
  BOOST_TEST(own_text(kNote, sections[3].section) == "## B");
  BOOST_TEST(outline_text(sections) ==
             "note 4-5 T\nthread 7-8 T > A\nquestion 10-11 T > A > Q\nthread 13-13 T > B\n");
  BOOST_TEST(sections[1].section.last_line_below == 11u);
  BOOST_TEST(sections[1].section.end_byte_below == sections[2].section.end_byte);
  BOOST_TEST(sections[0].section.last_line_below == 13u);
  BOOST_TEST(sections[0].section.end_byte_below == kNote.size());
  BOOST_TEST(*sections[2].parent == 1u);
  BOOST_TEST(*sections[3].parent == 0u);
  BOOST_TEST(kNote.substr(sections[0].heading.begin, 3) == "# T");
  BOOST_TEST(sections[0].heading.end - sections[0].heading.begin == 3u);
  BOOST_TEST(sections[2].section.breadcrumb[1].line == 7u);
}

BOOST_AUTO_TEST_CASE(a_list_of_links_has_little_other_text) {
  const std::string links = "- [Rye bread](a.md)\n- <https://example.org/rye>\n- [[Barley]]\n";
  const std::string prose = "Rye asks for less water than wheat, and for a longer rest. ";
  const std::string images =
      "![Rye](a.png) ![Oats](b.png) ![Rice](c.png) ![Teff](d.png) ![](e.png)";
  struct Row {
    std::string note;
    bool is_list;
  };
  const Row rows[] = {
      {"# T\n## A\n" + links + links, true},
      {"# T\n## A\n" + links, false},
      {"# T\n## A\n" + links + links + prose + prose + prose, false},
      {"# T\n## A\n[one](a.md)\n\n## B\n" + links + links, true},
      {"# T\n## A\n[one](a.md)\n\n## B\n" + prose + prose, false},
      {"# T\n## A\n" + images, false},
  };
  for (const Row& row : rows) {
    const auto sections = extract(row.note);
    BOOST_TEST(std::ranges::count(sections[1].is, "links") == (row.is_list ? 1 : 0), row.note);
  }
}

BOOST_AUTO_TEST_CASE(no_section_includes_the_byte_order_mark) {
  const auto sections = extract("\xEF\xBB\xBF# A\n# B\n");
  BOOST_TEST_REQUIRE(sections.size() == 3u);
  BOOST_TEST(sections[0].section.begin_byte == 3u);
  BOOST_TEST(sections[0].section.end_byte == 3u);
  BOOST_TEST(sections[1].section.begin_byte == 3u);
  BOOST_TEST(sections[1].heading.begin == 3u);
}

BOOST_AUTO_TEST_CASE(html_reaches_to_the_line_that_closes_it) {
  std::vector<Diagnostic> diagnostics;
  const ExtractedNote note = extract_sections(
      note_of("# T\n\n<!--\nebb\n-->\n\n<pre>\nneap\nspring</pre>\n\ntide\n"), diagnostics);
  BOOST_TEST(note.sections[0].text == "T\nneap spring\ntide");
}

BOOST_AUTO_TEST_CASE(a_setext_heading_spans_its_underline) {
  constexpr std::string_view kNote = "One\ntwo\n---\nx\n\nB\n---\n";
  const auto sections = extract(kNote);
  BOOST_TEST(kNote.substr(sections[1].heading.begin,
                          sections[1].heading.end - sections[1].heading.begin) == "One\ntwo\n---");
}

BOOST_AUTO_TEST_CASE(lines_end_at_lf_crlf_and_cr_and_nowhere_else) {
  BOOST_TEST(outline_of("# T\r\r## A\n\n## B\r\n## C\n") ==
             "note 1-1 T\nthread 3-3 T > A\nthread 5-5 T > B\nthread 6-6 T > C\n");
  BOOST_TEST(outline_of("# T\nx\xE2\x80\xA8y\n\x0B\x0C\n## A\n") ==
             "note 1-3 T\nthread 4-4 T > A\n");
}

BOOST_AUTO_TEST_CASE(ids_are_12_base32_characters_and_survive_edits_elsewhere) {
  const auto before = ids_of("# T\n## A\n### Q\n### Q\n## B\n");
  const auto after =
      ids_of("---\ntitle: new\n---\n# U\nmore\n## Z\n\n## A\nx\n### Q\ny\n### Q\n## B\n");
  BOOST_TEST_REQUIRE(before.size() == 5u);
  BOOST_TEST_REQUIRE(after.size() == 6u);
  BOOST_TEST(before[0] == after[0]);
  for (std::size_t i = 1; i < before.size(); ++i) BOOST_TEST(before[i] == after[i + 1]);
  BOOST_TEST(std::set<std::string>(before.begin(), before.end()).size() == 5u);
  for (const std::string& id : before) {
    BOOST_TEST(id.size() == 12u);
    BOOST_TEST(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == id.npos);
  }
}

BOOST_AUTO_TEST_CASE(ids_differ_although_hashes_are_equal) {
  // Found by trying two million headings: for a note of this path their hashes are equal.
  const auto ids = ids_of("# T\n## Heading 557928\n## Heading 1040740\n## Heading 1040740\n");
  BOOST_TEST_REQUIRE(ids.size() == 4u);
  BOOST_TEST(std::set<std::string>(ids.begin(), ids.end()).size() == 4u);
  BOOST_TEST(ids_of("# T\n## Heading 557928\n")[1] == ids_of("# T\n## Heading 1040740\n")[1]);
}

BOOST_AUTO_TEST_CASE(ids_differ_between_notes_and_between_roots) {
  NoteFile note = note_of("x");
  std::vector<Diagnostic> diagnostics;
  std::set<std::string> ids;
  for (const char* root : {"/one", "/two"}) {
    for (const char* path : {"a.md", "b.md"}) {
      note.root_path = root;
      note.rel_path = path;
      ids.insert(extract_sections(note, diagnostics).sections[0].section.id);
    }
  }
  BOOST_TEST(ids.size() == 4u);
}

BOOST_AUTO_TEST_CASE(equal_text_has_an_equal_hash) {
  const auto sections = extract("# T\n## A\nx\n## A\nx\n## A\ny\n");
  BOOST_TEST(sections[1].section.own_hash == sections[2].section.own_hash);
  BOOST_TEST(sections[1].section.own_hash != sections[3].section.own_hash);
}

BOOST_AUTO_TEST_CASE(every_note_in_the_data_folder_keeps_the_promises_of_sections) {
  std::size_t notes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(NOTES_DATA_DIR)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
    std::vector<Diagnostic> diagnostics;
    const auto note = read_note(Root{0, NOTES_DATA_DIR},
                                fs::relative(entry.path(), NOTES_DATA_DIR).string(), diagnostics);
    BOOST_TEST_REQUIRE(note.has_value());
    BOOST_TEST_CONTEXT(note->rel_path)
    BOOST_TEST(broken_promise(*note, extract_sections(*note, diagnostics).sections) == "");
    ++notes;
  }
  BOOST_TEST(notes > 5u);
}

BOOST_AUTO_TEST_CASE(threads_may_extract_at_the_same_time) {
  std::string text = "# T\n";
  for (int i = 0; i < 50; ++i)
    text += "## A\nwww.a.b ~~x~~ http://c.d | e\n\n|a|b|\n|-|-|\n\n- [ ] t\n";
  const auto expected = extract(text);
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (int& count : wrong)
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        const auto sections = extract(text);
        for (std::size_t s = 0; s < expected.size(); ++s)
          if (sections[s].section != expected[s].section || sections[s].has != expected[s].has)
            ++count;
      }
    });
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST(wrong == std::vector<int>(4, 0), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
