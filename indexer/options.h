// SPDX-License-Identifier: GPL-2.0-or-later
// The command line of notes-index, checked and resolved once.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "common/cli/command_line.h"
#include "common/environment.h"
#include "indexer/index_job.h"

namespace notes {

enum class IndexCommand : std::uint8_t {
  update,   // the default: index what changed below the paths, or below every root
  rebuild,  // index everything again
  remove,   // forget roots
  status,
  verify,
  changed,  // update only the notes in the paths
  watch,    // update, then follow changes until interrupted
  refresh,  // for notes-query: a quiet update of every root that fails at once when busy
};

enum class Verbosity : std::uint8_t { quiet, normal, verbose };

struct IndexOptions {
  IndexCommand command = IndexCommand::update;
  IndexRequest request;
  bool json = false;  // for --status
  Verbosity verbosity = Verbosity::normal;
  ColorMode color = ColorMode::automatic;
};

// The options to run with, or the text to print (--help, --version, --completion). Throws an Error
// (ExitCode::failure) that names the option and a remedy.
std::variant<IndexOptions, TextToPrint> parse_index_options(int argc, const char* const* argv);

}  // namespace notes
