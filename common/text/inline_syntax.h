// SPDX-License-Identifier: GPL-2.0-or-later
// The signs of Markdown within a block: which marks are emphasis, and where links and addresses
// end. Only inline_scanner.cc uses it, which decides where they begin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "common/text/byte_range.h"

namespace notes {

// Whether an outliner wrote the line for its own use: `id:: 62a0…`, `collapsed:: true`. `line` has
// no line end; blanks and a bullet may come before the key.
bool is_machine_property(std::string_view line);

// A run of equal marks. Its first `closing` marks end emphasis, its last `opening` marks start
// some, and the marks between them are text.
struct MarkRun {
  char mark = '*';
  bool can_open = false;
  bool can_close = false;
  std::uint32_t length = 0;
  std::uint32_t opening = 0;
  std::uint32_t closing = 0;
  std::size_t token = 0;  // of the scanner

  std::uint32_t left() const { return length - opening - closing; }
};

// The run [begin, end) of `text`, which is the text of the block: marks of emphasis (* and _) or
// strikethrough (~), not yet paired.
MarkRun read_marks(std::string_view text, std::size_t begin, std::size_t end);

// Pairs all runs in the text of a link, or in a block, with each other by CommonMark's rules. Takes
// linear time.
void pair_marks(std::span<MarkRun> runs);

// The bare web address with a scheme and `://` or with `www.` whose colon or dot is at `sign`, up
// to punctuation that belongs to the sentence. Does not begin before `floor`.
std::optional<ByteRange> address_around(std::string_view text, std::size_t floor, std::size_t sign);

// The base64 `data:` address whose colon is at `colon`. Does not begin before `floor`.
std::optional<ByteRange> base64_address_around(std::string_view text, std::size_t floor,
                                               std::size_t colon);

// The end of `<https://example.org>` or `<me@example.org>`, bracket included.
std::optional<std::size_t> end_of_autolink(std::string_view text, std::size_t begin);

// The end of the footnote mark `[^label]` that starts at `at`; nothing for anything else.
std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at);

// The end of the label in brackets at `at`, which refers to a definition somewhere in the note.
// Does not look for the definition: in prose, two adjacent pairs of brackets are almost never
// anything else.
std::optional<std::size_t> end_of_reference(std::string_view text, std::size_t at);

struct LinkTarget {
  std::string_view address;  // a part of the text, without angle brackets
  std::size_t end = 0;       // after the target, closing parenthesis included
};

// The target `(address "title")` whose parenthesis is at `at`. Nothing if it is not closed, or has
// more than eight nested parentheses.
std::optional<LinkTarget> read_inline_target(std::string_view text, std::size_t at);

// The address in the definition `[label]: address "title"` that fills the line from `at` on,
// whose bracket is at `at`. Nothing for any other line, footnotes included.
std::optional<std::string_view> read_definition(std::string_view line, std::size_t at);

}  // namespace notes
