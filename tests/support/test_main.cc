// SPDX-License-Identifier: GPL-2.0-or-later
#define BOOST_TEST_MODULE notes
#include <boost/test/unit_test.hpp>
