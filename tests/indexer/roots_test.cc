// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/roots.h"

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "tests/support/temp_folder.h"

using namespace notes;

namespace {

RootRequest folder_at(const std::string& path) {
  return {path, false, {}, {}};
}

std::vector<std::string> paths(const IndexSettings& settings) {
  std::vector<std::string> list;
  for (const Root& root : settings.roots) list.push_back(root.path);
  return list;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(roots)

BOOST_AUTO_TEST_CASE(a_root_inside_a_root_is_absorbed_in_either_order) {
  IndexSettings settings;
  BOOST_TEST(add_root(settings, folder_at("/n/a")) == "");
  BOOST_TEST(add_root(settings, folder_at("/n/ab")) == "");
  BOOST_TEST(add_root(settings, folder_at("/n/a/deep")) == "/n/a/deep is indexed with /n/a");
  BOOST_TEST((paths(settings) == std::vector<std::string>{"/n/a", "/n/ab"}));
  BOOST_TEST(add_root(settings, folder_at("/n")) == "/n/a, /n/ab is now part of /n");
  BOOST_TEST((paths(settings) == std::vector<std::string>{"/n"}));
}

BOOST_AUTO_TEST_CASE(a_number_is_never_given_twice) {
  IndexSettings settings;
  add_root(settings, folder_at("/a"));
  remove_root(settings, "/a");
  add_root(settings, folder_at("/b"));
  BOOST_TEST(settings.roots.front().number == 1U);
}

BOOST_AUTO_TEST_CASE(the_same_root_again_takes_new_rules_and_keeps_old_ones) {
  IndexSettings settings;
  add_root(settings, {"/a", false, {"*.bak"}, {}});
  add_root(settings, folder_at("/a"));
  BOOST_TEST((settings.roots.front().ignore_globs == std::vector<std::string>{"*.bak"}));
  add_root(settings, {"/a", false, {"old/"}, {"org"}});
  BOOST_TEST((settings.roots.front().ignore_globs == std::vector<std::string>{"old/"}));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_a_root_is_an_error_that_names_it) {
  const TempFolder folder;
  BOOST_CHECK_EXCEPTION(request_root(folder.path("none")), Error, [](const Error& error) {
    return error.text().ends_with("none: cannot be indexed: No such file or directory");
  });
  IndexSettings settings;
  BOOST_CHECK_THROW(remove_root(settings, "/never"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
