// SPDX-License-Identifier: GPL-2.0-or-later
// Page by page a search shows what it shows in one piece.
#include <random>

#include <boost/test/unit_test.hpp>

#include "query/language/query_parser.h"
#include "tests/support/ask.h"

using namespace notes;

namespace {

constexpr int kAll = 240;
constexpr int kPage = 20;

// Sections of a few words in every order, so that neighbours, nesting and the rest of the note move
// them far from where their words alone would put them.
std::string note_of_beds(std::mt19937& random) {
  const std::vector<std::string> words{"dig", "sow", "weed", "water", "prune", "mulch"};
  std::uniform_int_distribution<std::size_t> pick(0, words.size() - 1);
  std::string note = "# Plot\n";
  for (int bed = 0; bed < 40; ++bed) {
    note += (bed % 4 == 0 ? "\n## " : "\n### ") + words[pick(random)] + " " + words[pick(random)] +
            "\n";
    for (int count = 0; count < 4; ++count) note += words[pick(random)] + " ";
    note += "bed" + std::to_string(bed) + "\n";
  }
  return note;
}

class Beds : public TempIndex {
 public:
  Beds() : TempIndex({}) {
    std::mt19937 random(7);
    for (int plot = 0; plot < 12; ++plot)
      write("plot" + std::to_string(plot) + ".md", note_of_beds(random));
    update();
  }
};

std::vector<std::string> page(const std::string& query, SearchRequest request, int offset,
                              int limit) {
  static const Beds kBeds;
  request.offset = offset;
  request.limit = limit;
  std::vector<std::string> ids;
  for (const Hit& hit : ask(kBeds, query, request).hits) ids.push_back(hit.section.id);
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pages)

void check(const std::string& query, const SearchRequest& request = {}) {
  BOOST_TEST_CONTEXT(query) {
    const auto whole = page(query, request, 0, kAll);
    std::vector<std::string> paged;
    for (int offset = 0; offset < kAll; offset += kPage)
      for (std::string& id : page(query, request, offset, kPage)) paged.push_back(std::move(id));
    BOOST_TEST(whole.size() > 2 * kPage);
    BOOST_TEST(paged == whole, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(all_pages_together_are_the_whole_list) {
  for (const char* query :
       {"when do you dig and sow and weed the bed?", "prune mulch", "water",
        "how to prune, mulch, water and weed?", "\"dig sow\" or weed?", "sow water"})
    check(query);
}

BOOST_AUTO_TEST_CASE(so_they_are_by_date) {
  SearchRequest request;
  request.sort = SortOrder::newest;
  check("weed", request);
  check("sow water", request);
}

BOOST_AUTO_TEST_SUITE_END()
