// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/watch_map.h"

#include <cstdint>
#include <string>
#include <sys/inotify.h>
#include <vector>

#include <boost/test/unit_test.hpp>

using notes::PendingChanges;
using notes::WatchKind;
using notes::WatchMap;

namespace {

constexpr int kRoot = 1;
constexpr int kSub = 2;
constexpr int kFolderOfFile = 3;
constexpr int kTarget = 4;

// Root 0 is a folder with sub/ and a link; root 1 is a file whose folder is sub/ of root 0 as well.
WatchMap sample_watches() {
  WatchMap map(2);
  map.replace(0, {{kRoot, WatchKind::folder, ""},
                  {kSub, WatchKind::folder, "sub"},
                  {kTarget, WatchKind::link_target, "link.md"}});
  map.replace(1, {{kFolderOfFile, WatchKind::folder_of_root, "Notes.md"},
                  {kSub, WatchKind::folder_of_root, "Notes.md"}});
  return map;
}

std::string text_of(const PendingChanges& pending) {
  std::string text;
  for (const std::size_t root : pending.changed_roots) text += std::to_string(root) + " ";
  for (const std::size_t root : pending.roots_to_walk) text += "walk" + std::to_string(root) + " ";
  return pending.events_lost ? text + "lost " : text;
}

// Without strings of its own: GCC 12 takes those of a braced list for uninitialized when it
// optimizes.
struct RawEvent {
  int watch;
  std::uint32_t mask;
  const char* name;
};

struct Row {
  RawEvent event;
  const char* expected;
};

void check(const std::vector<Row>& rows) {
  const WatchMap map = sample_watches();
  const std::vector<notes::WatchedRoot> roots{{"/notes", {}}, {"/notes/sub/Notes.md", {}}};
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT("watch " << row.event.watch << " mask " << row.event.mask << " name "
                                << row.event.name) {
      PendingChanges pending;
      notes::read_event({row.event.watch, row.event.mask, row.event.name}, map, roots, pending);
      BOOST_TEST(text_of(pending) == row.expected);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(watch_map)

BOOST_AUTO_TEST_CASE(a_note_that_is_written_is_a_changed_place) {
  check({{{kRoot, IN_MODIFY, "x.md"}, "0 "},
         {{kRoot, IN_CLOSE_WRITE, "x.TXT"}, "0 "},
         {{kRoot, IN_ATTRIB, "x.md"}, "0 "},
         {{kRoot, IN_MODIFY, "x.png"}, ""},
         {{kRoot, IN_MODIFY, "x.md~"}, ""}});
}

BOOST_AUTO_TEST_CASE(a_name_that_comes_or_goes_may_be_a_folder_s) {
  check({{{kRoot, IN_CREATE, "x.md"}, "0 walk0 "},
         {{kRoot, IN_MOVED_FROM, "x.md"}, "0 walk0 "},
         {{kRoot, IN_MOVED_TO, "link"}, "walk0 "},
         {{kRoot, IN_CREATE | IN_ISDIR, "folder"}, "walk0 "},
         {{kRoot, IN_CREATE | IN_ISDIR, "folder.md"}, "walk0 "},
         {{kRoot, IN_DELETE | IN_ISDIR, "folder"}, "walk0 "},
         {{kRoot, IN_ATTRIB | IN_ISDIR, "folder"}, "walk0 "}});
}

BOOST_AUTO_TEST_CASE(what_happens_to_a_watched_folder_itself_needs_a_walk) {
  check({{{kRoot, IN_DELETE_SELF, ""}, "walk0 "},
         {{kRoot, IN_MOVE_SELF, ""}, "walk0 "},
         {{kRoot, IN_IGNORED, ""}, "walk0 "},
         {{kRoot, IN_ATTRIB | IN_ISDIR, ""}, "walk0 "}});
}

BOOST_AUTO_TEST_CASE(a_change_of_rules_changes_the_whole_folder) {
  check({{{kRoot, IN_MODIFY, ".notesignore"}, "0 walk0 "},
         {{kRoot, IN_CLOSE_WRITE, ".gitignore"}, "0 walk0 "},
         {{kRoot, IN_CREATE | IN_ISDIR, ".git"}, "0 walk0 "},
         {{kRoot, IN_MODIFY, ".git"}, ""}});
}

BOOST_AUTO_TEST_CASE(a_watch_speaks_for_each_place_it_stands_for) {
  check({{{kSub, IN_MODIFY, "x.md"}, "0 "},
         {{kSub, IN_MODIFY, "Notes.md"}, "0 1 "},
         {{kFolderOfFile, IN_MODIFY, "Other.md"}, ""},
         {{kFolderOfFile, IN_MOVED_TO, "Notes.md"}, "1 walk1 "},
         {{kFolderOfFile, IN_MOVE_SELF, ""}, "walk1 "},
         {{kTarget, IN_MODIFY, ""}, "0 "},
         {{kTarget, IN_DELETE_SELF, ""}, "0 walk0 "}});
}

BOOST_AUTO_TEST_CASE(a_queue_that_ran_over_or_a_lost_disk_loses_events) {
  check({{{-1, IN_Q_OVERFLOW, ""}, "lost "},
         {{kTarget + 1, IN_UNMOUNT, ""}, "lost "},
         {{kTarget + 1, IN_MODIFY, "x.md"}, ""},
         {{kTarget + 1, IN_IGNORED, ""}, ""}});
}

BOOST_AUTO_TEST_CASE(folders_that_came_went_or_were_replaced_are_a_change) {
  WatchMap map(1);
  BOOST_TEST(map.replace(0, {{1, WatchKind::folder, ""}, {2, WatchKind::folder, "a"}}));
  BOOST_TEST(!map.replace(0, {{1, WatchKind::folder, ""},
                              {2, WatchKind::folder, "a"},
                              {5, WatchKind::link_target, "x.md"}}));
  BOOST_TEST(map.replace(0, {{1, WatchKind::folder, ""}, {3, WatchKind::folder, "a"}}));
  BOOST_TEST(map.of_number(2).empty());
  BOOST_REQUIRE(map.of_number(3).size() == 1U);
  BOOST_TEST(map.of_number(3)[0].watch.rel_path == "a");
  BOOST_TEST(map.replace(0, {{1, WatchKind::folder, ""}}));
}

BOOST_AUTO_TEST_SUITE_END()
