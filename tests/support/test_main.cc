#define BOOST_TEST_MODULE notes
#include <boost/test/unit_test.hpp>
