// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstring>
#include <string>
#include <sys/inotify.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "indexer/watch/folder_watcher.h"

using notes::parse_events;
using notes::WatchEvent;

namespace {

// One event as the kernel writes it: the name padded with NUL bytes to `padded_size`.
std::string event_bytes(int watch, std::uint32_t mask, std::string name, std::size_t padded_size) {
  inotify_event event{};
  event.wd = watch;
  event.mask = mask;
  event.len = static_cast<std::uint32_t>(padded_size);
  std::string bytes(sizeof event, '\0');
  std::memcpy(bytes.data(), &event, sizeof event);
  name.resize(padded_size, '\0');
  return bytes + name;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inotify_queue)

BOOST_AUTO_TEST_CASE(events_are_parsed_with_and_without_names) {
  const auto events = parse_events(event_bytes(1, IN_CREATE, "note.md", 16) +
                                   event_bytes(2, IN_DELETE_SELF, "", 0) +
                                   event_bytes(3, IN_MODIFY, "sixteen bytes.md", 16));
  BOOST_REQUIRE(events.size() == 3U);
  BOOST_TEST(events[0].watch == 1);
  BOOST_TEST(events[0].mask == std::uint32_t{IN_CREATE});
  BOOST_TEST(events[0].name == "note.md");
  BOOST_TEST(events[1].watch == 2);
  BOOST_TEST(events[1].mask == std::uint32_t{IN_DELETE_SELF});
  BOOST_TEST(events[1].name == "");
  BOOST_TEST(events[2].name == "sixteen bytes.md");
}

BOOST_AUTO_TEST_CASE(an_overflow_has_no_watch) {
  const auto events = parse_events(event_bytes(-1, IN_Q_OVERFLOW, "", 0));
  BOOST_REQUIRE(events.size() == 1U);
  BOOST_TEST(events[0].watch == -1);
  BOOST_TEST(events[0].mask == std::uint32_t{IN_Q_OVERFLOW});
}

BOOST_AUTO_TEST_CASE(an_event_that_is_cut_off_is_left_out) {
  const std::string whole = event_bytes(1, IN_CREATE, "note.md", 16);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    BOOST_TEST_CONTEXT("cut at " << size) {
      BOOST_TEST(parse_events(whole.substr(0, size)).empty());
      BOOST_TEST(parse_events(whole + whole.substr(0, size)).size() == 1U);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
