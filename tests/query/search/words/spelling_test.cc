// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "common/index/open_index.h"
#include "query/search/words/word_reading.h"
#include "tests/support/temp_index.h"

using namespace notes;

namespace {

// "none" when there is no correction.
std::string spelling_of(const std::string& word, const TempIndex& notes) {
  const OpenIndex index = open_index(notes.directory());
  Analyzer analyzer(index.settings.language);
  const auto spellings = find_spellings(word, {index, analyzer});
  return spellings.empty() ? "none" : spellings.front().word;
}

std::string spelling_of(const std::string& word) {
  static const TempIndex kIndex{
      {"plants.md",
       "Beside the besides. Blossoming, blossoming, and one blossoms.\n"
       "# Tomatoes\nA tomato among tomatoes. Quantization of sourdough.\n"
       "# Kale\nOne tomato more, and a carriage. Muxing.\n"
       "# Marmalade\nMarmalade.\n## Jars\nUsable glass, usable or\n"
       "reusable. Captions give instructions for actions.\n"
       "Comes, comes; commas. Representing, a representation.\n# Rows\nRepresent!\n"
       "Кошка, собака, программирование.\n"}};
  return spelling_of(word, kIndex);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(spelling)

BOOST_AUTO_TEST_CASE(a_mistyped_word_gives_a_word_of_some_note) {
  struct Row {
    const char* typed;
    const char* expected;
  };
  const Row rows[] = {
      {"sourdouhg", "sourdough"},
      {"quantizaton", "quantization"},
      {"qauntizatoin", "quantization"},   // two swaps
      {"uqantization", "quantization"},   // a swap at the front
      {"wuantization", "quantization"},   // another first letter
      {"uantization", "quantization"},    // none
      {"qquantization", "quantization"},  // one more
      {"tomatto", "tomato"},              // stem and word
      {"blosson", "blossoming"},          // the stem is no word: the commonest form of it
      {"cariage", "carriage"},
      {"marmalaed", "marmalade"},  // its stem is only inherited from the title
      {"rusable", "reusable"},     // the same first letter before the commoner word
      {"ctions", "actions"},       // one edit before it, rather than two behind it: captions
      {"basil", "none"},           // two edits are too many for five letters
      {"besid", "beside"},
      {"fennel", "none"},
      {"tmux", "none"},  // muxing has a stem one letter away, and is another word
      {"katze", "none"},
      {"muxings", "muxing"},
      {"reprsent", "represent"},  // though more often it is written otherwise
      {"ales", "none"},           // not the end of another word: Kale
      {"kalen", "none"},          // nor its beginning
      {"somes", "none"},          // comes, with another first letter
      {"kake", "none"},           // of four letters none is wrong
      {"muxe", "none"},           // the stem of muxing is no word
      {"кошак", "кошка"},         // letters, not bytes
      {"собка", "собака"},
      {"програмирвание", "программирование"},
  };
  for (const Row& row : rows)
    BOOST_TEST_CONTEXT(row.typed) BOOST_TEST(spelling_of(row.typed) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_frequent_neighbour_beats_a_rare_one) {
  const TempIndex index{{"loom.md", "# Warp\nYarn.\n# Weft\nYarn, and yrn.\n# Heddle\nYarn.\n"}};
  BOOST_TEST(spelling_of("yzrn", index) == "yarn");
}

BOOST_AUTO_TEST_CASE(in_a_large_collection_a_short_word_must_be_common) {
  std::string looms = "# Warp\nYarn.\n# Weft\nYarn.\n# Heddle\nYarn.\n";
  for (int i = 0; i < 120; ++i) looms += "# Loom " + std::to_string(i) + "\nWood.\n";
  BOOST_TEST(spelling_of("yzrn", TempIndex({{"loom.md", looms.c_str()}})) == "none");
}

BOOST_AUTO_TEST_CASE(a_regular_form_is_not_a_slip) {
  struct Row {
    const char* typed;
    const char* known;
    bool expected;
  };
  const Row rows[] = {
      {"kettles", "kettle", true}, {"baking", "baked", true}, {"planned", "plans", true},
      {"berries", "berry", true},  {"boxes", "box", true},    {"tried", "try", true},
      {"quickly", "quick", true},  {"seeing", "see", true},   {"kettlees", "kettle", false},
      {"bakeing", "bakes", false}, {"boxs", "box", false},    {"gardenes", "garden", false},
      {"berrys", "pear", false},
  };
  for (const Row& row : rows)
    BOOST_TEST(are_inflections(row.typed, row.known) == row.expected, row.typed);
}

BOOST_AUTO_TEST_SUITE_END()
