// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/section.h"

namespace notes {

std::string_view level_name(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::thread:
      return "thread";
    case Level::question:
      return "question";
  }
  return "note";
}

}  // namespace notes
