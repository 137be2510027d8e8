// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "common/index/document_terms.h"

namespace notes::test {
namespace {

std::string listed(const FacetValues::Texts& texts) {
  std::string text;
  for (const std::string_view one : texts) text.append(one).append(" ");
  return text;
}

std::string read_back(const Section& section) {
  const std::string bytes = pack_facet_values(section);
  FacetValues values{{"old"}, {"old"}, {"old"}, {"old"}, {"old"}};
  read_facet_values(bytes, values);
  return listed(values.tags) + "| " + listed(values.names) + "| " + listed(values.year) + "| " +
         listed(values.sites) + "| " + listed(values.level);
}

BOOST_AUTO_TEST_SUITE(place)

BOOST_AUTO_TEST_CASE(what_facets_count_is_read_back) {
  Section section;
  BOOST_TEST(read_back(section) == "| | | | note ");
  section.level = Level::question;
  section.tags = {{"tide", TagSource::tag}, {"Moon", TagSource::tag}, {"GPS", TagSource::name}};
  section.date = span_of_day({2023, 4, 5});
  section.urls = {"https://b.org/1", "https://a.org", "https://www.b.org/2"};
  BOOST_TEST(read_back(section) == "tide Moon | GPS | 2023 | a.org b.org | question ");
}

BOOST_AUTO_TEST_CASE(damaged_values_are_an_error) {
  FacetValues values;
  for (const std::string_view bytes : {"", "\x09", "\x01\x02", "\x01\x02\xff", "\x01\x07\x01x"})
    BOOST_CHECK_THROW(read_facet_values(bytes, values), Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
