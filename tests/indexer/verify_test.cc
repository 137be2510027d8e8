// SPDX-License-Identifier: GPL-2.0-or-later
// A verification that never fails proves nothing: each fault is made by hand.
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "common/section.h"
#include "indexer/status.h"
#include "tests/support/temp_index.h"

using namespace notes;

namespace {

Xapian::docid docid_of(const Xapian::Database& database, const std::string& title) {
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    if (unpack_section(database.get_document(*at).get_value(slot::section)).section.title() ==
        title)
      return *at;
  return 0;
}

template <class Change>
void change_index(const TempIndex& index, Change change) {
  const std::string path = index.directory() + "/" + index.open().generation;
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  change(database);
  database.commit();
}

std::string faults(const TempIndex& index) {
  std::string text;
  for (const std::string& fault : verify_index(index.directory()).faults) text += fault + "\n";
  return text;
}

TempIndex two_notes() {
  return TempIndex{{"a.md", "# A\n\n## One\nx\n\n## Two\ny\n"}, {"b.md", "# B\n"}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verify)

BOOST_AUTO_TEST_CASE(a_section_that_the_index_lost_is_named_with_its_line) {
  const TempIndex index = two_notes();
  change_index(index, [](auto& database) { database.delete_document(docid_of(database, "Two")); });
  BOOST_TEST(faults(index) == index.path("a.md") + ":6: the section is missing in the index\n");
}

BOOST_AUTO_TEST_CASE(a_section_that_differs_in_the_index_is_named) {
  const TempIndex index = two_notes();
  change_index(index, [](auto& database) {
    const Xapian::docid one = docid_of(database, "One");
    Xapian::Document document = database.get_document(one);
    document.add_value(slot::section,
                       database.get_document(docid_of(database, "Two")).get_value(slot::section));
    database.replace_document(one, document);
  });
  BOOST_TEST(faults(index).find(":3: the section is missing in the index") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(places_are_proved_on_the_bytes_of_the_note) {
  struct Row {
    const char* expected;
    void (*change)(Section& section);
  };
  const Row rows[] = {
      {"starts at a different line of", [](Section& section) { ++section.first_line; }},
      {"starts at a different line of", [](Section& section) { section.begin_byte -= 2; }},
      {"ends at a different line of",
       [](Section& section) { section.last_line_below = section.last_line += 9; }},
      {"ends at a different place in", [](Section& section) { section.end_byte_below += 900; }},
      {"has its heading at a different line of",
       [](Section& section) { ++section.breadcrumb.back().line; }},
      {"has its heading at a different line of",
       [](Section& section) { section.breadcrumb.back().title = "Once"; }},
      {"has its heading at a different line of",
       [](Section& section) { ++section.blocks.front().bytes.begin; }},
  };
  for (const Row& row : rows) {
    const TempIndex index = two_notes();
    change_index(index, [&](auto& database) {
      const Xapian::docid one = docid_of(database, "One");
      Xapian::Document document = database.get_document(one);
      StoredSection stored = unpack_section(document.get_value(slot::section));
      row.change(stored.section);
      document.add_value(slot::section, pack_section(stored));
      database.replace_document(one, document);
    });
    BOOST_TEST_CONTEXT(faults(index))
    BOOST_TEST(faults(index).find(std::string(row.expected) + " the note than the index says") !=
               std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(sections_of_an_unknown_note_are_found) {
  const TempIndex index = two_notes();
  change_index(index, [](auto& database) {
    Xapian::Document document = database.get_document(docid_of(database, "One"));
    document.add_boolean_term(note_term("/elsewhere", "c.md"));
    database.add_document(document);
  });
  BOOST_TEST(faults(index).find("of a note that is not in its catalog") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(tables_are_checked) {
  const TempIndex index = two_notes();
  BOOST_TEST(faults(index) == "");
  const std::string table = index.directory() + "/" + index.open().generation + "/termlist.glass";
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(4096);  // entries fill a block from its end
  file << std::string(4096, '\x5A');
  file.close();
  bool found = false;
  try {
    found = !verify_index(index.directory()).faults.empty();
  } catch (const Error& error) {
    found = error.exit_code() == ExitCode::damaged_index;
  }
  BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(notes_that_changed_since_are_counted_not_compared) {
  const TempIndex index = two_notes();
  index.write("a.md", "# A\n\n## Three\nx\n");
  index.remove("b.md");
  const VerifyReport report = verify_index(index.directory());
  BOOST_TEST(report.faults.empty());
  BOOST_TEST(report.notes == 2U);
  BOOST_TEST(report.changed == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
