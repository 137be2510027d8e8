// SPDX-License-Identifier: GPL-2.0-or-later
// Long texts of one piece repeated, and the guard of the tests that read them.
#pragma once

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace notes {

// Linear time ends in a second or two, on a busy machine too; the square of it takes four minutes
// at one nanosecond a step. What is quicker a step goes unseen. Sanitizers look for other faults,
// and would take minutes.
#ifdef NOTES_SANITIZED
inline constexpr std::size_t kHostileBytes = 50'000;
#else
inline constexpr std::size_t kHostileBytes = 500'000;
#endif

// Decorates a test case that must end. Seconds; it is there for what hangs, and measures nothing.
inline const boost::unit_test::timeout kMustEnd{200};

// At least `bytes` of it.
inline std::string repeated(std::string_view unit, std::size_t bytes = kHostileBytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

}  // namespace notes
