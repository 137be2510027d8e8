// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <functional>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "common/index/catalog.h"
#include "common/index/document_terms.h"
#include "common/index/open_index.h"
#include "common/index/own_files.h"
#include "tests/support/temp_folder.h"

using namespace notes;

BOOST_AUTO_TEST_SUITE(generation)

BOOST_AUTO_TEST_CASE(a_switch_names_the_new_generation_and_lets_the_others_be_removed) {
  const TempFolder folder;
  const std::string index = folder.path("deep/index");
  prepare_index_directory(index);
  BOOST_TEST(!find_current_generation(index).has_value());
  BOOST_TEST(new_generation_path(index) == index + "/gen-1");
  folder.make_folder("deep/index/gen-1");
  folder.make_folder("deep/index/gen-9");
  folder.write("deep/index/gen-3.segments/0/postlist.glass", std::string(8192, 'x'));
  switch_generation(index, "gen-9");
  BOOST_TEST(*find_current_generation(index) == "gen-9");
  BOOST_TEST(new_generation_path(index) == index + "/gen-10");
  remove_leftovers(index);
  BOOST_TEST(!std::filesystem::exists(index + "/gen-1"));
  BOOST_TEST(!std::filesystem::exists(index + "/gen-3.segments"));
  BOOST_TEST(std::filesystem::exists(index + "/gen-9"));
}

BOOST_AUTO_TEST_CASE(a_current_file_with_other_content_is_damage) {
  const TempFolder folder;
  for (const char* text : {"", "gen-", "gen-x", "../gen-1", "gen-1234567890"}) {
    folder.write("current", text);
    BOOST_CHECK_EXCEPTION(find_current_generation(folder.path()), Error, [](const Error& error) {
      return error.exit_code() == ExitCode::damaged_index;
    });
  }
}

BOOST_AUTO_TEST_CASE(a_directory_of_somebody_else_is_refused_and_left_alone) {
  const TempFolder folder;
  folder.write("photos/cat.jpg");
  BOOST_CHECK_THROW(prepare_index_directory(folder.path("photos")), Error);
  BOOST_CHECK_THROW(prepare_index_directory(folder.path("photos/cat.jpg")), Error);
  BOOST_TEST(std::filesystem::exists(folder.path("photos/cat.jpg")));
  folder.write("deployed/lock");
  folder.write("deployed/current", "release 7\n");
  folder.write("deployed/gen-docs/x.md");
  folder.write("deployed/draft.new");
  BOOST_CHECK_THROW(prepare_index_directory(folder.path("deployed")), Error);
  folder.write("named/gen-1.md");
  folder.write("holding/gen-1/note.md");
  BOOST_CHECK_THROW(prepare_index_directory(folder.path("named")), Error);
  BOOST_CHECK_THROW(prepare_index_directory(folder.path("holding")), Error);
}

BOOST_AUTO_TEST_CASE(files_of_others_in_an_index_directory_stay) {
  const TempFolder folder;
  folder.make_folder("gen-1");
  for (const char* name : {"gen-docs/x.md", "gen-2.md", "gen-3/x.md", "draft.new", ".directory"})
    folder.write(name);
  for (const char* name : {"gen-6/postlist.glass", "gen-7/iamglass", "gen-8.segments/thesis.md",
                           "gen-9.segments/0/poem.glass"})
    folder.write(name, "the only copy\n");
  folder.write("gen-4/postlist.glass", std::string(8192, 'x'));
  folder.write("gen-5.segments/0/iamglass", "\x0f\x0dXapian Glass...");
  switch_generation(folder.path(), "gen-1");
  folder.write("settings.json.new", "{\"lang");
  BOOST_CHECK_NO_THROW(prepare_index_directory(folder.path()));
  remove_leftovers(folder.path());
  for (const char* name : {"settings.json.new", "gen-4", "gen-5.segments"})
    BOOST_TEST(!std::filesystem::exists(folder.path(name)), name);
  for (const char* name : {"gen-1", "gen-docs/x.md", "gen-2.md", "gen-3/x.md", "draft.new",
                           ".directory", "gen-6/postlist.glass", "gen-7/iamglass",
                           "gen-8.segments/thesis.md", "gen-9.segments/0/poem.glass"})
    BOOST_TEST(std::filesystem::exists(folder.path(name)), name);
  BOOST_TEST(new_generation_path(folder.path()) == folder.path("gen-10"));
}

BOOST_AUTO_TEST_CASE(an_unfinished_file_of_somebody_else_is_refused_and_left_alone) {
  const TempFolder folder;
  folder.make_folder("gen-1");
  folder.write("current.new", "the only copy\n");
  BOOST_CHECK_THROW(switch_generation(folder.path(), "gen-1"), Error);
  BOOST_TEST(std::filesystem::file_size(folder.path("current.new")) == 14U);
}

BOOST_AUTO_TEST_CASE(a_link_is_replaced_and_what_it_names_is_not) {
  const TempFolder folder;
  folder.write("precious", "the only copy\n");
  folder.make_folder("index/gen-1");
  for (const char* name : {"index/current", "index/current.new"}) folder.link("../precious", name);
  BOOST_CHECK_THROW(find_current_generation(folder.path("index")), Error);
  switch_generation(folder.path("index"), "gen-1");
  BOOST_TEST(*find_current_generation(folder.path("index")) == "gen-1");
  BOOST_TEST(std::filesystem::file_size(folder.path("precious")) == 14U);
}

BOOST_AUTO_TEST_CASE(a_lock_that_is_not_a_file_is_damage_until_it_is_removed) {
  const TempFolder folder;
  folder.write("precious", "the only copy\n");
  const std::string lock = folder.path("index/lock");
  const std::vector<std::function<void()>> rows = {
      [&] { folder.link("../precious", "index/lock"); },
      [&] { ::mkfifo(lock.c_str(), 0600); },
      [&] { std::filesystem::create_hard_link(folder.path("precious"), lock); },
  };
  for (const auto& plant : rows) {
    folder.remove("index");
    folder.make_folder("index");
    plant();
    BOOST_CHECK_EXCEPTION(
        lock_index(folder.path("index"), std::chrono::milliseconds(0)), Error,
        [](const Error& error) { return error.exit_code() == ExitCode::damaged_index; });
    remove_false_lock(folder.path("index"));
    BOOST_CHECK_NO_THROW(lock_index(folder.path("index"), std::chrono::milliseconds(0)));
    BOOST_TEST(std::filesystem::file_size(folder.path("precious")) == 14U);
  }
}

BOOST_AUTO_TEST_CASE(our_file_names_alone_do_not_prove_an_index_if_a_text_could_be_lost) {
  struct Row {
    const char* name;
    const char* text;
    bool is_index;
  };
  const Row rows[] = {
      {"lock", "", true},
      {"lock", "pid 7 on host: notes-index\n", true},
      {"lock", "a poem\n", false},
      {"current", "gen-4\n", true},
      {"current", "a poem\n", false},
      {"settings.json", R"({"schema": 3, "roots": []})", true},
      {"settings.json", R"({"colour": "red"})", false},
      {"settings.json.new", "a poem\n", false},
      {"gen-1/postlist.glass", "a poem\n", false},
      {"poem.md", "a poem\n", false},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.name << " " << row.text) {
      const TempFolder folder;
      folder.write(std::string("index/") + row.name, row.text);
      if (row.is_index)
        BOOST_CHECK_NO_THROW(prepare_index_directory(folder.path("index")));
      else
        BOOST_CHECK_THROW(prepare_index_directory(folder.path("index")), Error);
    }
}

BOOST_AUTO_TEST_CASE(an_existing_directory_becomes_private) {
  const TempFolder folder;
  folder.make_folder("open");
  ::chmod(folder.path("open").c_str(), 0757);
  prepare_index_directory(folder.path("open"));
  BOOST_TEST(static_cast<unsigned>(std::filesystem::status(folder.path("open")).permissions()) ==
             0700U);
}

BOOST_AUTO_TEST_CASE(a_second_writer_learns_who_the_first_is) {
  const TempFolder folder;
  const Descriptor first = lock_index(folder.path(), std::chrono::milliseconds(0));
  BOOST_CHECK_EXCEPTION(
      lock_index(folder.path(), std::chrono::milliseconds(30)), Error, [](const Error& error) {
        return error.exit_code() == ExitCode::index_busy &&
               error.text().find("pid " + std::to_string(::getpid())) != std::string::npos;
      });
}

BOOST_AUTO_TEST_CASE(a_lock_is_free_after_its_holder_ends) {
  const TempFolder folder;
  { const Descriptor first = lock_index(folder.path(), std::chrono::milliseconds(0)); }
  BOOST_CHECK_NO_THROW(lock_index(folder.path(), std::chrono::milliseconds(0)));
}

BOOST_AUTO_TEST_CASE(the_copy_of_the_settings_keeps_the_roots_whatever_the_schema) {
  const TempFolder folder;
  IndexSettings settings;
  settings.schema = 999;
  settings.language = "german";
  settings.roots = {{4, "/notes/\xff", false, {"*.tmp"}, {"org"}}};
  settings.next_root_number = 5;
  write_settings_copy(folder.path(), settings);
  const auto copy = find_settings_copy(folder.path());
  BOOST_TEST_REQUIRE(copy.has_value());
  BOOST_TEST((copy->roots == settings.roots));
  BOOST_TEST(copy->language == "german");
  BOOST_TEST(rescue_settings(folder.path())->schema == kSchemaVersion);
  folder.write("settings.json", R"({"schema": 0, "roots": [{"number": 7, "path": "/n"}]})");
  const auto older = rescue_settings(folder.path());
  BOOST_TEST_REQUIRE(older.has_value());
  BOOST_TEST(older->roots.front().path == "/n");
  BOOST_TEST(older->next_root_number == 8U);
  folder.write("settings.json", "{ not json");
  BOOST_TEST(!find_settings_copy(folder.path()).has_value());
}

BOOST_AUTO_TEST_CASE(minutes_sort_as_bytes) {
  std::string before;
  for (const std::int64_t minute : {-500'000'000LL, -1LL, 0LL, 1LL, 255LL, 256LL, 28'000'000LL}) {
    const std::string bytes = sortable_minute(minute);
    BOOST_TEST((before < bytes));
    BOOST_TEST(minute_from_sortable(bytes) == minute);
    before = bytes;
  }
}

BOOST_AUTO_TEST_CASE(a_place_comes_back_and_encloses_what_lies_in_it) {
  const Place thread{7, 100, 900, 100};
  const Place question{7, 300, 500, 100};
  BOOST_TEST((unpack_place(pack_place(thread)) == thread));
  BOOST_TEST(thread.encloses(question));
  BOOST_TEST(!question.encloses(thread));
  BOOST_TEST(!thread.encloses(thread));
  BOOST_TEST(!thread.encloses({8, 300, 500, 100}));
}

BOOST_AUTO_TEST_SUITE_END()
