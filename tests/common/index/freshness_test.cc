// SPDX-License-Identifier: GPL-2.0-or-later

#include <csignal>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "common/index/open_index.h"
#include "common/index/own_files.h"
#include "tests/support/temp_folder.h"

using namespace notes;
using std::chrono::milliseconds;

namespace {

// A signal that is handled, 20 ms from now.
void interrupt_soon() {
  struct sigaction handled {};
  handled.sa_handler = [](int) {};
  ::sigaction(SIGALRM, &handled, nullptr);
  ::ualarm(20'000, 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(freshness)

// While another one writes, the sibling program waits longer than the signal takes.
BOOST_AUTO_TEST_CASE(a_signal_does_not_end_the_wait_for_a_refresh) {
  const TempFolder folder;
  prepare_index_directory(folder.path("index"));
  const Descriptor lock = lock_index(folder.path("index"), milliseconds{0});
  interrupt_soon();
  BOOST_TEST((refresh_index(folder.path("index"), milliseconds{20'000}) == RefreshResult::busy));
}

BOOST_AUTO_TEST_CASE(a_refresh_is_not_awaited_for_too_long) {
  const TempFolder folder;
  prepare_index_directory(folder.path("index"));
  const Descriptor lock = lock_index(folder.path("index"), milliseconds{0});
  BOOST_TEST((refresh_index(folder.path("index"), milliseconds{5}) == RefreshResult::timed_out));
}

BOOST_AUTO_TEST_SUITE_END()
