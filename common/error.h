// SPDX-License-Identifier: GPL-2.0-or-later
// How a run fails. An Error ends the run: only run_main prints it and picks the exit code.
// A Diagnostic is about one note: it is reported and the run goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace notes {

// The exit codes of both programs. Documented in the man pages and never renumbered.
enum class ExitCode : int {
  found = 0,
  nothing_found = 1,
  failure = 2,  // wrong usage, a bad query, or any other failure
  no_index = 3,
  index_busy = 4,
  wrong_schema = 5,
  damaged_index = 6,
};

// `text` says where and what is wrong; `hint` says what the user can do about it. Both may have
// several lines (a caret under a column). Neither ends in a newline.
class Error : public std::runtime_error {
 public:
  Error(ExitCode exit_code, const std::string& text, std::string hint = {})
      : std::runtime_error(text), exit_code_(exit_code), hint_(std::move(hint)) {}
  ExitCode exit_code() const noexcept { return exit_code_; }
  std::string text() const { return what(); }
  const std::string& hint() const noexcept { return hint_; }

  // The byte in the query, from 1, where the fault is; nothing if it has no such place.
  std::optional<std::size_t> column() const noexcept { return column_; }
  Error&& at_column(std::size_t column) && {
    column_ = column;
    return std::move(*this);
  }

 private:
  ExitCode exit_code_;
  std::string hint_;
  std::optional<std::size_t> column_;
};

struct Diagnostic {
  std::string path;
  std::uint32_t line = 0;  // 1-based; 0 = the whole file
  std::string text;
  bool unread = false;  // could not be read; the index keeps what it has of it
  bool operator==(const Diagnostic&) const = default;
};

}  // namespace notes
