// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/note_finder.h"

#include <string>
#include <sys/stat.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "tests/indexer/scan/walked.h"
#include "tests/support/temp_folder.h"

using notes::Diagnostic;
using notes::Found;
using notes::Root;
using notes::TempFolder;
using notes::walk;
using notes::Walked;

namespace {

std::string notes_in(const TempFolder& root, const Root& rules = {}) {
  const Walked walked = walk(root.path(), rules);
  BOOST_TEST(walked.diagnostics.empty());
  return walked.notes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(note_finder)

BOOST_AUTO_TEST_CASE(notes_and_folders_come_in_byte_order_of_their_paths) {
  const TempFolder root;
  for (const char* name : {"b.md", "a/z.md", "a/b/c.txt", "a.md", "a-b/x.MD", "a0.md", "Z.mdx",
                           "a/picture.png", "list.markdown", "README"})
    root.write(name);
  root.make_folder("empty");
  const Walked walked = walk(root.path());
  BOOST_TEST(walked.notes == "Z.mdx a-b/x.MD a.md a/b/c.txt a/z.md a0.md b.md list.markdown ");
  BOOST_TEST(walked.folders == ". a a-b a/b empty ");
  BOOST_TEST(walked.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(stamps_and_folder_times_are_those_of_stat) {
  const TempFolder root;
  root.write("a/x.md", "twelve bytes");
  std::vector<Diagnostic> diagnostics;
  const Found found = notes::find_notes({.path = root.path()}, diagnostics);
  struct stat note {};
  struct stat folder {};
  BOOST_REQUIRE(::stat(root.path("a/x.md").c_str(), &note) == 0);
  BOOST_REQUIRE(::stat(root.path("a").c_str(), &folder) == 0);
  BOOST_REQUIRE(found.notes.size() == 1U);
  BOOST_TEST((found.notes[0].stamp == notes::stamp_of(note)));
  BOOST_TEST(found.notes[0].stamp.size == 12U);
  BOOST_REQUIRE(found.folders.size() == 2U);
  BOOST_TEST(found.folders[1].mtime_ns == notes::mtime_ns_of(folder));
}

BOOST_AUTO_TEST_CASE(hidden_places_and_leftovers_of_programs_are_left_out) {
  const TempFolder root;
  for (const char* name :
       {"x.md", ".hidden.md", ".obsidian/a.md", ".trash/a.md", ".git/a.md", ".github/a.md",
        "node_modules/p/readme.md", "_site/a.md", "logseq/bak/a.md", "logseq/.recycle/a.md",
        "logseq/pages/a.md", "vault/logseq/bak/a.md", "bak/a.md", "x.md~", "#x.md#"})
    root.write(name);
  root.link("user@host.1234", ".#x.md");
  BOOST_TEST(notes_in(root) == "bak/a.md logseq/pages/a.md x.md ");
}

BOOST_AUTO_TEST_CASE(a_hidden_root_is_walked) {
  const TempFolder outer;
  outer.write(".notes/x.md");
  BOOST_TEST(walk(outer.path(".notes")).notes == "x.md ");
}

BOOST_AUTO_TEST_CASE(globs_of_the_user_are_relative_to_the_root_and_win) {
  const TempFolder root;
  for (const char* name : {"x.md", "drafts/a.md", "b/drafts/a.md", ".github/a.md", "keep.md"})
    root.write(name);
  root.write(".notesignore", "keep.md\n");
  Root rules;
  rules.ignore_globs = {"/drafts/", "!.github", "!keep.md", "x.*"};
  BOOST_TEST(notes_in(root, rules) == ".github/a.md b/drafts/a.md keep.md ");
}

BOOST_AUTO_TEST_CASE(notesignore_files_apply_in_their_folder_and_below) {
  const TempFolder root;
  for (const char* name : {"a.md", "x.md", "sub/a.md", "sub/x.md", "sub/deep/b.md", "sub/deep/x.md",
                           "other/b.md", ".public/a.md"})
    root.write(name);
  root.write(".notesignore", "x.md\n!.public/\n");
  root.write("sub/.notesignore", "!/x.md\n/deep/b.md\n");
  BOOST_TEST(notes_in(root) == ".public/a.md a.md other/b.md sub/a.md sub/x.md ");
}

BOOST_AUTO_TEST_CASE(ignore_files_that_were_read_are_listed_with_their_times) {
  const TempFolder outer;
  outer.make_folder(".git");
  for (const char* name : {".gitignore", "vault/.notesignore", "vault/a/.gitignore"})
    outer.write(name, "x/\n");
  std::vector<Diagnostic> diagnostics;
  const Found found = notes::find_notes({.path = outer.path("vault")}, diagnostics);
  BOOST_TEST_REQUIRE(found.rules.size() == 3U);
  BOOST_TEST(found.rules[0].rel_path == outer.path(".gitignore"));
  BOOST_TEST(found.rules[1].rel_path == ".notesignore");
  BOOST_TEST(found.rules[2].rel_path == "a/.gitignore");
  struct stat status {};
  BOOST_REQUIRE(::stat(outer.path("vault/.notesignore").c_str(), &status) == 0);
  BOOST_TEST(found.rules[1].mtime_ns == notes::mtime_ns_of(status));
}

BOOST_AUTO_TEST_CASE(nothing_below_an_ignored_folder_can_be_included_again) {
  const TempFolder root;
  root.write("old/keep.md");
  root.write("half/keep.md");
  root.write("half/gone.md");
  root.write(".notesignore", "old/\n!old/keep.md\nhalf/*\n!half/keep.md\n");
  BOOST_TEST(notes_in(root) == "half/keep.md ");
}

BOOST_AUTO_TEST_CASE(gitignore_counts_inside_a_git_work_tree_only) {
  const TempFolder root;
  root.write("a.md");
  root.write("out/b.md");
  root.write(".gitignore", "out/\n");
  BOOST_TEST(notes_in(root) == "a.md out/b.md ");
  root.make_folder(".git");
  BOOST_TEST(notes_in(root) == "a.md ");
  Root rules;
  rules.obey_gitignore = false;
  BOOST_TEST(notes_in(root, rules) == "a.md out/b.md ");
}

BOOST_AUTO_TEST_CASE(gitignore_files_above_the_root_count_up_to_the_top_of_the_work_tree) {
  const TempFolder outer;
  outer.write(".gitignore", "a.md\n");
  outer.write("repo/.git", "gitdir: elsewhere\n");
  outer.write("repo/.gitignore", "/docs/b.md\nc.md\n");
  outer.write("repo/docs/.gitignore", "!c.md\n/sub/d.md\n");
  for (const char* name : {"a.md", "b.md", "c.md", "sub/b.md", "sub/d.md"})
    outer.write(std::string("repo/docs/") + name);
  BOOST_TEST(walk(outer.path("repo/docs")).notes == "a.md c.md sub/b.md ");
  BOOST_TEST(walk(outer.path("repo/docs/sub")).notes == "b.md ");
}

BOOST_AUTO_TEST_CASE(a_work_tree_inside_another_has_its_own_rules) {
  const TempFolder root;
  root.make_folder(".git");
  root.write(".gitignore", "a.md\n");
  root.make_folder("inner/.git");
  root.write("inner/.gitignore", "b.md\n");
  for (const char* name : {"a.md", "b.md", "inner/a.md", "inner/b.md"}) root.write(name);
  BOOST_TEST(notes_in(root) == "b.md inner/a.md ");
}

BOOST_AUTO_TEST_CASE(a_notesignore_can_include_hidden_places_and_a_gitignore_cannot) {
  const TempFolder root;
  root.make_folder(".git");
  root.write(".github/a.md");
  root.write("out/b.md");
  root.write(".gitignore", "out\n!.github\n");
  BOOST_TEST(notes_in(root) == "");
  root.write(".notesignore", "!.github\n!out\n");
  BOOST_TEST(notes_in(root) == ".github/a.md out/b.md ");
}

BOOST_AUTO_TEST_CASE(an_ignore_file_that_is_not_a_file_has_no_rules) {
  const TempFolder root;
  root.write("a.md");
  BOOST_REQUIRE(::mkfifo(root.path(".notesignore").c_str(), 0600) == 0);
  BOOST_TEST(notes_in(root) == "a.md ");
}

BOOST_AUTO_TEST_CASE(a_root_that_is_a_file_may_have_any_name) {
  const TempFolder folder;
  folder.write(".hidden.org", "four");
  folder.link(".hidden.org", "link");
  std::vector<Diagnostic> diagnostics;
  const Found found = notes::find_notes({.path = folder.path(".hidden.org")}, diagnostics);
  BOOST_REQUIRE(found.notes.size() == 1U);
  BOOST_TEST(found.notes[0].rel_path == ".hidden.org");
  BOOST_TEST(found.notes[0].stamp.size == 4U);
  BOOST_TEST(!found.notes[0].is_link);
  BOOST_TEST(found.folders.empty());
  const Found linked = notes::find_notes({.path = folder.path("link")}, diagnostics);
  BOOST_TEST(linked.notes[0].rel_path == "link");
  BOOST_TEST(linked.notes[0].is_link);
  BOOST_TEST((linked.notes[0].stamp == found.notes[0].stamp));
}

BOOST_AUTO_TEST_CASE(names_that_are_not_utf8_are_kept_as_they_are) {
  const TempFolder root;
  root.write("caf\xE9/\xFF\xFE.md");
  root.write("new\nline.md");
  BOOST_TEST(notes_in(root) == "caf\xE9/\xFF\xFE.md new\nline.md ");
}

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

BOOST_AUTO_TEST_CASE(a_root_may_have_more_extensions) {
  Root root;
  root.extra_extensions = {"org", "tar.gz"};
  BOOST_TEST(notes::has_note_extension("x.ORG", root));
  BOOST_TEST(notes::has_note_extension("x.tar.gz", root));
  BOOST_TEST(notes::has_note_extension("x.md", root));
}

BOOST_AUTO_TEST_SUITE_END()
