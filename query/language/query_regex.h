// SPDX-License-Identifier: GPL-2.0-or-later
// The regular expression of re:/x/, in RE2's syntax: it matches in linear time, whatever it is and
// however long a line is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/byte_range.h"

namespace re2 {
class RE2;
}

namespace notes {

class QueryRegex {
 public:
  explicit QueryRegex(std::string_view pattern);

  // What is wrong with it, as "a parenthesis does not pair"; nothing when it can be used.
  std::optional<std::string> fault() const;

  // The first match in capitals or not, which may be empty; nothing when there is none.
  std::optional<ByteRange> find(std::string_view line) const;

 private:
  std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace notes
