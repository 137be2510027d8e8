// SPDX-License-Identifier: GPL-2.0-or-later
// A command line that only asks for a text: help, the version, a completion script.
#pragma once

#include <string>

namespace notes {

struct TextToPrint {
  std::string text;  // ends in a newline; belongs on stdout
};

}  // namespace notes
