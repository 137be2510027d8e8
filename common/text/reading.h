// SPDX-License-Identifier: GPL-2.0-or-later
// Reads Markdown: turns the blocks of a section into the text that a reader of the rendered page
// sees, and knows which bytes of the note each character comes from. The indexer finds the blocks
// with cmark and stores them with the section. Indexing, phrases, regular expressions, highlights
// and snippets all use this text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/byte_range.h"

namespace notes {

enum class BlockKind : std::uint8_t {
  prose,         // paragraphs and headings, from their first character on: inline Markdown
  table,         // the same, in cells
  code,          // verbatim
  html,          // raw HTML
  front_matter,  // verbatim
  label,         // searchable, but not shown: the text after the fence of a code block
};

struct TextBlock {
  ByteRange bytes;
  BlockKind kind = BlockKind::prose;
  bool operator==(const TextBlock&) const = default;
};

enum class PartKind : std::uint8_t {
  text,
  code,
  address,  // a bare web address
  image,    // alternative text, or the name of an embedded note
  aside,    // searchable, but not shown: paper ids in link targets, the words of an image's name
};

// A piece of the text and its source. If both have the same length, they have the same bytes,
// except that line ends become blanks. Otherwise the whole text comes from the whole source.
struct Run {
  ByteRange text;
  ByteRange source;
  PartKind kind = PartKind::text;

  bool is_verbatim() const { return text.size() == source.size(); }
  bool operator==(const Run&) const = default;
};

enum class LinkKind : std::uint8_t { link, image, address, wiki, definition, html, html_image };

struct ReadLink {
  LinkKind kind = LinkKind::link;
  ByteRange target;  // in the source, as written; see plain_target
  ByteRange text;    // in the text; empty for definitions and HTML
};

class TextReading {
 public:
  // Soft line breaks are blanks. '\n' separates blocks, cells and lines of code; no phrase crosses
  // it. Parts that are not shown follow their block.
  std::string_view text() const { return text_; }
  std::string take_text() { return std::move(text_); }

  // Sorted by text, without overlap. Also sorted by source, except for asides.
  std::span<const Run> runs() const { return runs_; }

  std::span<const ReadLink> links() const { return links_; }

  // Where a block is in the text, including its asides, and which links it has.
  ByteRange text_of(std::size_t block) const { return blocks_[block].text; }
  std::span<const ReadLink> links_of(std::size_t block) const {
    const std::size_t first = block == 0 ? 0 : blocks_[block - 1].links_end;
    return links().subspan(first, blocks_[block].links_end - first);
  }

  // The bytes of the note that a part of the text comes from, including markup inside.
  ByteRange source_of(ByteRange in_text) const;

  // The run that contains this byte of the text, or the next one after it; runs().size() if none.
  std::size_t run_at(std::uint32_t text_byte) const;

 private:
  friend class ReadingBuilder;

  std::string text_;
  std::vector<Run> runs_;
  std::vector<ReadLink> links_;
  struct Block {
    ByteRange text;
    std::size_t links_end = 0;
  };
  std::vector<Block> blocks_;
};

// `blocks` are sorted. Ignores what lies after the end of `source`, since a note may have become
// shorter. Takes linear time.
TextReading read_text(std::string_view source, std::span<const TextBlock> blocks);

// Where to cut a long text: at its last line end or blank within `max_bytes`, if there is one.
std::size_t end_of_slice(std::string_view text, std::size_t max_bytes);

// Whether a line is the row of dashes below the head of a table.
bool is_delimiter_row(std::string_view line);

// The target of a link, with escapes and entities decoded.
std::string plain_target(std::string_view target);

}  // namespace notes
