// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include <boost/test/unit_test.hpp>

#include "query/search/rank/boosts.h"

using namespace notes;

namespace {

Candidate candidate(const std::string& note, std::uint32_t thread, Matched matched = Matched::all) {
  Candidate made;
  made.matched = matched;
  made.place.note = static_cast<unsigned char>(note.front());
  made.place.thread_byte = thread;
  return made;
}

std::string shown(const std::vector<Candidate>& candidates) {
  std::string text;
  for (const Candidate& one : candidates)
    text += static_cast<char>(one.place.note) + std::to_string(one.place.thread_byte) + "+" +
            std::to_string(one.others) + " ";
  return text;
}

SearchRequest grouped_by(Grouping grouping) {
  SearchRequest request;
  request.grouping = grouping;
  return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cutting)

BOOST_AUTO_TEST_CASE(the_best_of_a_group_counts_the_others) {
  const std::vector<Candidate> candidates{candidate("a", 1), candidate("b", 1), candidate("a", 2),
                                          candidate("a", 1), candidate("b", 1), candidate("a", 1)};
  BOOST_TEST(shown(cut(candidates, true, grouped_by(Grouping::thread))) == "a1+2 b1+1 a2+0 ");
  BOOST_TEST(shown(cut(candidates, true, grouped_by(Grouping::note))) == "a1+3 b1+1 ");
  BOOST_TEST(shown(cut(candidates, true, grouped_by(Grouping::none))) ==
             "a1+0 b1+0 a2+0 a1+0 b1+0 a1+0 ");
}

BOOST_AUTO_TEST_CASE(three_full_matches_suffice_where_they_do) {
  struct Row {
    int full;
    bool in_tiers;
    bool suffice;
    std::size_t expected;
  };
  const Row rows[] = {
      {3, true, true, 3}, {2, true, true, 3}, {3, false, true, 4}, {3, true, false, 4}};
  for (const Row& row : rows) {
    std::vector<Candidate> candidates;
    for (int i = 0; i < row.full; ++i) candidates.push_back(candidate("a", 1));
    candidates.push_back(candidate("a", 1, Matched::some));
    SearchRequest request;
    request.full_matches_suffice = row.suffice;
    BOOST_TEST(cut(candidates, row.in_tiers, request).size() == row.expected);
  }
}

BOOST_AUTO_TEST_CASE(a_page_of_full_matches_has_no_place_for_others) {
  struct Row {
    std::size_t full;
    int limit;
    int offset;
    bool suffice;
    Grouping grouping;
    bool expected;
  };
  const Row rows[] = {
      {4, 4, 0, false, Grouping::together, true},  {4, 5, 0, false, Grouping::together, false},
      {4, 4, 1, false, Grouping::together, false}, {3, 10, 0, true, Grouping::together, true},
      {2, 10, 0, true, Grouping::together, false}, {2, 2, 0, true, Grouping::together, true},
      {4, 4, 0, false, Grouping::note, false}};
  for (const Row& row : rows) {
    SearchRequest request = grouped_by(row.grouping);
    request.limit = row.limit;
    request.offset = row.offset;
    request.full_matches_suffice = row.suffice;
    BOOST_TEST(fills_page(std::vector<Candidate>(row.full), request) == row.expected);
  }
}

BOOST_AUTO_TEST_CASE(every_page_is_cut_from_whole_blocks) {
  struct Row {
    int end;
    Grouping grouping;
    int recency_days;
    std::size_t expected;
  };
  const Row rows[] = {{10, Grouping::together, 0, 100},   {12, Grouping::none, 0, 100},
                      {13, Grouping::none, 0, 200},       {10, Grouping::note, 0, 1000},
                      {10, Grouping::together, 30, 1000}, {238, Grouping::note, 0, 2000}};
  for (const Row& row : rows) {
    SearchRequest request = grouped_by(row.grouping);
    request.limit = row.end;
    request.recency_days = row.recency_days;
    BOOST_TEST(window_size(request) == row.expected);
  }
}

BOOST_AUTO_TEST_SUITE_END()
