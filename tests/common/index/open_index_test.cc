// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/open_index.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/temp_index.h"

using namespace notes;

namespace {

// What Xapian may say of a block that a writer has used for another table's level.
void meet_another_block() {
  throw Xapian::DatabaseCorruptError("Expected block 0 to be level 1");
}

bool says_damaged(const Error& error) {
  return error.exit_code() == ExitCode::damaged_index;
}
bool says_busy(const Error& error) {
  return error.exit_code() == ExitCode::index_busy;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(open_index)

BOOST_AUTO_TEST_CASE(reading_starts_again_if_a_commit_removed_what_was_read) {
  const TempIndex index{{"a.md", "# One\n"}};
  int reads = 0;
  const auto count = with_index(index.directory(), [&](const OpenIndex& open) {
    if (++reads == 1) {
      index.write("b.md", "# Two\n");
      index.update();
      meet_another_block();
    }
    return open.database.get_doccount();
  });
  BOOST_TEST(reads == 2);
  BOOST_TEST(count == 2U);
}

BOOST_AUTO_TEST_CASE(an_error_with_no_commit_since_is_damage_at_once) {
  const TempIndex index{{"a.md", "# One\n"}};
  int reads = 0;
  const auto read = [&](const OpenIndex&) {
    ++reads;
    meet_another_block();
  };
  BOOST_CHECK_EXCEPTION(with_index(index.directory(), read), Error, says_damaged);
  BOOST_TEST(reads == 1);
}

BOOST_AUTO_TEST_CASE(a_reader_gives_up_on_a_writer_that_never_stops) {
  const TempIndex index{{"a.md", "# One\n"}};
  int reads = 0;
  const auto read = [&](const OpenIndex&) {
    index.write("a.md", "# One " + std::to_string(++reads) + "\n");
    index.update();
    throw Xapian::DatabaseModifiedError("overwritten");
  };
  BOOST_CHECK_EXCEPTION(with_index(index.directory(), read), Error, says_busy);
  BOOST_TEST(reads == kReadAttempts);
}

BOOST_AUTO_TEST_SUITE_END()
