// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/folder_watcher.h"

#include <filesystem>
#include <string>

#include <boost/test/unit_test.hpp>

#include "tests/indexer/watch/watching.h"
#include "tests/support/temp_folder.h"

using notes::FolderWatcher;
using notes::next;
using notes::nothing;
using notes::roots_at;
using notes::TempFolder;

BOOST_AUTO_TEST_SUITE(folder_watcher)

BOOST_AUTO_TEST_CASE(nothing_is_reported_when_nothing_happens) {
  const TempFolder root;
  root.write("x.md");
  FolderWatcher watcher(roots_at({root.path()}));
  BOOST_TEST(nothing(watcher) == "");
}

BOOST_AUTO_TEST_CASE(new_changed_and_deleted_notes_are_reported) {
  const TempFolder root;
  root.write("sub/x.md");
  FolderWatcher watcher(roots_at({root.path()}));
  root.write("sub/x.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("y.md");
  root.remove("sub/x.md");
  BOOST_TEST(next(watcher) == "changed ");
  BOOST_TEST(nothing(watcher) == "");
}

BOOST_AUTO_TEST_CASE(files_that_are_not_notes_are_not_reported) {
  const TempFolder root;
  root.make_folder(".git");
  FolderWatcher watcher(roots_at({root.path()}));
  root.write("picture.png");
  root.write(".x.md.swp");
  root.write("4913");
  root.write(".git/x.md");
  root.write("node_modules/x.md");
  BOOST_TEST(nothing(watcher) == "");
}

BOOST_AUTO_TEST_CASE(a_note_saved_by_renaming_is_reported) {
  const TempFolder root;
  root.write("x.md");
  FolderWatcher watcher(roots_at({root.path()}));
  for (int save = 0; save < 3; ++save) {
    root.write(".x.md.new");
    root.rename(".x.md.new", "x.md");
    BOOST_TEST(next(watcher) == "changed ");
  }
}

BOOST_AUTO_TEST_CASE(a_new_folder_is_reported_and_watched) {
  const TempFolder root;
  FolderWatcher watcher(roots_at({root.path()}));
  root.write("a/b/c/x.md");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("a/b/c/x.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(a_renamed_folder_is_reported_and_stays_watched) {
  const TempFolder root;
  root.write("a/b/x.md");
  FolderWatcher watcher(roots_at({root.path()}));
  root.rename("a", "z");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("z/b/x.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(folders_that_swap_names_are_reported) {
  const TempFolder root;
  root.write("a/x.md");
  root.write("b/y.md");
  FolderWatcher watcher(roots_at({root.path()}));
  root.rename("a", "swap.tmp");
  root.rename("b", "a");
  root.rename("swap.tmp", "b");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("a/y.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(a_folder_is_watched_until_it_is_moved_out_and_again_when_it_is_moved_in) {
  const TempFolder root;
  const TempFolder elsewhere;
  root.write("a/b/x.md");
  FolderWatcher watcher(roots_at({root.path()}));
  std::filesystem::rename(root.path("a"), elsewhere.path("a"));
  BOOST_TEST(next(watcher) == "changed ");
  elsewhere.write("a/b/x.md", "changed\n");
  BOOST_TEST(nothing(watcher) == "");
  std::filesystem::rename(elsewhere.path("a"), root.path("back"));
  BOOST_TEST(next(watcher) == "changed ");
  root.write("back/b/x.md", "changed again\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(a_change_of_ignore_rules_changes_its_folder_and_what_is_watched) {
  const TempFolder root;
  root.write("sub/old/x.md");
  FolderWatcher watcher(roots_at({root.path()}));
  root.write("sub/.notesignore", "old/\n");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("sub/old/x.md", "changed\n");
  BOOST_TEST(nothing(watcher) == "");
  root.remove("sub/.notesignore");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("sub/old/x.md", "changed again\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(ignore_rules_written_in_place_change_what_is_watched_too) {
  const TempFolder root;
  root.write("sub/old/x.md");
  root.write("sub/.notesignore", "old/\n");
  FolderWatcher watcher(roots_at({root.path()}));
  root.write("sub/.notesignore", "# nothing\n");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("sub/old/x.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(linked_folders_and_the_targets_of_linked_notes_are_watched) {
  const TempFolder root;
  const TempFolder elsewhere;
  elsewhere.write("folder/x.md");
  elsewhere.write("target.org");
  root.link(elsewhere.path("target.org"), "note.md");
  FolderWatcher watcher(roots_at({root.path()}));
  elsewhere.write("target.org", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
  elsewhere.write("target.new", "replaced\n");
  elsewhere.rename("target.new", "target.org");
  BOOST_TEST(next(watcher) == "changed ");
  elsewhere.write("target.org", "changed again\n");
  BOOST_TEST(next(watcher) == "changed ");
  root.link(elsewhere.path("folder"), "linked");
  BOOST_TEST(next(watcher) == "changed ");
  elsewhere.write("folder/x.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
  root.remove("linked");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(a_file_root_is_watched_through_its_folder) {
  const TempFolder folder;
  folder.write("Notes.org");
  folder.write("other.md");
  FolderWatcher watcher(roots_at({folder.path("Notes.org")}));
  folder.write("other.md", "changed\n");
  BOOST_TEST(nothing(watcher) == "");
  for (int save = 0; save < 3; ++save) {
    folder.write("Notes.new");
    folder.rename("Notes.new", "Notes.org");
    BOOST_TEST(next(watcher) == "changed ");
  }
  folder.remove("Notes.org");
  BOOST_TEST(next(watcher) == "changed ");
  folder.write("Notes.org");
  BOOST_TEST(next(watcher) == "changed ");
  folder.write("Notes.org", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(a_root_is_reported_when_it_disappears_and_when_it_returns) {
  const TempFolder outer;
  outer.write("root/a/x.md");
  FolderWatcher watcher(roots_at({outer.path("root")}));
  outer.rename("root", "away");
  BOOST_TEST(next(watcher) == "changed ");
  outer.write("away/a/x.md", "changed\n");
  BOOST_TEST(nothing(watcher) == "");
  outer.rename("away", "root");
  BOOST_TEST(next(watcher) == "changed ");
  outer.write("root/a/x.md", "changed again\n");
  BOOST_TEST(next(watcher) == "changed ");
  outer.remove("root");
  BOOST_TEST(next(watcher) == "changed ");
  outer.write("root/y.md");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(a_root_that_is_absent_at_the_start_is_awaited) {
  const TempFolder outer;
  outer.write("here/x.md");
  FolderWatcher watcher(roots_at({outer.path("here"), outer.path("later")}));
  BOOST_TEST(nothing(watcher) == "");
  outer.write("here/x.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
  outer.write("later/y.md");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(roots_that_overlap_are_watched) {
  const TempFolder root;
  root.write("sub/x.md");
  FolderWatcher watcher(
      roots_at({root.path(), root.path("sub"), root.path("sub/x.md"), root.path()}));
  root.write("sub/x.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_SUITE_END()
