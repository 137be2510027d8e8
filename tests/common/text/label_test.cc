// SPDX-License-Identifier: GPL-2.0-or-later
// Labels that are one, and the labels that find others.
#include "common/text/label.h"

#include <algorithm>
#include <initializer_list>

#include <boost/test/unit_test.hpp>

#include "common/text/code_point.h"

namespace notes::test {
namespace {

// What a label is found by, of the words asked about.
std::string finders(std::string_view label, std::initializer_list<std::string_view> asked) {
  std::string text;
  for (const std::string_view one : asked)
    if (std::ranges::any_of(label_keys(label), [&](const std::string& key) {
          return answers_to(key, fold_label(one));
        }))
      text.append(text.empty() ? "" : " ").append(one);
  return text;
}

std::string read_back(std::string_view label) {
  std::string text;
  for (const std::string& key : label_keys(label)) {
    const LabelKey read = read_label_key(key);
    text.append(text.empty() ? "" : ", ").append(read.folded).append("=").append(read.written);
    if (read.without_marks) text += " without marks";
  }
  return text;
}

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(a_label_is_found_by_its_parents_and_without_its_marks) {
  BOOST_TEST(finders("#Sea/Low_Tide", {"sea", "se", "sea/low tide", "low-tide", "sea/low"}) ==
             "sea sea/low tide");
  BOOST_TEST(finders("reef.north.Top", {"reef", "reef.north", "REEF.NORTH.TOP", "north"}) ==
             "reef reef.north REEF.NORTH.TOP");
  BOOST_TEST(finders("v2.10", {"v2", "v2.10", "v2.1"}) == "v2.10");
  BOOST_TEST(finders(".hidden.", {"", ".hidden", ".hidden."}) == ".hidden.");
  BOOST_TEST(finders("Küste/Åland", {"küste", "kuste", "kuste/aland", "küste/Åland", "kust"}) ==
             "küste kuste kuste/aland küste/Åland");
  BOOST_TEST(finders("がっこう", {"がっこう", "かっこう"}) == "がっこう");
  const std::string long_label(300, 'x');
  BOOST_TEST(finders(long_label, {long_label, "xxx"}) == long_label);
}

BOOST_AUTO_TEST_CASE(a_label_is_kept_as_it_is_written) {
  BOOST_TEST(read_back("reef") == "reef=reef");
  BOOST_TEST(read_back("Low_Tide") == "low-tide=Low_Tide");
  BOOST_TEST(read_back("Café") == "café=Café, cafe=Café without marks");
  BOOST_TEST(read_back("#-_") == "");
}

BOOST_AUTO_TEST_CASE(a_label_is_below_its_parents) {
  const std::vector<std::string> expected{"reef", "reef/v2.10"};
  BOOST_TEST(parents_and_label("reef/v2.10") == expected);
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
