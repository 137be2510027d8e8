// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/reordering.h"

#include <string>

#include <boost/test/unit_test.hpp>

using namespace notes;

namespace {

Candidate candidate(const std::string& note, std::uint32_t thread, double score) {
  Candidate made;
  made.score = score;
  made.place.note_id = note;
  made.place.thread_byte = thread;
  return made;
}

Candidate dated(double score, std::optional<CivilDay> day) {
  Candidate made = candidate("n", 0, score);
  if (day) made.date = sortable_minute(span_of_day(*day).begin);
  return made;
}

SearchRequest recency(int days) {
  SearchRequest request;
  request.recency_days = days;
  request.today = {2024, 3, 1};
  return request;
}

std::string shown(const std::vector<Candidate>& candidates) {
  std::string text;
  for (const Candidate& one : candidates)
    text += one.place.note_id + std::to_string(one.place.thread_byte) + "+" +
            std::to_string(one.others) + " ";
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reordering)

BOOST_AUTO_TEST_CASE(half_of_a_score_ages_and_half_stays) {
  struct Row {
    std::optional<CivilDay> day;
    double share;
  };
  const Row rows[] = {
      {CivilDay{2024, 3, 1}, 1},    {CivilDay{2025, 1, 1}, 1}, {CivilDay{2024, 1, 31}, .75},
      {CivilDay{2024, 1, 1}, .625}, {std::nullopt, .5},
  };
  for (const Row& row : rows) {
    std::vector<Candidate> one{dated(8, row.day)};
    favour_recent(one, recency(30));
    BOOST_TEST(one.front().score == 8 * row.share, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(one.front().lost_by_age == 8 * (1 - row.share), boost::test_tools::tolerance(1e-9));
  }
}

BOOST_AUTO_TEST_CASE(a_date_never_outweighs_a_match_twice_as_good) {
  std::vector<Candidate> candidates{dated(8.1, std::nullopt), dated(4, CivilDay{2024, 3, 1}),
                                    dated(4, CivilDay{2023, 3, 1}), dated(3, CivilDay{2024, 3, 1})};
  favour_recent(candidates, recency(7));
  BOOST_TEST(candidates[0].date.empty());
  BOOST_TEST(candidates[1].score == 4);
  BOOST_TEST(candidates[2].score == 3);
}

BOOST_AUTO_TEST_CASE(without_recency_nothing_moves) {
  std::vector<Candidate> candidates{dated(1, std::nullopt), dated(4, CivilDay{2024, 3, 1})};
  favour_recent(candidates, recency(0));
  BOOST_TEST(candidates[0].score == 1);
}

BOOST_AUTO_TEST_CASE(the_best_of_a_group_counts_the_others) {
  const std::vector<Candidate> candidates{candidate("a", 1, 9), candidate("b", 1, 8),
                                          candidate("a", 2, 7), candidate("a", 1, 6),
                                          candidate("b", 1, 5), candidate("a", 1, 4)};
  BOOST_TEST(shown(grouped(candidates, Grouping::thread)) == "a1+2 b1+1 a2+0 ");
  BOOST_TEST(shown(grouped(candidates, Grouping::note)) == "a1+3 b1+1 ");
  BOOST_TEST(shown(grouped(candidates, Grouping::none)) == "a1+0 b1+0 a2+0 a1+0 b1+0 a1+0 ");
}

BOOST_AUTO_TEST_CASE(every_page_is_cut_from_the_same_window) {
  SearchRequest request;
  BOOST_TEST(window_size(request, 60) == 100U);
  request.grouping = Grouping::none;
  BOOST_TEST(window_size(request, 200) == 200U);
  BOOST_TEST(window_size(request, 201) == 300U);
  request.grouping = Grouping::note;
  BOOST_TEST(window_size(request, 60) == 1000U);
  BOOST_TEST(window_size(recency(30), 60) == 1000U);
  BOOST_TEST(window_size(recency(30), 1001) == 2000U);
}

BOOST_AUTO_TEST_SUITE_END()
