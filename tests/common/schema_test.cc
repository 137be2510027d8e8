// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema.h"

#include <boost/test/unit_test.hpp>

using namespace notes;

BOOST_AUTO_TEST_SUITE(schema)

// What an index on disk depends on. A change here needs a new kSchemaVersion, and then a new line
// for it below: never edit the rows of a version that was released.
BOOST_AUTO_TEST_CASE(a_changed_table_has_a_new_version) {
  std::string table = std::to_string(kSchemaVersion);
  for (const Field& row : fields())
    table += "\n" + std::string(row.name) + " " + std::to_string(static_cast<int>(row.kind)) + " " +
             std::string(row.prefix) + " " +
             (row.slot == kNoSlot ? "-" : std::to_string(row.slot)) + " " + std::to_string(row.wdf);
  BOOST_TEST(table ==
             "6\ntitle 0 S - 1\nnote 1 XP - 0\nthread 0 XT - 0\ntag 2 K - 0\nname 2 XN - 0\n"
             "date 6  0 0\nurl 5 XU - 0\nsite 4 H - 0\nlevel 3 XL - 0\nis 3 XI - 0\nhas 3 XH - 0\n"
             "link 7 XR - 0");
}

BOOST_AUTO_TEST_CASE(fields_are_found_by_name_and_alias_in_lower_case_only) {
  BOOST_TEST(find_field("path") == find_field("note"));
  BOOST_TEST(find_field("date") == find_field("on"));
  BOOST_TEST((find_field("Date") == nullptr));
  BOOST_TEST((find_field("") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_long_value_is_cut_to_what_xapian_stores) {
  BOOST_TEST(field_term(field(FieldId::tag), std::string(1000, 'x')).size() == 201U);
}

BOOST_AUTO_TEST_SUITE_END()
