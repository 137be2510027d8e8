// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/environment.h"

#include <cstdlib>

#include <boost/test/unit_test.hpp>

namespace notes {
namespace {

// Sets a variable for the time of a test; nullptr unsets it.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name), before_(environment(name)) {
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) {
    if (value == nullptr)
      ::unsetenv(name_);
    else
      ::setenv(name_, value, 1);
  }
  const char* name_;
  std::optional<std::string> before_;
};

BOOST_AUTO_TEST_SUITE(environment_of_the_process)

BOOST_AUTO_TEST_CASE(an_empty_variable_counts_as_unset) {
  const Variable empty("NOTES_EMPTY", "");
  BOOST_TEST(!environment("NOTES_EMPTY"));
  const Variable full("NOTES_FULL", "x");
  BOOST_TEST(environment("NOTES_FULL").value() == "x");
}

BOOST_AUTO_TEST_CASE(settings_are_in_the_config_home_or_else_in_the_home) {
  struct Row {
    const char* config_home;
    const char* home;
    std::optional<std::string> expected;
  };
  const Row rows[] = {
      {"/c", "/home/me", "/c/notes-search"},
      {nullptr, "/home/me", "/home/me/.config/notes-search"},
      {"", "/home/me", "/home/me/.config/notes-search"},
      {"relative", "/home/me", "/home/me/.config/notes-search"},
      {nullptr, nullptr, std::nullopt},
  };
  for (const Row& row : rows) {
    const Variable config_home("XDG_CONFIG_HOME", row.config_home);
    const Variable home("HOME", row.home);
    BOOST_CHECK(config_folder() == row.expected);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace notes
