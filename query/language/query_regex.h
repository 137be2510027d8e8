// SPDX-License-Identifier: GPL-2.0-or-later
// The regular expression of re:/x/, in RE2 syntax. RE2 matches in linear time.
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

  // What is wrong with it, such as "a parenthesis does not pair"; nothing if it is valid.
  std::optional<std::string> fault() const;

  // The first match, ignoring case. The match may be an empty range.
  std::optional<ByteRange> find(std::string_view line) const;

 private:
  std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace notes
