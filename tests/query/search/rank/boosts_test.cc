// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/boosts.h"

#include <optional>
#include <string>

#include <boost/test/unit_test.hpp>

#include "common/index/document_terms.h"

using namespace notes;

namespace {

QueryWord word(const std::string& stem) {
  QueryWord made;
  made.typed = stem;
  made.stems = made.exacts = {stem};
  return made;
}

std::string sequence(const std::vector<std::string>& stems) {
  WordSequence words;
  for (const std::string& stem : stems) words.add(print_of(stem));
  return words.take();
}

// A query of two words.
QueryPlan cold_proof(Reading reading = Reading::words) {
  QueryPlan plan;
  plan.shares = shares_of(reading);
  plan.words = {word("cold"), word("proof")};
  plan.row = {"cold", "proof"};
  return plan;
}

const SearchRequest kRequest;

// What the sections say; both words weigh 2 in each of them.
RankInputs two_words(const QueryPlan& plan, const std::vector<std::vector<std::string>>& sections) {
  RankInputs inputs{plan, kRequest, {"cold", "proof"}};
  for (Xapian::docid docid = 1; docid <= sections.size(); ++docid)
    inputs.evidence[docid] = {{2, 2}, sequence(sections[docid - 1])};
  return inputs;
}

Candidate candidate(Xapian::docid docid, double score, const std::string& note = "n") {
  Candidate made;
  made.docid = docid;
  made.score = score;
  made.place.note = static_cast<unsigned char>(note.front());
  return made;
}

Candidate dated(double score, std::optional<CivilDay> day) {
  Candidate made = candidate(1, score);
  if (day) made.date = sortable_minute(span_of_day(*day).begin);
  return made;
}

void apply_recency(std::vector<Candidate>& candidates, int days) {
  QueryPlan plan;
  plan.words = {word("proof")};
  plan.row = {"proof"};
  SearchRequest request;
  request.recency_days = days;
  request.today = {2024, 3, 1};
  apply_boosts(candidates, {plan, request, {"proof"}, {{1, {{0}}}}});
}

double gain_of(const Candidate& candidate, std::string_view boost) {
  double sum = 0;
  for (const ScorePart& gain : candidate.gains)
    if (gain.ingredient == boost) sum += gain.score;
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ranking_boosts)

BOOST_AUTO_TEST_CASE(in_a_question_adjacent_words_gain_more_than_words_near_each_other) {
  const QueryPlan plan = cold_proof(Reading::sentence);
  const RankInputs inputs = two_words(
      plan,
      {{"cold", "proof"}, {"proof", "in", "the", "cold"}, {"cold", "a", "b", "c", "d", "proof"}});
  std::vector<Candidate> candidates{candidate(1, 4, "a"), candidate(2, 4, "b"),
                                    candidate(3, 4, "c")};
  apply_boosts(candidates, inputs);
  BOOST_TEST(gain_of(candidates[0], "near") > gain_of(candidates[1], "near"));
  BOOST_TEST(gain_of(candidates[1], "near") > 0);
  BOOST_TEST(gain_of(candidates[2], "near") == 0);
  BOOST_TEST(candidates[0].score == 4 + gain_of(candidates[0], "near"));
}

BOOST_AUTO_TEST_CASE(in_a_look_up_a_stop_word_beside_a_word_counts_more_than_two_words_in_a_row) {
  QueryPlan plan = cold_proof();
  plan.row = {"cold", "proof", "it"};
  RankInputs inputs = two_words(plan, {{"cold", "proof"}, {"proof", "it", "cold"}});
  inputs.stems = {"cold", "it", "proof"};
  for (auto& [docid, evidence] : inputs.evidence) evidence.weights = {2, 2, 2};
  std::vector<Candidate> candidates{candidate(1, 4, "a"), candidate(2, 4, "b")};
  apply_boosts(candidates, inputs);
  BOOST_TEST(candidates[0].docid == 2U);
  BOOST_TEST(gain_of(candidates[1], "near") > 0);
}

BOOST_AUTO_TEST_CASE(what_the_rest_of_the_note_says_counts_for_a_section) {
  const QueryPlan plan = cold_proof();
  RankInputs inputs = two_words(plan, {{}, {}, {}});
  inputs.evidence[1].weights = {2, 5};
  inputs.evidence[2].weights = inputs.evidence[3].weights = {2, 0};
  std::vector<Candidate> candidates{candidate(1, 7, "a"), candidate(2, 2, "b"),
                                    candidate(3, 2, "a")};
  apply_boosts(candidates, inputs);
  BOOST_TEST(candidates[1].docid == 3U);
  BOOST_TEST(gain_of(candidates[1], "context") > 0);
  BOOST_TEST(gain_of(candidates[2], "context") == 0);
}

BOOST_AUTO_TEST_CASE(a_word_missing_from_the_own_text_counts_less) {
  const QueryPlan plan = cold_proof();
  const RankInputs inputs =
      two_words(plan, {{"cold", "x", "x", "x", "x", "proof"}, {"cold", "proofer"}});
  std::vector<Candidate> candidates{candidate(2, 4, "a"), candidate(1, 4, "b")};
  apply_boosts(candidates, inputs);
  BOOST_TEST(candidates[0].docid == 1U);
  BOOST_TEST(gain_of(candidates[0], "foreign") == 0);
  BOOST_TEST(gain_of(candidates[1], "foreign") < 0);
}

BOOST_AUTO_TEST_CASE(a_list_of_links_comes_after_a_section_with_fewer_of_the_words) {
  const QueryPlan plan = cold_proof();
  RankInputs inputs = two_words(plan, {{"cold", "proof"}, {"cold", "proof"}});
  inputs.evidence[1].is_link_list = true;
  std::vector<Candidate> candidates{candidate(1, 7, "a"), candidate(2, 4, "b")};
  apply_boosts(candidates, inputs);
  BOOST_TEST(candidates[0].docid == 2U);
  BOOST_TEST(gain_of(candidates[1], "links") < 0);
}

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
    apply_recency(one, 30);
    BOOST_TEST(one.front().score == 8 * row.share, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(gain_of(one.front(), "age") == -8 * (1 - row.share),
               boost::test_tools::tolerance(1e-9));
  }
}

BOOST_AUTO_TEST_CASE(a_date_never_outweighs_a_match_twice_as_good) {
  std::vector<Candidate> candidates{dated(8.1, std::nullopt), dated(4, CivilDay{2024, 3, 1}),
                                    dated(4, CivilDay{2023, 3, 1}), dated(3, CivilDay{2024, 3, 1})};
  apply_recency(candidates, 7);
  BOOST_TEST(candidates[0].date.empty());
  BOOST_TEST(candidates[1].score == 4);
  BOOST_TEST(candidates[2].score == 3);
}

BOOST_AUTO_TEST_SUITE_END()
