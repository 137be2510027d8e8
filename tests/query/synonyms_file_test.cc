// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "query/options.h"

using namespace notes;

namespace {

std::string fault_of(const std::string& text) {
  try {
    parse_synonyms(text, "synonyms");
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(synonyms_file)

BOOST_AUTO_TEST_CASE(each_line_is_a_set) {
  const SynonymSets sets = parse_synonyms(
      "# mine\n\nptq = post-training quantization\r\n  car, automobile ,motor car\nÖPNV=Bus", "s");
  const SynonymSets expected{
      {"ptq", "post-training quantization"}, {"car", "automobile", "motor car"}, {"ÖPNV", "Bus"}};
  BOOST_TEST((sets == expected));
  BOOST_TEST(parse_synonyms("", "s").empty());
}

BOOST_AUTO_TEST_CASE(a_wrong_line_is_named) {
  BOOST_TEST(fault_of("a = b\nptq\n") == "synonyms:2: \"ptq\" has no synonym");
  BOOST_TEST(fault_of("ptq =\n") == "synonyms:1: a word is missing next to = or ,");
  BOOST_TEST(fault_of("\n\n= ptq\n") == "synonyms:3: a word is missing next to = or ,");
  BOOST_TEST(fault_of("car, , bus\n") == "synonyms:1: a word is missing next to = or ,");
}

BOOST_AUTO_TEST_SUITE_END()
