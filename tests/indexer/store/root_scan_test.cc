// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/root_scan.h"

#include <boost/test/unit_test.hpp>

using notes::CatalogNote;
using notes::FileStamp;
using notes::FoundNote;
using notes::RootScan;

namespace {

constexpr FileStamp kStamp{.size = 10, .mtime_ns = 1'000, .inode = 7};

FoundNote found(const std::string& rel_path, FileStamp stamp = kStamp) {
  return {.rel_path = rel_path, .stamp = stamp};
}

RootScan detect_changes(const std::vector<FoundNote>& found, std::vector<CatalogNote> known) {
  RootScan scan;
  scan.catalog = std::move(known);
  notes::detect_changes(found, scan);
  return scan;
}

std::string paths(const std::vector<FoundNote>& notes) {
  std::string joined;
  for (const FoundNote& note : notes) joined += note.rel_path + " ";
  return joined;
}

std::string paths(const std::vector<std::string>& rel_paths) {
  std::string joined;
  for (const std::string& rel_path : rel_paths) joined += rel_path + " ";
  return joined;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(root_scan)

BOOST_AUTO_TEST_CASE(an_empty_index_knows_nothing) {
  const auto changes = detect_changes({found("a.md"), found("b.md")}, {});
  BOOST_TEST(paths(changes.to_read) == "a.md b.md ");
  BOOST_TEST(paths(changes.vanished) == "");
}

BOOST_AUTO_TEST_CASE(an_empty_root_removes_everything) {
  const auto changes = detect_changes({}, {{"a.md", kStamp}, {"b.md", kStamp}});
  BOOST_TEST(paths(changes.to_read) == "");
  BOOST_TEST(paths(changes.vanished) == "a.md b.md ");
}

BOOST_AUTO_TEST_CASE(additions_and_removals_are_found_at_any_place) {
  const auto changes = detect_changes(
      {found("a.md"), found("c.md"), found("d/x.md"), found("f.md")},
      {{"b.md", kStamp}, {"c.md", kStamp}, {"d.md", kStamp}, {"d/x.md", kStamp}, {"g.md", kStamp}});
  BOOST_TEST(paths(changes.to_read) == "a.md f.md ");
  BOOST_TEST(paths(changes.vanished) == "b.md d.md g.md ");
}

BOOST_AUTO_TEST_CASE(another_size_time_or_inode_is_a_change) {
  const auto changes = detect_changes(
      {found("inode.md", {10, 1'000, 8}), found("same.md", {10, 1'000, 7}),
       found("size.md", {11, 1'000, 7}), found("time.md", {10, 999, 7})},
      {{"inode.md", kStamp}, {"same.md", kStamp}, {"size.md", kStamp}, {"time.md", kStamp}});
  BOOST_TEST(paths(changes.to_read) == "inode.md size.md time.md ");
  BOOST_TEST(changes.to_read[1].stamp.size == 11U);
}

BOOST_AUTO_TEST_CASE(a_note_to_recheck_is_read) {
  const auto changes =
      detect_changes({found("a.md"), found("b.md")}, {{"a.md", kStamp, 0, true}, {"b.md", kStamp}});
  BOOST_TEST(paths(changes.to_read) == "a.md ");
}

BOOST_AUTO_TEST_CASE(a_time_within_two_seconds_of_the_reading_is_uncertain) {
  constexpr std::int64_t kReadAt = 1'700'000'000'000'000'000;
  constexpr std::int64_t kSecond = 1'000'000'000;
  const struct {
    std::int64_t written_at;
    bool uncertain;
  } rows[] = {
      {kReadAt, true},           {kReadAt - kSecond, true},         {kReadAt - 2 * kSecond, false},
      {kReadAt + kSecond, true}, {kReadAt + 3600 * kSecond, false}, {0, false}};
  for (const auto& row : rows) {
    BOOST_TEST_CONTEXT("written at " << row.written_at) {
      BOOST_TEST(notes::time_is_uncertain(row.written_at, kReadAt) == row.uncertain);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
