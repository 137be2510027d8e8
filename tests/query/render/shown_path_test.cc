// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "query/render/shown_text.h"

namespace {

struct Row {
  std::string path;
  std::string current_directory;
  std::string from_here;
  std::string shown;
};

struct DateRow {
  notes::DateSpan date;
  std::string shown;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(shown_path)

BOOST_AUTO_TEST_CASE(a_path_is_as_short_as_it_can_be_and_still_be_opened) {
  const std::vector<Row> rows{
      {"/home/ada/n/a.md", "/home/ada/n", "a.md", "a.md"},
      {"/home/ada/n/a.md", "/home/ada/n/", "a.md", "a.md"},
      {"/home/ada/n/b/a.md", "/home/ada/n", "b/a.md", "b/a.md"},
      {"/home/ada/notes/a.md", "/home/ada/n", "/home/ada/notes/a.md", "~/notes/a.md"},
      {"/home/adam/a.md", "/tmp", "/home/adam/a.md", "/home/adam/a.md"},
      {"/srv/a.md", "/", "srv/a.md", "srv/a.md"},
      {"/srv/a.md", "", "/srv/a.md", "/srv/a.md"},
      {"/srv/\x1b[1m\xE9.md", "/srv", "\x1b[1m\xE9.md", "^[[1m\uFFFD.md"},
  };
  for (const Row& row : rows) {
    notes::RenderOptions options;
    options.current_directory = row.current_directory;
    options.home_directory = "/home/ada";
    BOOST_TEST_CONTEXT(row.path << " from " << row.current_directory) {
      BOOST_TEST(notes::path_from_here(row.path, options) == row.from_here);
      BOOST_TEST(notes::shown_path(row.path, options) == row.shown);
    }
  }
}

BOOST_AUTO_TEST_CASE(without_a_home_directory_nothing_is_shortened_to_a_tilde) {
  BOOST_TEST(notes::shown_path("/srv/a.md", {}) == "/srv/a.md");
}

BOOST_AUTO_TEST_CASE(a_link_escapes_everything_but_plain_characters_of_a_path) {
  notes::RenderOptions options;
  options.host = "desk";
  constexpr const char* kPath = "/n/my notes/50%#\xE9;\x1b.md";
  BOOST_TEST(notes::place_url(kPath, {52}, options) ==
             "file://desk/n/my%20notes/50%25%23%E9%3B%1B.md#52");
  options.link_form = "vscode://file{path}:{line}";
  BOOST_TEST(notes::place_url(kPath, {52}, options) ==
             "vscode://file/n/my%20notes/50%25%23%E9%3B%1B.md:52");
  options.link_form = "x:{path}:{line}:{column}:{byte}";
  BOOST_TEST(notes::place_url("/a.md", {52, 9, 7}, options) == "x:/a.md:52:7:9");
}

BOOST_AUTO_TEST_CASE(a_date_is_as_short_as_it_was_written) {
  const std::vector<DateRow> rows{
      {notes::span_of_minute({2024, 2, 16}, 9 * 60 + 5), "2024-02-16 09:05"},
      {notes::span_of_day({2024, 2, 16}), "2024-02-16"},
      {notes::span_of_months(std::chrono::year(2024) / 2), "2024-02"},
      {notes::span_of_year({2024, 1, 1}), "2024"},
      {notes::span_of_days({2024, 2, 12}, {2024, 2, 18}), "2024-02-12..2024-02-18"},
      {notes::span_of_days({2023, 12, 1}, {2024, 1, 31}), "2023-12-01..2024-01-31"},
  };
  for (const DateRow& row : rows) {
    BOOST_TEST_CONTEXT(row.shown) {
      BOOST_TEST(notes::shown_date(row.date) == row.shown);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
