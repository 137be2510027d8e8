// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "indexer/index_job.h"
#include "tests/support/temp_folder.h"

using namespace notes;

namespace {

using Texts = std::vector<std::string>;

// A folder of notes in one level more than one.
struct Tree {
  Tree() {
    folder.write("n/a/deep/oak.md", "x");
    folder.write("n/ab/ash.md", "x");
    folder.write("n/ab/yew.text", "x");
  }

  Texts add(const Texts& names, const RootRules& rules = {}) {
    std::vector<Root> requests;
    for (const std::string& name : names) requests.push_back(request_root(folder.path(name)));
    return without_folder(add_roots(settings, requests, rules));
  }

  Texts roots() const {
    Texts paths;
    for (const Root& root : settings.roots) paths.push_back(root.path);
    return without_folder(std::move(paths));
  }

  Texts without_folder(Texts texts) const {
    for (std::string& text : texts)
      for (std::size_t at = 0; (at = text.find(folder.path() + "/")) != text.npos;)
        text.erase(at, folder.path().size() + 1);
    return texts;
  }

  TempFolder folder;
  IndexSettings settings;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(roots)

BOOST_AUTO_TEST_CASE(a_root_inside_a_root_is_absorbed_in_either_order) {
  Tree tree;
  BOOST_TEST((tree.add({"n/a", "n/ab"}) == Texts{}));
  BOOST_TEST((tree.add({"n/a/deep"}) == Texts{"n/a/deep is indexed with n/a"}));
  BOOST_TEST((tree.roots() == Texts{"n/a", "n/ab"}));
  BOOST_TEST((tree.add({"n"}) == Texts{"n/a, n/ab is now part of n"}));
  BOOST_TEST((tree.roots() == Texts{"n"}));
}

BOOST_AUTO_TEST_CASE(a_number_is_never_given_twice) {
  Tree tree;
  tree.add({"n/a"});
  remove_root(tree.settings, tree.folder.path("n/a"));
  tree.add({"n/ab"});
  BOOST_TEST(tree.settings.roots.front().number == 1U);
}

BOOST_AUTO_TEST_CASE(rules_stay_until_others_are_given) {
  Tree tree;
  tree.add({"n"}, {{"*.bak"}, {"org"}, false});
  tree.add({"n"});
  const Root& root = tree.settings.roots.front();
  BOOST_TEST((root.ignore_globs == Texts{"*.bak"}));
  BOOST_TEST(!root.obey_gitignore);
  tree.add({"n"}, {{"old/"}, {"qmd", "org"}, true});
  BOOST_TEST((root.ignore_globs == Texts{"old/"}));
  BOOST_TEST((root.extra_extensions == Texts{"org", "qmd"}));
  BOOST_TEST(root.obey_gitignore);
}

BOOST_AUTO_TEST_CASE(rules_without_a_root_are_for_all) {
  Tree tree;
  tree.add({"n/a", "n/ab"});
  tree.add({}, {{}, {"text"}, {}});
  for (const Root& root : tree.settings.roots) BOOST_TEST((root.extra_extensions == Texts{"text"}));
}

BOOST_AUTO_TEST_CASE(an_ignored_folder_can_be_a_root_until_the_root_around_it_includes_it) {
  Tree tree;
  tree.add({"n"}, {{"deep/"}, {}, {}});
  BOOST_TEST((tree.add({"n/ab/yew.text", "n/a/deep", "n/ab/ash.md"}) ==
              Texts{"n/ab/ash.md is indexed with n"}));
  BOOST_TEST((tree.roots() == Texts{"n", "n/a/deep", "n/ab/yew.text"}));
  BOOST_TEST((tree.add({"n"}, {{}, {"text"}, {}}) == Texts{"n/ab/yew.text is now part of n"}));
  BOOST_TEST((tree.roots() == Texts{"n", "n/a/deep"}));
}

BOOST_AUTO_TEST_CASE(a_root_that_is_not_there_absorbs_nothing) {
  Tree tree;
  tree.add({"n", "n/ab/yew.text"});
  std::filesystem::remove_all(tree.folder.path("n"));
  tree.add({});
  BOOST_TEST((tree.roots() == Texts{"n", "n/ab/yew.text"}));
}

BOOST_AUTO_TEST_CASE(a_new_root_says_what_it_leaves_out) {
  Tree tree;
  tree.folder.write("n/.git/HEAD", "");
  tree.folder.write("n/.gitignore", "/a/\nash.md\n");
  tree.folder.write("n/top.md", "x");
  tree.folder.write("n/larch.Rmd", "x");
  tree.folder.write("n/ab/elm.org", "x");
  tree.folder.write("n/ab/fir.ORG", "x");
  const std::string git = "n: .gitignore leaves out 2 of 3 notes; to index them: --gitignore=no";
  BOOST_TEST(
      (tree.add({"n"}) == Texts{git, "n: not read: 2 .org, 1 .rmd; to read them: --ext=org,rmd"}));
  BOOST_TEST((tree.add({"n"}) == Texts{}));
  BOOST_TEST((tree.add({}, {{}, {"org"}, {}}) == Texts{}));
  tree.settings = {};
  BOOST_TEST((tree.add({"n"}, {{}, {"org"}, false}) ==
              Texts{"n: not read: 1 .rmd; to read them: --ext=rmd"}));
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
