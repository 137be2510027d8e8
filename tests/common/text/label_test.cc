// SPDX-License-Identifier: GPL-2.0-or-later
// Labels that are one, and the labels that find others.
#include "common/text/label.h"

#include <boost/test/unit_test.hpp>

#include "common/text/utf16.h"

namespace notes::test {
namespace {

std::string finders(std::string_view label) {
  std::string text;
  for (const std::string& one : label_and_parents(fold_label(label)))
    text.append(text.empty() ? "" : " ").append(one);
  return text;
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(a_label_is_found_by_its_parents_and_without_its_marks) {
  BOOST_TEST(finders("#Sea/Low_Tide") == "sea sea/low-tide");
  BOOST_TEST(finders("reef.north.Top") == "reef reef.north reef.north.top");
  BOOST_TEST(finders("v2.10") == "v2.10");
  BOOST_TEST(finders(".hidden.") == ".hidden.");
  BOOST_TEST(finders("Küste/Åland") == "küste küste/åland kuste kuste/aland");
  BOOST_TEST(finders("がっこう") == "がっこう");
}

BOOST_AUTO_TEST_CASE(utf16_is_read_in_either_order) {
  BOOST_TEST(is_utf16("\xFF\xFEx"));
  BOOST_TEST(!is_utf16("\xEF\xBB\xBF"));
  const std::string mark = "\xEF\xBB\xBF";
  BOOST_TEST(utf8_from_utf16({"\xFF\xFE\xE5\0\x3D\xD8\xB2\xDE", 8}) == mark + "å🚲");
  BOOST_TEST(utf8_from_utf16({"\xFE\xFF\0\xE5\xD8\x3D\xDE\xB2", 8}) == mark + "å🚲");
  BOOST_TEST(utf8_from_utf16({"\xFF\xFE\x3D\xD8x", 5}) == mark + "\uFFFD\uFFFD");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
