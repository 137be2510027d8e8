// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/catalog.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_folder.h"

using namespace notes;

namespace {

CatalogNote note(const std::string& rel_path, std::uint64_t size) {
  return {rel_path, {size, -5'000'000'000, 77}, size * 3, size % 2 == 1};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalog)

BOOST_AUTO_TEST_CASE(notes_come_back_in_order_of_their_paths) {
  const TempFolder folder;
  Xapian::WritableDatabase database(folder.path("db"), Xapian::DB_CREATE);
  write_catalog_folder(database, 1, "b", {note("b/x.md", 1), note("b/y.md", 2)});
  write_catalog_folder(database, 1, "", {note("z.md", 3)});
  write_catalog_folder(database, 12, "", {note("other.md", 4)});  // root 1 is no beginning of 12
  const std::vector<CatalogNote> expected{note("b/x.md", 1), note("b/y.md", 2), note("z.md", 3)};
  BOOST_TEST((read_catalog(database, 1) == expected));
  BOOST_TEST((read_catalog_notes(database, 1, {"z.md", "gone.md", "b"}) ==
              std::vector<CatalogNote>{note("z.md", 3)}));
}

BOOST_AUTO_TEST_CASE(notes_of_several_folders_are_read_by_their_paths) {
  const TempFolder folder;
  Xapian::WritableDatabase database(folder.path("db"), Xapian::DB_CREATE);
  write_catalog_folder(database, 1, "b", {note("b/x.md", 1), note("b/y.md", 2)});
  write_catalog_folder(database, 1, "", {note("x.md", 3)});
  auto found = read_catalog_notes(database, 1, {"b/y.md", "x.md"});
  std::ranges::sort(found, {}, &CatalogNote::rel_path);
  BOOST_TEST((found == std::vector<CatalogNote>{note("b/y.md", 2), note("x.md", 3)}));
}

BOOST_AUTO_TEST_CASE(a_folder_without_notes_is_gone) {
  const TempFolder folder;
  Xapian::WritableDatabase database(folder.path("db"), Xapian::DB_CREATE);
  write_catalog_folder(database, 1, "b", {note("b/x.md", 1)});
  write_catalog_folder(database, 1, "b", {});
  BOOST_TEST(read_catalog(database, 1).empty());
}

BOOST_AUTO_TEST_CASE(folders_with_names_longer_than_a_key_stay_separate) {
  const TempFolder folder;
  Xapian::WritableDatabase database(folder.path("db"), Xapian::DB_CREATE);
  const std::string base(300, 'd');
  write_catalog_folder(database, 1, base + "1", {note(base + "1/x.md", 1)});
  write_catalog_folder(database, 1, base + "2", {note(base + "2/x.md", 2)});
  database.commit();
  BOOST_TEST(read_catalog(database, 1).size() == 2U);
  BOOST_TEST(read_catalog_notes(database, 1, {base + "2/x.md"}).front().stamp.size == 2U);
}

// A long key is cut and gets a hash: a folder may have the very name that this makes.
BOOST_AUTO_TEST_CASE(a_folder_named_like_the_key_of_another_stays_separate) {
  const TempFolder folder;
  Xapian::WritableDatabase database(folder.path("db"), Xapian::DB_CREATE);
  const std::string a(300, 'd');
  write_catalog_folder(database, 1, a, {note(a + "/x.md", 1)});
  const std::string key = *database.metadata_keys_begin("notes/1/");
  const std::string b = key.substr(std::string_view("notes/1/").size());
  write_catalog_folder(database, 1, b, {note(b + "/x.md", 2)});
  BOOST_TEST(read_catalog(database, 1).size() == 2U);
  write_catalog_folder(database, 1, a, {});
  BOOST_TEST((read_catalog(database, 1) == std::vector<CatalogNote>{note(b + "/x.md", 2)}));
}

BOOST_AUTO_TEST_CASE(folder_times_come_back) {
  const TempFolder folder;
  Xapian::WritableDatabase database(folder.path("db"), Xapian::DB_CREATE);
  const std::vector<CatalogFolder> folders{{0, "", 5}, {7, "a/b", -1}};
  write_folders(database, folders);
  BOOST_TEST((read_folders(database) == folders));
}

BOOST_AUTO_TEST_SUITE_END()
