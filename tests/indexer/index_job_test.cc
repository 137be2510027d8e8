// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_job.h"

#include <map>

#include <boost/test/unit_test.hpp>

#include "common/index/document_terms.h"
#include "common/index/open_index.h"
#include "common/schema.h"
#include "common/section.h"
#include "indexer/status.h"
#include "tests/support/temp_index.h"

using namespace notes;

namespace {

constexpr const char* kLog =
    "# Log\n\n## Bread\n2024-01-02 08:00\n\n### Which flour?\nRye and spelt.\n\n"
    "### How warm?\n26 degrees.\n\n## Bees\nSwarm in May.\n";

struct Document {
  Xapian::docid docid = 0;
  std::string data;
  std::vector<std::string> terms;
  bool operator==(const Document&) const = default;
};

// Documents by heading, as "line title".
std::map<std::string, Document> documents(const TempIndex& index) {
  const OpenIndex open = index.open();
  std::map<std::string, Document> all;
  for (auto posting = open.database.postlist_begin(""); posting != open.database.postlist_end("");
       ++posting) {
    const Xapian::Document document = open.database.get_document(*posting);
    Document& entry = all[unpack_section(document.get_value(slot::section)).section.title()];
    entry = {*posting, document.get_value(slot::section), {}};
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      entry.terms.push_back(*term);
  }
  return all;
}

void check_sound(const TempIndex& index) {
  const VerifyReport report = verify_index(index.directory());
  BOOST_TEST(report.faults.empty(), (report.faults.empty() ? "" : report.faults.front()));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_job)

BOOST_AUTO_TEST_CASE(each_section_of_a_note_becomes_one_document) {
  const TempIndex index{{"log.md", kLog}};
  std::vector<std::string> titles;
  for (const auto& [title, document] : documents(index)) titles.push_back(title);
  const std::vector<std::string> expected{"Bees", "Bread", "How warm?", "Log", "Which flour?"};
  BOOST_TEST(titles == expected, boost::test_tools::per_element());
  check_sound(index);
}

BOOST_AUTO_TEST_CASE(a_second_run_changes_nothing) {
  const TempIndex index{{"log.md", kLog}};
  const auto before = documents(index);
  const IndexOutcome outcome = index.update();
  BOOST_TEST(outcome.settings.last_run.changed == 0U);
  BOOST_TEST((documents(index) == before));
}

BOOST_AUTO_TEST_CASE(only_sections_whose_own_text_changed_get_new_terms) {
  const TempIndex index{{"log.md", kLog}};
  const auto before = documents(index);
  index.write("log.md", replaced(kLog, "Rye and spelt.", "Only emmer today."));
  index.update();
  auto after = documents(index);
  BOOST_TEST((after["Which flour?"].terms != before.at("Which flour?").terms));
  BOOST_TEST((after["Bread"].terms == before.at("Bread").terms));
  BOOST_TEST((after["Bees"].terms == before.at("Bees").terms));
  for (const auto& [title, document] : before) BOOST_TEST(after[title].docid == document.docid);
  check_sound(index);
}

BOOST_AUTO_TEST_CASE(a_section_that_only_moved_keeps_its_terms_and_its_document) {
  const TempIndex index{{"log.md", kLog}};
  const auto before = documents(index);
  index.write("log.md", replaced(kLog, "## Bees", "\n\n\n## Bees"));
  index.update();
  const auto after = documents(index);
  BOOST_TEST(after.at("Bees").docid == before.at("Bees").docid);
  BOOST_TEST((after.at("Bees").terms == before.at("Bees").terms));
  BOOST_TEST(unpack_section(after.at("Bees").data).section.heading_line() == 15U);
  check_sound(index);
}

BOOST_AUTO_TEST_CASE(removed_sections_and_notes_leave_nothing_behind) {
  const TempIndex index{{"log.md", kLog}, {"b/other.md", "# Other\n"}};
  index.write("log.md", "# Log\n\n## Bees\nSwarm in May.\n");
  index.remove("b");
  const IndexOutcome outcome = index.update();
  BOOST_TEST(outcome.settings.last_run.removed == 1U);
  BOOST_TEST(documents(index).size() == 2U);
  check_sound(index);
}

BOOST_AUTO_TEST_CASE(any_number_of_jobs_makes_the_same_index) {
  const TempIndex index{{"log.md", kLog}, {"a.md", "# A\nalpha"}, {"b/c.md", "# C\ngamma"}};
  const auto before = documents(index);
  IndexRequest request = index.request();
  request.rebuild = true;
  request.jobs = 4;
  TempIndex::run(request);
  BOOST_TEST((documents(index) == before));
  BOOST_TEST(*find_current_generation(index.directory()) == "gen-2");
}

BOOST_AUTO_TEST_CASE(a_section_keeps_the_order_of_its_own_words_and_not_of_titles_above) {
  const TempIndex index{{"log.md", kLog}};
  const OpenIndex open = index.open();
  const Xapian::docid flour = documents(index).at("Which flour?").docid;
  WordSequence expected;
  for (const char* stem : {"which", "flour", "rye", "and", "spelt"}) expected.add(print_of(stem));
  BOOST_TEST(open.database.get_document(flour).get_value(slot::words) == expected.take());
}

BOOST_AUTO_TEST_CASE(a_root_that_is_gone_keeps_its_notes_and_is_named) {
  const TempIndex index{{"log.md", kLog}};
  std::filesystem::rename(index.vault(), index.vault() + ".away");
  IndexRequest request = index.request_all();
  const IndexOutcome outcome = TempIndex::run(request);
  BOOST_TEST_REQUIRE(outcome.diagnostics.size() == 1U);
  BOOST_TEST(outcome.diagnostics.front().path == index.vault());
  BOOST_TEST(outcome.diagnostics.front().text ==
             "there is no such file or folder; its notes stay in the index");
  BOOST_TEST(documents(index).size() == 5U);
}

BOOST_AUTO_TEST_CASE(an_index_without_roots_says_what_to_do) {
  const TempFolder folder;
  IndexRequest request;
  request.directory = folder.path("index");
  BOOST_CHECK_THROW(TempIndex::run(request), Error);
}

BOOST_AUTO_TEST_CASE(a_disk_that_is_not_mounted_keeps_its_notes) {
  const TempIndex index{{"log.md", kLog}};
  {  // as after a run with the disk
    OpenIndex open = index.open();
    open.settings.roots.front().is_mount_point = true;
    Xapian::WritableDatabase database(open.directory + "/" + open.generation, Xapian::DB_OPEN);
    write_settings(database, open.settings);
    database.commit();
  }
  index.remove("log.md");  // as an empty mount point looks
  const IndexOutcome outcome = TempIndex::run(index.request_all());
  BOOST_REQUIRE(outcome.diagnostics.size() == 1U);
  BOOST_TEST(outcome.diagnostics.front().text ==
             "its disk is not mounted; its notes stay in the index");
  BOOST_TEST(documents(index).size() == 5U);

  index.write("log.md", "# Log\n");  // the folder is in use without the disk
  TempIndex::run(index.request_all());
  BOOST_TEST(documents(index).size() == 1U);
  index.remove("log.md");
  BOOST_TEST(TempIndex::run(index.request_all()).diagnostics.empty());
  BOOST_TEST(documents(index).empty());
}

BOOST_AUTO_TEST_SUITE_END()
