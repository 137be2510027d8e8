// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

constexpr CivilDay kToday{2024, 3, 1};

// More sections about ferns than a window of candidates holds, each better than the notes below.
std::string log_of_ferns() {
  std::string log = "# Log\n";
  for (int day = 1; day <= 130; ++day)
    log += "\n## Fern " + std::to_string(day) + " fern\nFern, fern and fern.\n";
  return log;
}

constexpr const char* kLong =
    "Moss covers the ground in the shade as well, and asks for less water, less soil and less care "
    "than most plants do: so says who has tried.\n";

const TempIndex& ferns() {
  static const std::string kLog = log_of_ferns();
  static const std::string kWithout = std::string("# How to do without a fern\n\n") + kLong;
  static const std::string kFern = std::string("# Fern\n\n") + kLong;
  static const TempIndex kIndex{
      {"log.md", kLog.c_str()}, {"without.md", kWithout.c_str()}, {"fern.md", kFern.c_str()}};
  return kIndex;
}

const TempIndex& kitchen() {
  static const TempIndex kIndex{
      {"proof.md", "# Cold proofing\nCold, cold proofing.\n\n# Cold proof\nOver night.\n"},
      {"c.md", "# Languages\n\n## C++\nC and C.\n\n## C\nSmall.\n\n## C#\nC, C and C.\n"},
      {"dairy.md", "# Butter tips, butter\n\n## Butter\nSoft.\n"},
      {"plot.md", "---\ntitle: Allotment\n---\n\n# Plot\n\nQuince.\n"},
      {"other.md", "# The allotment of others\nAllotment, allotment.\n"},
      {"old.md", "# Pruning roses\n1999-03-01\n\nIn winter.\n"},
      {"tags.md", "---\ntags: [sorrel]\n---\n\n# Meeting\n\nMinutes.\n"},
      {"jam.md", "# Jams\n\n## Käse und Öl\nFett.\n\n## Kase und Ol, kase und ol\nKase und Ol.\n"},
      {"list.md",
       "# Links\n\n## Rhubarb\n- [Rhubarb cake](a.md)\n- [Rhubarb tart](b.md)\n- [Rhubarb "
       "jam](c.md)\n"
       "- [Rhubarb pie](d.md)\n- [Rhubarb wine](e.md)\n"},
      {"rhubarb.md", "# Growing rhubarb\nManure in autumn, and no harvest in the first year.\n"},
      {"wild.md", "# Wild\n\n## Sorrel in spring\nA leaf of sorrel tastes of lemon.\n"},
      {"new.md", "# Pruning roses in a pot, pruning roses\n2024-02-28\n\nPruning roses.\n"}};
  return kIndex;
}

std::string first_title(const TempIndex& index, const std::string& query,
                        const SearchRequest& request = {}) {
  const auto result = ask(index, query, request);
  return result.hits.empty() ? "nothing" : result.hits.front().section.title();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(whole_titles)

BOOST_AUTO_TEST_CASE(a_whole_title_comes_first_even_from_beyond_the_window) {
  for (const char* query : {"How to do without a fern", "how to DO without a fern?",
                            "\"how to do without a fern\"", "(how to do without a fern)"})
    BOOST_TEST(first_title(ferns(), query) == "How to do without a fern", query);
  BOOST_TEST(first_title(ferns(), "fern") == "Fern");
  BOOST_TEST(first_title(ferns(), "fern 77 fern") == "Fern 77 fern");
  BOOST_TEST(first_title(ferns(), "do with a fern").starts_with("Fern"));  // a part of it only
}

BOOST_AUTO_TEST_CASE(conditions_apply_to_it_too) {
  const std::string title = "how to do without a fern";
  BOOST_TEST(first_title(ferns(), title + " level:note") == "How to do without a fern");
  BOOST_TEST(first_title(ferns(), title + " -tag:x") == "How to do without a fern");
  BOOST_TEST(first_title(ferns(), title + " level:thread").starts_with("Fern"));
}

BOOST_AUTO_TEST_CASE(every_page_is_cut_from_the_same_order) {
  SearchRequest one;
  one.limit = 1;
  std::set<std::string> ids;
  for (one.offset = 0; one.offset < 132; ++one.offset)
    for (const Hit& hit : ask(ferns(), "how to do without a fern", one).hits)
      ids.insert(hit.section.id);
  BOOST_TEST(ids.size() == 132U);
}

BOOST_AUTO_TEST_CASE(its_score_does_not_depend_on_the_page) {
  const auto score = [](int limit) {
    SearchRequest request;
    request.limit = limit;
    return ask(kitchen(), "growing rhubarb", request).hits.front().score;
  };
  BOOST_TEST(ask(kitchen(), "growing rhubarb").hits.size() > 1U);
  BOOST_TEST(score(1) == score(50));
}

BOOST_AUTO_TEST_CASE(other_forms_of_its_words_and_other_signs_make_another_title) {
  BOOST_TEST(first_title(kitchen(), "cold proof") == "Cold proof");
  BOOST_TEST(first_title(kitchen(), "\"cold proof\"") == "Cold proof");
  BOOST_TEST(first_title(kitchen(), "cold proofing") == "Cold proofing");
  BOOST_TEST(first_title(kitchen(), "c") == "C");
  BOOST_TEST(first_title(kitchen(), "c++") == "C++");
  BOOST_TEST(first_title(kitchen(), "c#") == "C#");
}

BOOST_AUTO_TEST_CASE(the_section_around_it_comes_after_it) {
  BOOST_TEST(first_title(kitchen(), "butter") == "Butter");
}

BOOST_AUTO_TEST_CASE(a_title_of_the_front_matter_and_the_name_of_the_file_are_titles) {
  BOOST_TEST(first_title(kitchen(), "dairy") == "Butter tips, butter");
  BOOST_TEST(first_title(kitchen(), "allotment") == "Allotment");
}

BOOST_AUTO_TEST_CASE(a_title_may_be_typed_without_its_accents) {
  BOOST_TEST(first_title(kitchen(), "kase und ol") == "Käse und Öl");
  BOOST_TEST(first_title(kitchen(), "Käse und Öl") == "Käse und Öl");
}

BOOST_AUTO_TEST_CASE(the_title_of_a_list_of_links_does_not_count) {
  BOOST_TEST(first_title(kitchen(), "rhubarb") == "Growing rhubarb");
}

BOOST_AUTO_TEST_CASE(a_tag_is_not_a_title) {
  BOOST_TEST(first_title(kitchen(), "sorrel") == "Sorrel in spring");
}

BOOST_AUTO_TEST_CASE(a_title_with_a_slip_in_it_is_still_that_title) {
  BOOST_TEST(first_title(kitchen(), "prunign rosse") == "Pruning roses");
  BOOST_TEST(first_title(ferns(), "how to do wihtout a fern") == "How to do without a fern");
}

BOOST_AUTO_TEST_CASE(its_age_does_not_count) {
  SearchRequest recent;
  recent.recency_days = 30;
  recent.today = kToday;
  BOOST_TEST(first_title(kitchen(), "pruning roses", recent) == "Pruning roses");
}

BOOST_AUTO_TEST_SUITE_END()
