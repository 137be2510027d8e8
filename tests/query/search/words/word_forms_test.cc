// SPDX-License-Identifier: GPL-2.0-or-later
// What forms of words, numbers and signs find, and what prefixes find.
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

const TempIndex& workshop() {
  static const TempIndex kIndex{
      {"workshop.md",
       "# Workshop\n\n## Saws\nA blade of 2.7 mm, driver v4.11.0, kit-box-small.\n\n"
       "## Drills\n27 bits, 2-7 turns, a box for kits; 4 of 11, and 0 left.\n\n"
       "## Paint\nThe Protégé line, 2½ litres for 25,000 tins.\n\n"
       "## Order\nCall 555-01234 about WD40X on 2023-11-05, see ~/.toolrc and plan.svg.\n\n"
       "## Digest\nblob 5e1ca0ff99b3d7c2640a8bd1e0f3377ac5d2b916 holds it.\n\n"
       "## Talk\nC++ on the lathe → in C# § 9; Bursa'da bir atölye.\n\n"
       "## Toolkit\nProteges of the trade.\n"},
      {"plans/workbench.md",
       "---\ntags: [woodwork/benches, glue]\n---\n# Bench\n\nFive boards.\n"}};
  return kIndex;
}

std::vector<std::string> titles(const std::string& query) {
  std::vector<std::string> found;
  for (const Hit& hit : ask(workshop(), query).hits) found.push_back(hit.section.title());
  return found;
}

struct Row {
  std::string query;
  std::vector<std::string> expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.query) {
      auto found = titles(row.query);
      std::ranges::sort(found);
      BOOST_TEST(found == row.expected, boost::test_tools::per_element());
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(word_forms)

BOOST_AUTO_TEST_CASE(a_number_finds_only_itself) {
  check({{"2.7", {"Saws"}},
         {"27", {"Drills"}},
         {"4.11.0", {"Saws"}},
         {"4.11", {"Saws"}},
         {"v4.11.0", {"Saws"}},
         {"25000", {"Paint"}},
         {"25,000", {"Paint"}},
         {"5.11", {}},
         {"212", {}},
         {"½", {"Paint"}},
         {"55501234", {"Order"}},
         {"555-01234", {"Order"}}});
}

BOOST_AUTO_TEST_CASE(signs_lead_back_to_their_word_but_not_those_that_make_another) {
  check({{"~/.toolrc", {"Order"}},
         {".toolrc", {"Order"}},
         {".svg", {"Order"}},
         {"--lathe", {"Talk"}},
         {"title:C++", {}},
         {"title:saws", {"Saws"}}});
}

BOOST_AUTO_TEST_CASE(a_digest_is_found_by_its_first_digits) {
  check({{"5e1ca0f", {"Digest"}},
         {"5e1ca0ff99b3d7c2640a8bd1e0f3377ac5d2b916", {"Digest"}},
         {"5e1ca1f", {}}});
}

BOOST_AUTO_TEST_CASE(a_star_matches_words_that_start_like_this) {
  check({{"WD40*", {"Order"}},
         {"kit-bo*", {"Saws"}},
         {"kit-b*", {"Saws"}},
         {"2023-11*", {"Order"}},
         {"4.1*", {"Saws"}},
         {".too*", {"Order"}},
         {"protege*", {"Paint", "Toolkit"}},
         {"protégé*", {"Paint"}},
         {"bla* NOT saws", {}},
         {"box -kit-b*", {"Drills"}},
         {"title:tool*", {"Toolkit"}},
         {"title:toolkit*", {"Toolkit"}},
         {"title:drill*", {"Drills"}},
         {"title:dri* -title:drills", {}},
         {"path:workb*", {"Bench"}},
         {"path:plans/wor*", {"Bench"}},
         {"tag:g*", {"Bench"}},
         {"tag:woodwork/b*", {"Bench"}},
         {"tag:b*", {}}});
}

BOOST_AUTO_TEST_CASE(a_remark_says_what_a_star_leaves_out) {
  const auto notes = [](const std::string& query) { return ask(workshop(), query).notes_on_query; };
  BOOST_TEST(notes("dri*").empty());
  BOOST_TEST(notes("d* bits").front() ==
             "`d*` at column 1 is too short: a star needs two letters before it; read as a word");
  BOOST_TEST(notes("* bits").front() == "the star at column 1 has no word before it; ignored");
}

BOOST_AUTO_TEST_CASE(many_words_that_start_like_this_are_all_found) {
  std::string text = "# Many\n\n## Common\n";
  for (int i = 0; i < 400; ++i)
    text += "quar" + std::string{char('a' + i / 26), char('a' + i % 26)} + "\n";
  text += text.substr(text.find("quar")) + "\n## Rare\nquarzzz lasts\n";
  const TempIndex index{{"many.md", text.c_str()}};
  const auto find = [&](const std::string& query) { return ask(index, query); };
  BOOST_TEST(find("quar* AND lasts").hits.size() == 1);
  BOOST_TEST(find("lasts -quar*").hits.empty());
  BOOST_TEST(find("quar*").notes_on_query.front() ==
             "quar* finds every word that starts like this; the 200 most common of 418 forms of "
             "words count "
             "for the ranking");
  BOOST_TEST(
      find("qu*").notes_on_query.front() ==
      "qu* finds only the 200 most common of 418 forms of words; type a third letter to find all");
}

BOOST_AUTO_TEST_SUITE_END()
