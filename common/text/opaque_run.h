// SPDX-License-Identifier: GPL-2.0-or-later
// Finds runs that no reader searches for: base64, tokens, bytes in hexadecimal. Linear over a text,
// and far cheaper than a look at every byte.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes {

inline constexpr std::size_t kMinOpaqueBytes = 40;

// To be asked about ascending positions of one text.
class OpaqueRuns {
 public:
  explicit OpaqueRuns(std::string_view text) : text_(text) {}

  // Where the base64-like run that begins at `at` ends; `at` itself when none begins there.
  std::size_t end_of_run_at(std::size_t at) { return at < clear_until_ ? at : look_at(at); }

 private:
  std::size_t look_at(std::size_t at);

  std::string_view text_;
  std::size_t clear_until_ = 0;  // no such run begins before
};

// More hexadecimal digits than any digest has, with or without 0x in front.
bool is_hexadecimal_data(std::string_view word);

// How git and others write a digest: its first 7 digits or more, letters among them.
bool is_begun_digest(std::string_view word);

}  // namespace notes
