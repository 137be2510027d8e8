// SPDX-License-Identifier: GPL-2.0-or-later
// The notes in data/odd: whole outlines, since an editor that mends them would go unnoticed.
#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* name;
  const char* expected;
};

const std::initializer_list<Row> kRows{
    {"2018-1-6-unpadded_file-name.md", "note 1-1 unpadded file name\n"},
    {"bad-utf8.md",
     "note 1-1 Caf� list\n"
     "thread 3-4 Caf� list > Zürich\n"
     "thread 6-7 Caf� list > Bern\n"},
    {"bad-yaml.md",
     "note 10-10 @reader: notes on: colons\n"
     "thread 11-11 @reader: notes on: colons > A\n"
     "thread 12-12 @reader: notes on: colons > B\n"},
    {"base64.md",
     "note 1-3 Picture\n"
     "thread 5-6 Picture > Caption\n"},
    {"byte-order-mark.md",
     "note 1-3 Indexes\n"
     "thread 5-6 Indexes > Clustered\n"
     "thread 8-9 Indexes > Covering\n"},
    {"cr-only.md",
     "note 1-1 Old editor\n"
     "thread 3-4 Old editor > One\n"
     "thread 5-6 Old editor > Two\n"},
    {"crlf.md",
     "note 1-3 Sourdough\n"
     "thread 5-6 Sourdough > Feeding\n"
     "question 8-9 Sourdough > Feeding > How often?\n"
     "thread 11-12 Sourdough > Baking\n"},
    {"empty.md", "note 1-1 empty\n"},
    {"fences.md",
     "note 1-18 Fences\n"
     "thread 20-25 Fences > After\n"},
    {"line-separator.md",
     "note 1-4 Separators\n"
     "thread 6-7 Separators > Below\n"},
    {"list-headings.md",
     "note 1-1 Interview\n"
     "thread 12-12 Interview > Core\n"
     "question 14-20 Interview > Core > What is a hook?\n"
     "question 22-24 Interview > Core > What is a key?\n"
     "thread 26-26 Interview > Advanced\n"
     "question 28-30 Interview > Advanced > Why pure?\n"},
    {"long-line.md",
     "note 1-1 Pasted\n"
     "thread 3-4 Pasted > A log in one line\n"
     "thread 6-7 Pasted > After it\n"},
    {"mixed-line-ends.md",
     "note 1-1 Mixed\n"
     "thread 3-4 Mixed > Unix\n"
     "thread 5-6 Mixed > DOS\n"
     "thread 7-8 Mixed > Mac\n"},
    {"nfd-title.md",
     "note 1-1 Über Häufungspunkte\n"
     "thread 3-4 Über Häufungspunkte > Définition\n"},
    {"no-final-newline.md",
     "note 1-1 End\n"
     "thread 3-4 End > Last\n"},
    {"only-front-matter.md", "note 5-5 Nothing but this\n"},
    {"outline.md",
     "note 1-2 outline\n"
     "thread 4-4 outline > Häufungspunkte\n"
     "question 5-7 outline > Häufungspunkte > Definition\n"
     "question 8-9 outline > Häufungspunkte > Beispiel\n"
     "thread 10-11 outline > Offen\n"},
    {"quiz.md",
     "note 1-5 Rust quiz\n"
     "thread 7-23 Rust quiz > 1. What prints?\n"
     "thread 25-27 Rust quiz > 2. What prints?\n"},
    {"right-to-left.md",
     "note 3-3 أسئلة\n"
     "thread 5-6 أسئلة > ما هو المتغير؟\n"
     "thread 8-11 أسئلة > لماذا؟\n"},
    {"rule.md", "note 1-1 rule\n"},
    {"setext.md",
     "note 1-2 Materials\n"
     "thread 4-7 Materials > 02021-07-28\n"
     "question 9-14 Materials > 02021-07-28 > Firing\n"
     "thread 16-19 Materials > 02021-08-02\n"},
    {"stub.md",
     "note 5-6 Stub\n"
     "thread 8-8 Stub > Kettle descaling\n"
     "question 10-13 Stub > Kettle descaling > Citric acid\n"},
    {"template.md",
     "note 7-7 template\n"
     "thread 9-9 template > What\n"
     "thread 11-11 template > Why?\n"},
    {"two-front-matters.md",
     "note 11-11 Stacked\n"
     "thread 13-14 Stacked > After both\n"},
    {"unclosed-front-matter.md",
     "note 1-2 unclosed front matter\n"
     "thread 4-5 unclosed front matter > A\n"
     "thread 7-7 unclosed front matter > B\n"}};

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(every_odd_note_is_split_as_it_should_be) {
  const std::string folder = std::string(NOTES_DATA_DIR) + "/odd";
  for (const Row& row : kRows) {
    BOOST_TEST_CONTEXT(row.name) {
      std::vector<Diagnostic> diagnostics;
      const auto note = read_note(Root{0, folder}, row.name, diagnostics);
      BOOST_TEST_REQUIRE(note.has_value());
      BOOST_TEST(outline_text(extract_sections(*note, diagnostics).sections) == row.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_odd_note_has_its_row) {
  std::size_t notes = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(NOTES_DATA_DIR) + "/odd"))
    if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") ++notes;
  BOOST_TEST(notes == kRows.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
