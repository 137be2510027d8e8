// SPDX-License-Identifier: GPL-2.0-or-later
// The manual of the query language is written by hand: this keeps it complete.
#include <fstream>
#include <iterator>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include "common/schema.h"

namespace notes {
namespace {

std::string read_manual() {
  std::ifstream file(NOTES_SOURCE_DIR "/query/man/notes-query-syntax.7");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(manual)

BOOST_AUTO_TEST_CASE(explains_every_field_with_its_help_and_its_example) {
  const std::string manual = read_manual();
  for (const Field& row : fields()) {
    BOOST_TEST_CONTEXT("field " << row.name) {
      BOOST_TEST(has(manual, "\n.It Cm " + std::string(row.name) + ":"));
      BOOST_TEST(has(manual, "\n" + std::string(row.help) + "\n"));
      BOOST_TEST(has(manual, "\n.Ql " + std::string(row.example) + "\n"));
      if (!row.alias.empty()) BOOST_TEST(has(manual, " " + std::string(row.alias) + ":"));
    }
  }
}

BOOST_AUTO_TEST_CASE(lists_every_value_of_a_choice) {
  const std::string manual = read_manual();
  for (const Field& row : fields()) {
    std::istringstream values{std::string(row.values)};
    for (std::string value; values >> value;)
      BOOST_TEST(has(manual, ".Cm " + value), row.name << ":" << value);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes
