// SPDX-License-Identifier: GPL-2.0-or-later
// BOOST_TEST_MODULE would make this, but not out of a header that is compiled already.
#include <boost/test/unit_test.hpp>

int main(int count, char* arguments[]) {
  return boost::unit_test::unit_test_main([] { return true; }, count, arguments);
}
