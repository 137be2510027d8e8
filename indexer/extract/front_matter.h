// SPDX-License-Identifier: GPL-2.0-or-later
// Reads what a note says about itself before its text: YAML or JSON between `---`, TOML between
// `+++`, JSON between `;;;`, and the `key:: value` lines of Logseq at the start of the text. Reads
// line by line and is lenient, because a strict YAML parser rejects one in a hundred real files:
// what is not closed is used as it is.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/byte_range.h"
#include "indexer/extract/line_table.h"

namespace notes {

struct FrontMatterEntry {
  std::string key;                  // lower case; "a.b" for a `b` indented below `a`
  std::vector<std::string> values;  // unquoted valid UTF-8; none for an empty entry
  std::vector<ByteRange> ranges;    // where in the note each value is written
  std::uint32_t line = 1;
  bool is_list = false;      // written as a list, so that commas are part of a value
  bool is_property = false;  // a `key:: value` line, which is also text
};

struct FrontMatter {
  std::vector<FrontMatterEntry> entries;  // for equal keys, the first with values counts
  std::uint32_t body_line = 1;            // the first line after it; may be past the last line
  bool is_unclosed = false;               // an opening mark in the first line is not closed

  // Where the texts are that nothing else reads: descriptions, authors, sources. Sorted.
  std::vector<ByteRange> texts() const;

  // The first entry with values, for the first of the keys that has one; null if none has.
  const FrontMatterEntry* find(std::initializer_list<std::string_view> keys) const;
};

// Throws NoteTooLarge.
FrontMatter read_front_matter(const LineTable& lines);

struct KeyAndValue {
  std::string_view key;
  std::string_view value;
};

// Splits `key: value`. The colon must be followed by a blank or the end, so "https://…" has no key.
// JSON needs no blank after its quoted keys, and separates entries by commas.
std::optional<KeyAndValue> split_pair(std::string_view line, std::string_view sign);

}  // namespace notes
