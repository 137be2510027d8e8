// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/hit.h"

namespace notes {

std::string_view matched_name(Matched matched) {
  switch (matched) {
    case Matched::all:
      return "all";
    case Matched::spread:
      return "spread";
    case Matched::some:
      return "some";
  }
  return "all";
}

}  // namespace notes
