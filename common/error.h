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
  failure = 2,  // wrong usage, a bad query, or anything without a code of its own
  no_index = 3,
  index_busy = 4,
  wrong_schema = 5,
  damaged_index = 6,
};

// `text` names the place and what is wrong there; `hint` is what the user can do about it.
// Neither ends in a newline; both may have several lines (a caret under a column).
class Error : public std::runtime_error {
 public:
  Error(ExitCode exit_code, const std::string& text, std::string hint = {})
      : std::runtime_error(text), exit_code_(exit_code), hint_(std::move(hint)) {}
  ExitCode exit_code() const noexcept { return exit_code_; }
  std::string text() const { return what(); }
  const std::string& hint() const noexcept { return hint_; }

  // Where in the query the fault is: in bytes from 1; nothing when it has no such place.
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
  bool unread = false;  // it could not be read: what the index holds of it stays
  bool operator==(const Diagnostic&) const = default;
};

}  // namespace notes
