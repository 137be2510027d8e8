// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_node.h"

#include <algorithm>

namespace notes {

bool same_tree(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.distance == b.distance &&
         a.condition == b.condition && std::ranges::equal(a.children, b.children, same_tree);
}

std::string_view reading_name(Reading reading) {
  switch (reading) {
    case Reading::filters:
      return "filters";
    case Reading::words:
      return "words";
    case Reading::sentence:
      return "sentence";
    case Reading::expression:
      return "expression";
    case Reading::similar:
      return "similar";
  }
  return "filters";
}

}  // namespace notes
