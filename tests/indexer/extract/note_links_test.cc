// SPDX-License-Identifier: GPL-2.0-or-later
// What links call their notes, and what notes may be called.
#include <boost/test/unit_test.hpp>

#include "indexer/extract/own_fields.h"
#include "tests/indexer/extract/section_text.h"

namespace notes::test {
namespace {

struct Row {
  const char* input;
  const char* expected;
};

BOOST_AUTO_TEST_SUITE(unit)

BOOST_AUTO_TEST_CASE(a_section_knows_the_notes_that_its_own_text_links_to) {
  const std::initializer_list<Row> rows{
      {"[[Low Tide]] and [[low_tide|again]]\n", "low-tide"},
      {"[[sea/Low tide#Sand|x]] ![[Chart.md]]\n", "chart sea/low-tide"},
      {"| [[Low tide\\|ebb]] |\n|---|\n", "low-tide"},
      {"[[#Here]] [[]] [[open\n", ""},
      {"---\nup: '[[Harbour|H]]'\nnear: [[Low tide]], [[Quay#End]]\n---\n",
       "harbour low-tide quay"},
      {"[a](tide.md) [b](./tide.md#sand) [c](tide.markdown?x)\n", "/folder/tide"},
      {"[a](../Low%20Tide.md) [b](/charts/)\n", "/charts /low-tide"},
      {"[a](../../../far.md) [b](sea/README.md)\n", "/far /folder/sea"},
      {"[a](tide) [b](https://x.y/tide) [c](mailto:a@b) [d](#tide) [e](t.pdf)\n", "/folder/tide"},
      {"![a](tide.md) `[[tide]]`\n", ""},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.input) {
      BOOST_TEST(joined(extract(row.input)[0].links) == row.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_note_answers_to_the_ends_of_its_path_and_to_its_titles) {
  BOOST_TEST(joined(names_of_note("sea/Low tide.md", {"Ebb"}), ", ") ==
             "/sea/low-tide, =ebb, low-tide, sea/low-tide");
  BOOST_TEST(joined(names_of_note("sea/README.md", {}), ", ") == "/sea, readme, sea, sea/readme");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes::test
