// SPDX-License-Identifier: GPL-2.0-or-later
// Sections found by place, by likeness and by count, on one small vault.
#include <algorithm>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "query/search/around/around.h"
#include "tests/support/temp_index.h"

using namespace notes;

namespace {

const TempIndex& bees() {
  static const TempIndex kIndex{
      {"bees.md",
       "# Bees\n\n## Swarms #hive\n2024-05-01\n\nSwarms leave in May.\n\n"
       "### Where do swarms settle?\nIn hollow trees, see https://bees.example.org/trees\n\n"
       "### How to catch swarms?\n- A skep below the branch\n\n- Smoke from above\n\n"
       "## Honey\n2023-07-01\n\nTags: kitchen, Hive\n\n### Which trees give honey?\nLime trees.\n"},
      {"walks/woods.md", "# Woods\n\nHollow trees with swarms of wild bees.\n"},
      {"plain.md", "---\nauthor: me\n---\n\nNo heading at all.\n"},
      {"thread_first.md", "## Only thread\n\nText.\n\n## Other thread\n"}};
  return kIndex;
}

std::string title_at(const std::string& name) {
  const auto found = find_section(bees().open(), name);
  return found ? found->section.title() : "nothing";
}

std::string cut_to(std::size_t max_bytes) {
  const auto passage = find_passage(bees().open(), "bees.md:3", max_bytes);
  std::string text = passage->markdown + "|" + std::to_string(passage->last_line);
  for (const Section& section : passage->left_out)
    text += "|" + std::to_string(section.heading_line()) + " " + section.title();
  return text;
}

std::string like(const std::string& name, const std::string& conditions = "") {
  const auto result =
      find_similar(bees().open(), name, parse_query(conditions, {2024, 6, 1}), SearchRequest{});
  if (!result) return "no such section";
  std::string titles;
  for (const Hit& hit : result->hits)
    titles += hit.section.rel_path + ":" + std::to_string(hit.section.heading_line()) + " ";
  return titles;
}

std::string counts(std::string_view facet, const std::string& query = "",
                   const TempIndex& index = bees()) {
  const std::vector<std::string_view> names{facet};
  const FacetCounts all = count_facets(index.open(), parse_query(query, {2024, 6, 1}), {}, names);
  std::string text = std::to_string(all.sections) + ":";
  for (const ValueCount& value : all.facets.front().values)
    text += " " + value.value + "=" + std::to_string(value.count);
  return text;
}

std::string completed(const std::string& typed, std::size_t limit = 20) {
  std::string text;
  for (const std::string& word : complete_word(bees().open(), typed, limit)) text += word + " ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(finding_around)

BOOST_AUTO_TEST_CASE(a_line_gives_the_deepest_section_that_contains_it) {
  struct Row {
    std::string name;
    const char* title;
  };
  const Row rows[] = {
      {"bees.md:1", "Bees"},
      {"bees.md:2", "Bees"},
      {"bees.md:6", "Swarms #hive"},
      {"bees.md:9", "Where do swarms settle?"},
      {"bees.md:10", "Where do swarms settle?"},
      {bees().path("bees.md") + ":11", "How to catch swarms?"},
      {bees().vault() + "/walks/../bees.md:9", "Where do swarms settle?"},
      {"walks/woods.md:3", "Woods"},
      {"plain.md:1", "plain"},
      {"plain.md:5", "plain"},
      {"thread_first.md:1", "Only thread"},
      {"bees.md:0", "nothing"},
      {"bees.md:999", "nothing"},
      {"bees.md:99999999999999999999", "nothing"},
      {"bees.md:", "nothing"},
      {"bees.md:9x", "nothing"},
      {":9", "nothing"},
      {"bees.md", "Bees"},
      {"woods.md:1", "nothing"},
      {"", "nothing"},
      {"aaaaaaaaaaaa", "nothing"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.name) BOOST_TEST(title_at(row.name) == row.title);
}

BOOST_AUTO_TEST_CASE(an_id_names_its_section) {
  const OpenIndex index = bees().open();
  for (const FoundSection& found : find_note_sections(index, "bees.md"))
    BOOST_TEST(title_at(found.section.id) == found.section.title());
}

BOOST_AUTO_TEST_CASE(a_passage_is_cut_before_a_section_and_between_paragraphs) {
  const std::string own = "## Swarms #hive\n2024-05-01\n\nSwarms leave in May.\n\n";
  const std::string where =
      "### Where do swarms settle?\nIn hollow trees, see https://bees.example.org/trees\n\n";
  const std::string how =
      "### How to catch swarms?\n- A skep below the branch\n\n- Smoke from above\n\n";
  const std::string left_how = "|11 How to catch swarms?";
  const std::string left_both = "|8 Where do swarms settle?" + left_how;
  BOOST_TEST(cut_to(1000) == own + where + how + "|14");
  BOOST_TEST(cut_to((own + where + how).size()) == own + where + how + "|14");
  BOOST_TEST(cut_to((own + where + how).size() - 1) == own + where + "|9" + left_how);
  BOOST_TEST(cut_to(own.size()) == own + "|6" + left_both);
  BOOST_TEST(cut_to(own.size() - 2) == "## Swarms #hive\n2024-05-01\n|4" + left_both);
  BOOST_TEST(cut_to(20) == "## Swarms #hive\n|3" + left_both);
  BOOST_TEST(cut_to(4) == "## S|3" + left_both);
}

BOOST_AUTO_TEST_CASE(paragraphs_end_at_blank_lines_outside_of_code) {
  struct Row {
    std::string_view text;
    std::size_t max_bytes;
    std::string_view expected;
    std::vector<TextBlock> blocks = {};
  };
  const auto code = [](std::uint32_t begin, std::uint32_t end) {
    return std::vector{TextBlock{{begin, end}, BlockKind::code}};
  };
  const Row rows[] = {
      {"one\n\ntwo\n", 100, "one\n\ntwo\n"},
      {"one\n\ntwo\n", 8, "one\n"},
      {"one\r\n\r\ntwo\r\n", 8, "one\r\n"},
      {"one\ntwo\n\nthree\n", 6, "one\n"},
      {"```\na\n\nb\n```\n\nc\n", 12, "```\na\n\nb\n", code(4, 8)},
      {"one\n\n```\na\n\nb\n```\n", 12, "one\n", code(9, 13)},
      {"~~~\na\n\n~~~\nb\n", 9, "~~~\na\n\n", code(4, 6)},
      {"größer", 3, "gr"},
      {"größer", 4, "grö"},
      {"\n\none\ntwo\n", 6, "\n\none\n"},
      {"one", 0, ""},
      {"", 0, ""},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.text << " to " << row.max_bytes)
  BOOST_TEST(whole_paragraphs(row.text, row.blocks, row.max_bytes) == row.expected);
}

BOOST_AUTO_TEST_CASE(similar_sections_do_not_include_nested_ones) {
  BOOST_TEST(like("bees.md:9").starts_with("walks/woods.md:1 "));
  BOOST_TEST(like("bees.md:9").find("bees.md:8 ") == std::string::npos);
  BOOST_TEST(like("bees.md:9").find("bees.md:3 ") == std::string::npos);
  BOOST_TEST(like("bees.md:9", "level:question") == "bees.md:21 bees.md:11 ");
  BOOST_TEST(like("plain.md:1") == "");
  BOOST_TEST(like("nowhere.md:1") == "no such section");
}

BOOST_AUTO_TEST_CASE(values_are_counted_over_the_sections_that_match) {
  BOOST_TEST(counts("level") == "11: note=4 thread=4 question=3");
  BOOST_TEST(counts("tags", "path:bees") == "6: hive=5 kitchen=2");
  BOOST_TEST(counts("year", "path:bees") == "6: 2024=3 2023=2");
  BOOST_TEST(counts("site", "hollow trees") == "2: bees.example.org=1");
  BOOST_TEST(counts("level", "\"hollow trees\" level:question") == "1: question=1");
  BOOST_TEST(counts("level", "xylophone") == "0:");
}

BOOST_AUTO_TEST_CASE(values_are_counted_over_what_a_search_shows) {
  BOOST_TEST(counts("level", "\"swarm settles\" trees") == "0:");  // not as written
  BOOST_TEST(counts("level", "how do \"swarm settles\" in trees?") == "1: question=1");
  const TempIndex index{{"trees.md", "# Trees\n\nHollow trees, no smoke.\n"},
                        {"hives.md", "# Hives\n\n## Skeps\nA hollow tree.\n\n### Fire?\nSmoke.\n"}};
  BOOST_TEST(counts("level", "\"hollow tree\" smoke", index) == "2: note=1 thread=1");
}

BOOST_AUTO_TEST_CASE(labels_are_counted_in_their_most_frequent_spelling) {
  const TempIndex index{{"a.md", "# A\n\nTags: Tide, low/ebb\n"},
                        {"b.md", "# B\n\nTags: tide, marée\n"},
                        {"c.md", "# C\n\nTags: tide\n"}};
  const FacetCounts counts = count_labels(index.open());
  std::string tags;
  for (const ValueCount& value : counts.facets.front().values)
    tags += value.value + "=" + std::to_string(value.count) + " ";
  BOOST_TEST(tags == "tide=3 low/ebb=1 marée=1 ");
  std::string completed;
  for (const char* typed : {"tag:l", "tag:TI", "tag:maree"})
    for (const std::string& word : complete_word(index.open(), typed, 20)) completed += word + " ";
  BOOST_TEST(completed == "tag:low tag:low/ebb tag:tide tag:marée ");
}

BOOST_AUTO_TEST_CASE(a_word_is_completed_from_the_index) {
  struct Row {
    const char* typed;
    const char* expected;
  };
  const Row rows[] = {
      {"ti", "title: "},
      {"honey le", "level: leave "},
      {"level:th", "level:thread "},
      {"(-level:th", "(-level:thread "},
      {"tag:h", "tag:hive "},
      {"tag:K", "tag:kitchen "},
      {"site:b", "site:bees.example.org "},
      {"hol", "hollow "},
      {"SET", "settle "},
      {"sw", "swarms "},  // not its stem
      {"honey ",
       "title: note: thread: tag: name: date: url: site: level: is: has: link: "
       "since: after: until: before: "},
      {"title:h", "title:honey title:hive title:how "},  // no title has hollow
      {"thread:sw", "thread:swarms "},
      {"since:lastm", "since:lastmonth "},
      {"date:2", "date:2024 date:2023 "},
      {"date:this", "date:thisweek date:thismonth date:thisyear "},
      {"unknown:x", ""},
      {"zz", ""},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.typed) BOOST_TEST(completed(row.typed) == row.expected);
  BOOST_TEST(completed("", 2) == "title: note: ");
}

BOOST_AUTO_TEST_CASE(an_outline_is_stale_once_the_note_changed) {
  const TempIndex index{{"a.md", "# One\n\n## Two\n"}};
  BOOST_TEST(read_outline(index.open(), "a.md").sections.size() == 2U);
  BOOST_TEST(!read_outline(index.open(), "a.md").stale);
  index.write("a.md", "# One\n\n## Three\n");
  BOOST_TEST(read_outline(index.open(), "a.md").stale);
  BOOST_TEST(read_outline(index.open(), "b.md").sections.empty());
}

BOOST_AUTO_TEST_SUITE_END()
