// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/find_rules.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(find_rules)

BOOST_AUTO_TEST_CASE(extensions_count_in_any_case_and_only_after_a_name) {
  const struct {
    std::string name;
    bool is_note;
  } rows[] = {{"x.md", true},      {"X.MD", true},      {"x.Markdown", true}, {"x.mdx", true},
              {"x.txt", true},     {"x.md.bak", false}, {"x.md~", false},     {"#x.md#", false},
              {"xmd", false},      {"md", false},       {"", false},          {"x.", false},
              {"x.org", false},    {"a.b.md", true},    {"\xFF.md", true},    {"x.amd", false},
              {".hidden.md", true}};
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST(notes::has_note_extension(row.name, {}) == row.is_note);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_list_of_extensions_is_the_users) {
  const notes::FindRules rules{.extensions = {"org", "tar.gz"}, .ignore_globs = {}};
  BOOST_TEST(notes::has_note_extension("x.ORG", rules));
  BOOST_TEST(notes::has_note_extension("x.tar.gz", rules));
  BOOST_TEST(!notes::has_note_extension("x.md", rules));
}

BOOST_AUTO_TEST_SUITE_END()
