// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <string>
#include <sys/inotify.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "indexer/watch/folder_watcher.h"

using notes::Changes;
using notes::Watch;
using notes::WatchKind;

namespace {

const Watch kFolder{1, WatchKind::folder, 0, ""};
const Watch kFolderOfFile{1, WatchKind::folder_of_root, 0, "Notes.md"};
const Watch kTarget{1, WatchKind::link_target, 0, "link.md"};

std::string text_of(const Changes& pending) {
  std::string text = pending.changed ? "changed " : "";
  return pending.must_walk ? text + "walk " : text;
}

struct Row {
  std::uint32_t mask;
  const char* name;
  const char* expected;
};

void check(const Watch& watch, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT("mask " << row.mask << " name " << row.name) {
      Changes pending;
      notes::read_event({watch.number, row.mask, row.name}, watch, {}, pending);
      BOOST_TEST(text_of(pending) == row.expected);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(root_watches)

BOOST_AUTO_TEST_CASE(a_note_that_is_written_is_a_change) {
  check(kFolder, {{IN_MODIFY, "x.md", "changed "},
                  {IN_CLOSE_WRITE, "x.TXT", "changed "},
                  {IN_ATTRIB, "x.md", "changed "},
                  {IN_MODIFY, "x.png", ""},
                  {IN_MODIFY, "x.md~", ""}});
}

BOOST_AUTO_TEST_CASE(a_name_that_comes_or_goes_may_belong_to_a_folder) {
  check(kFolder, {{IN_CREATE, "x.md", "changed walk "},
                  {IN_MOVED_FROM, "x.md", "changed walk "},
                  {IN_MOVED_TO, "link", "walk "},
                  {IN_CREATE | IN_ISDIR, "folder", "walk "},
                  {IN_CREATE | IN_ISDIR, "folder.md", "walk "},
                  {IN_DELETE | IN_ISDIR, "folder", "walk "},
                  {IN_ATTRIB | IN_ISDIR, "folder", "walk "}});
}

BOOST_AUTO_TEST_CASE(a_change_of_a_watched_folder_itself_needs_a_walk) {
  check(kFolder, {{IN_DELETE_SELF, "", "walk "},
                  {IN_MOVE_SELF, "", "walk "},
                  {IN_IGNORED, "", "walk "},
                  {IN_ATTRIB | IN_ISDIR, "", "walk "}});
}

BOOST_AUTO_TEST_CASE(a_change_of_rules_changes_the_whole_folder) {
  check(kFolder, {{IN_MODIFY, ".notesignore", "changed walk "},
                  {IN_CLOSE_WRITE, ".gitignore", "changed walk "},
                  {IN_CREATE | IN_ISDIR, ".git", "changed walk "},
                  {IN_MODIFY, ".git", ""}});
}

BOOST_AUTO_TEST_CASE(a_root_that_is_a_file_is_watched_in_its_folder) {
  check(kFolderOfFile, {{IN_MODIFY, "Notes.md", "changed "},
                        {IN_MODIFY, "Other.md", ""},
                        {IN_MOVED_TO, "Notes.md", "changed walk "},
                        {IN_MOVE_SELF, "", "walk "}});
}

BOOST_AUTO_TEST_CASE(the_target_of_a_link_is_watched) {
  check(kTarget, {{IN_MODIFY, "", "changed "}, {IN_DELETE_SELF, "", "changed walk "}});
}

BOOST_AUTO_TEST_SUITE_END()
