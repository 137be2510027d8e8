// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/search/match/query_compiler.h"

using namespace notes;

namespace {

constexpr Xapian::valueno kSlot = 5;

// Ten documents, each with its number as value, of which the third, sixth and seventh have the term
// `t`.
Xapian::WritableDatabase ten_documents() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int number = 1; number <= 10; ++number) {
    Xapian::Document document;
    document.add_value(kSlot, std::to_string(number));
    if (number == 3 || number == 6 || number == 7) document.add_term("t");
    database.add_document(document);
  }
  return database;
}

std::string found(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  std::string docids;
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  for (auto match = matches.begin(); match != matches.end(); ++match)
    docids += std::to_string(*match) + " ";
  return docids;
}

// Every section of a number that the divisor divides; writes down what it is asked.
Xapian::Query multiples(Xapian::docid divisor, std::vector<Xapian::docid>& asked) {
  return only_checked(kSlot, [divisor, &asked](const std::string& value) {
    asked.push_back(static_cast<Xapian::docid>(std::stoul(value)));
    return asked.back() % divisor == 0;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checked_source)

BOOST_AUTO_TEST_CASE(alone_it_finds_what_passes_the_check) {
  std::vector<Xapian::docid> asked;
  BOOST_TEST(found(ten_documents(), multiples(3, asked)) == "3 6 9 ");
  BOOST_TEST(found(ten_documents(), multiples(11, asked)) == "");
}

BOOST_AUTO_TEST_CASE(in_a_conjunction_it_checks_only_what_the_rest_finds) {
  std::vector<Xapian::docid> asked;
  const Xapian::Query both(Xapian::Query::OP_AND, Xapian::Query("t"), multiples(3, asked));
  BOOST_TEST(found(ten_documents(), both) == "3 6 ");
  const std::vector<Xapian::docid> expected{3, 6, 7};
  BOOST_TEST(asked == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(removed_documents_are_harmless) {
  Xapian::WritableDatabase database = ten_documents();
  database.delete_document(3);
  std::vector<Xapian::docid> asked;
  const Xapian::Query some(Xapian::Query::OP_FILTER, Xapian::Query::MatchAll, multiples(3, asked));
  BOOST_TEST(found(database, some) == "6 9 ");
}

BOOST_AUTO_TEST_SUITE_END()
