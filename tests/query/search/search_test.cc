// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

// Two threads of one note, and a note without headings.
const TempIndex& garden() {
  static const TempIndex kIndex{
      {"garden.md",
       "# Garden\n\n## Tomatoes\n2024-02-13 21:25\n\nGrown under glass.\n\n"
       "### Which sorts?\n- Ruby holds well\n- Marmande cracks\n\n"
       "### What about blight?\nSpores need wet leaves. Z-Fold vents dry them.\n\n"
       "## Beans\n2024-02-14\n\n### Which sorts?\n- Ruby holds well\n- Marmande cracks\n\n"
       "### Supports?\nPoles, see ![](img/pole-tent.png)\n"},
      {"plot.md", "---\ntitle: Allotment\ntags: [horticulture]\n---\n\n# Plot\n\nQuince.\n"},
      {"diary.md", "Bought poles and a Würfel of peat.\nThe vents of the glass house stick.\n"},
      {"sorts.md", "# Sorts\n\nOnly those of good frost-resistance.\n"}};
  return kIndex;
}

SearchResult find(const std::string& query, const SearchRequest& request = {}) {
  return ask(garden(), query, request);
}

// "line title matched" of each hit.
std::string hits(const std::string& query, const SearchRequest& request = {}) {
  std::string lines;
  for (const Hit& hit : find(query, request).hits)
    lines += std::to_string(hit.section.heading_line()) + " " + hit.section.title() + " " +
             std::string(matched_name(hit.matched)) + "\n";
  return lines;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(search_index)

BOOST_AUTO_TEST_CASE(queries_give_the_sections_that_answer) {
  struct Row {
    const char* query;
    const char* expected;
  };
  const Row rows[] = {
      {"blight", "12 What about blight? all\n"},
      {"zfold", "12 What about blight? all\n"},
      {"z-fold", "12 What about blight? all\n"},
      {"wurfel", "1 diary all\n"},
      {"frost-resistnace", "1 Sorts all\n"},
      {"frostresistnace", "1 Sorts all\n"},  // as one word it is a term, but no word
      {"too", ""},                           // not corrected to itself
      {"teh blight", "12 What about blight? all\n"},
      {"abuot blight", "12 What about blight? all\n"},  // a stop word with a slip in it
      {"marmande", "8 Which sorts? all\n"},             // its twin at 18 is the same hit
      {"tomatoes", "3 Tomatoes all\n"},                 // the heading stands for what is below
      {"tomatoes marmande", "8 Which sorts? all\n12 What about blight? some\n"},
      {"\"wet leaves\"", "12 What about blight? all\n"},
      {"\"wet leaf\"", ""},  // not as written
      {"\"see ![](\"", "22 Supports? all\n"},
      {"\"z-fold vents\"", "12 What about blight? all\n"},
      {"\"vents dry them.\"", "12 What about blight? all\n"},
      {"\"z.fold\"", ""},  // nor are these signs
      {"\"--fold\"", ""},
      {"\"fold-\"", ""},
      {"\".fold vents\"", ""},
      {"\"z_fold\"", ""},
      {"re:/p[o]les,/", "22 Supports? all\n"},
      {"re:/p[o]les,/ OR spores", "12 What about blight? all\n22 Supports? all\n"},
      {"poles -re:/see/", "1 diary all\n"},
      {"poles -\"![](\"", "1 diary all\n"},
      {"\"![](\"", "22 Supports? all\n"},
      {"\"![](\" OR peat", "1 diary all\n22 Supports? all\n"},
      {"\"wet leaf\" OR peat", "1 diary all\n"},
      {"poles/peat", "1 diary all\n22 Supports? some\n"},
      {"marm*", "8 Which sorts? all\n"},
      {"has:image", "22 Supports? all\n"},
      {"date:2024-02-14", "15 Beans all\n"},
      {"path:diary", "1 diary all\n"},
      {"level:thread -ruby", "15 Beans all\n3 Tomatoes all\n"},
      {"spores NEAR/3 leaves", "12 What about blight? all\n"},
      {"leaves NEAR/2 vents", ""},
      {"leaves NEAR/3 vents", "12 What about blight? all\n"},
      {"title:\"about blight\"", "12 What about blight? all\n"},
      {"title:\"blight about\"", ""},
      {"\"which sorts\" OR peat", "8 Which sorts? all\n1 diary all\n"},
      {"horticulture", "6 Allotment all\n"},  // a tag there
      {"allotment", "6 Allotment all\n"},     // a title in front matter, beside a heading
      {"glas house", "1 diary some\n3 Tomatoes some\n"},
      {"is:duplicate", "18 Which sorts? all\n"},
      {"xylophone", ""},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.query) BOOST_TEST(hits(row.query) == row.expected);
}

BOOST_AUTO_TEST_CASE(words_spread_below_give_the_lowest_section_that_has_them) {
  BOOST_TEST(hits("marmande spores").starts_with("3 Tomatoes spread\n"));
  const SearchResult result = find("marmande spores");
  std::vector<std::uint32_t> lines;
  for (const Snippet& snippet : result.hits.front().snippets) lines.push_back(snippet.place.line);
  const std::vector<std::uint32_t> expected{10, 13};
  BOOST_TEST(lines == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_spread_over_threads_give_the_note_unless_filters_ask_for_less) {
  BOOST_TEST(hits("spores supports").starts_with("1 Garden spread\n"));
  BOOST_TEST(hits("marmande spores level:thread") == "3 Tomatoes spread\n");
  BOOST_TEST(!hits("spores supports level:thread").starts_with("1 Garden"));
  BOOST_TEST(!hits("spores peat").starts_with("1 "));  // in two notes
  BOOST_TEST(hits("\"wet leaves\" poles").starts_with("1 Garden spread\n"));
  BOOST_TEST(hits("\"leaves wet\" poles") == "");
}

BOOST_AUTO_TEST_CASE(a_section_whose_words_are_spread_is_not_found_a_second_time) {
  const TempIndex index{
      {"a.md", "---\naliases: [Orchard]\n---\n# Amber\n\n## One\nquince\n\n## Two\nmedlar\n"}};
  const auto result = ask(index, "orchard quince");
  BOOST_TEST_REQUIRE(result.hits.size() == 1U);
  BOOST_TEST((result.hits.front().matched == Matched::spread));
}

BOOST_AUTO_TEST_CASE(sections_without_a_date_come_last_in_either_order) {
  SearchRequest request;
  request.sort = SortOrder::oldest;
  BOOST_TEST(hits("poles OR vents", request) ==
             "12 What about blight? all\n22 Supports? all\n1 diary all\n");
  request.sort = SortOrder::newest;
  BOOST_TEST(hits("poles OR vents", request) ==
             "22 Supports? all\n12 What about blight? all\n1 diary all\n");
}

// "line line ... of total" of the sections of one note per date.
std::string by_date(const TempIndex& index, const std::string& query, SortOrder sort, int limit) {
  SearchRequest request;
  request.sort = sort;
  request.limit = limit;
  const auto result = ask(index, query, request);
  std::string lines;
  for (const Hit& hit : result.hits) lines += std::to_string(hit.section.heading_line()) + " ";
  return lines + "of " + std::to_string(result.total) + (result.exact_total ? "" : " about");
}

BOOST_AUTO_TEST_CASE(what_meets_conditions_comes_by_date) {
  const TempIndex index{{"tides.md",
                         "# Tides\n\n## Ebb\n2021-05-02\n\n## Slack\nNo day.\n\n"
                         "## Flood\n2023-05-02\n\n## Spring\n2022-05\n\n## Neap\n2023-05-02\n"}};
  BOOST_TEST(by_date(index, "", SortOrder::relevance, 10) == "9 15 12 3 6 of 5");
  BOOST_TEST(by_date(index, "level:thread", SortOrder::newest, 2) == "9 15 of 5");
  BOOST_TEST(by_date(index, "level:thread", SortOrder::oldest, 10) == "3 12 9 15 6 of 5");
  BOOST_TEST(by_date(index, "level:thread -has:date", SortOrder::newest, 10) == "6 of 1");
  BOOST_TEST(by_date(index, "date:2022..2023", SortOrder::relevance, 10) == "9 15 12 of 3");
  BOOST_TEST(by_date(index, "level:question", SortOrder::relevance, 10) == "of 0");
}

// A thread whose heading is the query, after many questions that rank better.
BOOST_AUTO_TEST_CASE(the_best_hit_does_not_depend_on_the_size_of_a_page) {
  std::string note = "# Log\n\n## Alpha beta\n" + std::string(3000, 'x') + " filler\n";
  for (int i = 0; i < 90; ++i)
    note += "\n### Alpha beta alpha beta " + std::to_string(i) + "\nalpha beta " +
            std::to_string(i) + "\n";
  const TempIndex index{{"log.md", note.c_str()}};
  const auto first = [&](int limit) {
    SearchRequest request;
    request.limit = limit;
    return ask(index, "alpha beta", request).hits.front().section.title();
  };
  BOOST_TEST(first(1) == first(100));
}

BOOST_AUTO_TEST_CASE(a_twin_is_named_not_listed) {
  const Hit hit = find("marmande").hits.front();
  BOOST_TEST_REQUIRE(hit.twins.size() == 1U);
  BOOST_TEST(hit.twins.front().line == 18U);
}

BOOST_AUTO_TEST_CASE(pages_put_together_are_the_whole_list) {
  std::string pages;
  for (int offset = 0; offset < 4; ++offset) {
    SearchRequest request;
    request.limit = 1;
    request.offset = offset;
    pages += hits("poles glass vents", request);
  }
  SearchRequest all;
  all.limit = 4;
  BOOST_TEST(pages == hits("poles glass vents", all));
  BOOST_TEST(!pages.empty());
}

BOOST_AUTO_TEST_CASE(what_is_gone_leaves_its_place_to_partial_matches) {
  const TempIndex index{{"a.md", "# A\nfern moss\n"},
                        {"b.md", "# B\nfern moss\n\nivy\n"},
                        {"c.md", "# C\nfern\n"},
                        {"d.md", "# D\nmoss\n"}};
  index.remove("a.md");
  SearchRequest request;
  const auto titles = [&](int limit, int offset) {
    request.limit = limit;
    request.offset = offset;
    std::string all;
    for (const Hit& hit : ask(index, "fern moss", request).hits) all += hit.section.title();
    return all;
  };
  BOOST_TEST(titles(2, 0).starts_with("B"));
  BOOST_TEST(titles(2, 0).size() == 2U);
  BOOST_TEST(titles(1, 1) == titles(2, 0).substr(1));
  BOOST_TEST(titles(1, 0) == "B");
}

BOOST_AUTO_TEST_CASE(totals_do_not_depend_on_the_page) {
  const auto totals = [&](int limit) {
    SearchRequest request;
    request.limit = limit;
    const SearchResult result = find("poles glass", request);
    BOOST_TEST(result.exact_total);
    return std::pair(result.total, result.total_all);
  };
  BOOST_TEST(totals(1).first > totals(1).second);
  BOOST_TEST((totals(1) == totals(50)));
}

BOOST_AUTO_TEST_CASE(matching_lines_carry_their_place_in_the_file) {
  const Hit hit = find("leaves").hits.front();
  BOOST_TEST(hit.place.line == 13U);
  BOOST_TEST(hit.place.column == 17U);
  BOOST_TEST_REQUIRE(hit.snippets.size() == 1U);
  const ByteRange highlight = hit.snippets[0].raw.highlights.at(0);
  BOOST_TEST(hit.snippets[0].raw.text.substr(highlight.begin, highlight.end - highlight.begin) ==
             "leaves");
}

BOOST_AUTO_TEST_CASE(columns_count_bytes_and_utf16_units) {
  const Hit hit = find("peat").hits.front();
  BOOST_TEST(hit.place.column == 31U);
  BOOST_TEST(hit.place.column_utf16 == 30U);
}

BOOST_AUTO_TEST_CASE(strict_leaves_out_partial_matches_and_any_ranks_them) {
  SearchRequest strict;
  strict.strictness = Strictness::strict;
  BOOST_TEST(hits("tomatoes marmande", strict) == "8 Which sorts? all\n");
  SearchRequest any;
  any.strictness = Strictness::any;
  BOOST_TEST(find("tomatoes marmande", any).hits.size() >= 2U);
}

BOOST_AUTO_TEST_CASE(the_newest_come_first_when_asked) {
  SearchRequest newest;
  newest.sort = SortOrder::newest;
  BOOST_TEST(hits("sorts", newest).starts_with("18 Which sorts?"));
}

BOOST_AUTO_TEST_CASE(a_misspelt_word_is_corrected_and_the_answer_says_so) {
  const SearchResult result = find("tomatos blihgt");
  BOOST_TEST(result.hits.front().section.heading_line() == 12U);
  BOOST_TEST_REQUIRE(result.notes_on_query.size() == 1U);
  BOOST_TEST(result.notes_on_query.front() == "no section has \"blihgt\"; searched for \"blight\"");
}

BOOST_AUTO_TEST_CASE(a_correction_among_other_words_is_not_a_full_match) {
  BOOST_TEST(hits("blihgt") == "12 What about blight? all\n");  // nothing else is found
  BOOST_TEST(hits("blihgt spores").starts_with("12 What about blight? some\n"));
  const SearchResult result = find("marmnde ruby");
  BOOST_TEST(result.total_all == 0U);
  BOOST_TEST(result.notes_on_query.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_word_of_a_known_stem_may_be_a_slip) {
  const TempIndex index{
      {"a.md", "# Fields\n\n## Frames\nFrames of glass.\n\n## Farm\nThe farm.\n"}};
  const auto result = ask(index, "farmes");
  BOOST_TEST_REQUIRE(result.hits.size() == 2U);
  BOOST_TEST((result.hits[0].matched == Matched::all));
  BOOST_TEST((result.hits[1].matched == Matched::some));
  BOOST_TEST_REQUIRE(result.notes_on_query.size() == 1U);
  BOOST_TEST(result.notes_on_query.front() ==
             "no section has \"farmes\" as written; also searched for \"frames\"");
}

BOOST_AUTO_TEST_CASE(a_query_of_many_unknown_words_takes_bounded_time) {
  std::string query;
  for (int i = 0; i < 40; ++i)
    query += std::string("qwxz") + static_cast<char>('a' + i % 26) + "yv ";
  const auto result = find(query);
  BOOST_TEST(std::ranges::count(result.notes_on_query,
                                "too many words are unknown: only the first were looked up") == 1);
}

BOOST_AUTO_TEST_CASE(exclusions_and_expressions_apply_in_sentences) {
  const TempIndex index{{"a.md",
                         "# Shed\n\n## Red\nhoe rake spade fork [old] no-7\n\n"
                         "## Blue\nhoe rake spade fork new\n"}};
  const auto titles = [&](const std::string& query, Strictness strictness) {
    SearchRequest request;
    request.strictness = strictness;
    std::string found;
    for (const Hit& hit : ask(index, query, request).hits) found += hit.section.title() + " ";
    return found;
  };
  for (const auto strictness : {Strictness::tiers, Strictness::strict, Strictness::any}) {
    BOOST_TEST(titles("hoe rake spade fork -\"[old]\"", strictness) == "Blue ");
    BOOST_TEST(titles("hoe rake spade fork -re:/no/", strictness) == "Blue ");
    BOOST_TEST(titles("hoe rake spade fork re:/no-\\d/", strictness) == "Red ");
  }
}

BOOST_AUTO_TEST_CASE(full_matches_are_counted_in_sentences) {
  const SearchResult result = find("what about spores and dry vents?");
  BOOST_TEST(result.total_all == 1U);
  BOOST_TEST((result.hits.front().matched == Matched::all));
}

BOOST_AUTO_TEST_CASE(a_misspelt_part_of_a_compound_is_corrected) {
  const SearchResult result = find("glass-huose");
  BOOST_REQUIRE(!result.hits.empty());
  const std::vector<std::string> expected{
      "no section has \"glass-huose\"; searched for \"glass-house\""};
  BOOST_TEST(result.notes_on_query == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_unknown_compound_is_searched_for_by_its_words) {
  const SearchResult result = find("leaves-vent");
  BOOST_REQUIRE(!result.hits.empty());
  BOOST_TEST(result.hits.front().section.title() == "What about blight?");
  const std::vector<std::string> expected{
      "no section has \"leaves-vent\" as one word; searched for its parts"};
  BOOST_TEST(result.notes_on_query == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_word_that_relaxation_finds_twice_is_one_word) {
  const auto parts_of = [](const std::string& query) {
    SearchRequest request;
    request.explain = true;
    std::vector<std::string> words;
    for (const std::string& line : find(query, request).explanation)
      if (line.starts_with("word: ")) words.push_back(line.substr(6, line.find(':', 6) - 6));
    return words;
  };
  const std::vector<std::string> expected{"leaves", "vent"};
  BOOST_TEST(parts_of("leaves-vent leaves") == (std::vector<std::string>{"vent", "leaves"}),
             boost::test_tools::per_element());
  BOOST_TEST(parts_of("leaves leaves-vent leaves-vent") == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_phrase_with_signs_is_looked_for_after_others_are_found) {
  const TempIndex index{
      {"a.md", "# Ferns\nMoss fern here.\n\nSee ferns page.\n\nOr [[ferns page]].\n"}};
  BOOST_TEST(ask(index, "\"moss fern\" \"[[ferns page]]\"").hits.size() == 1u);
  BOOST_TEST(ask(index, "\"moss fern\" \"[[moss page]]\"").hits.empty());
}

BOOST_AUTO_TEST_CASE(a_note_that_changed_since_is_marked) {
  const TempIndex index{{"a.md", "# A\nquince\n"}};
  index.write("a.md", "# A\nmedlar\n");
  const auto result = ask(index, "quince");
  BOOST_TEST(result.hits.front().stale);
}

BOOST_AUTO_TEST_CASE(the_parts_of_a_score_add_up_to_it) {
  SearchRequest request;
  request.explain = true;
  const Hit hit = find("tomatoes marmande", request).hits.front();
  double sum = 0;
  for (const ScorePart& part : hit.explanation) sum += part.score;
  BOOST_TEST(sum == hit.score, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_SUITE_END()
