// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/reading.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "common/text/ascii.h"
#include "common/text/html.h"
#include "common/text/inline_scanner.h"
#include "common/text/web_address.h"

namespace notes {
namespace {

// Longer blocks are read in pieces, so that the bookkeeping for one stays small.
constexpr std::size_t kMaxPiece = 256 * 1024;

// The end of the cell that starts at `at`: a pipe not escaped by a backslash.
std::size_t end_of_cell(std::string_view row, std::size_t at) {
  for (; at < row.size() && row[at] != '|'; ++at)
    if (row[at] == '\\') ++at;
  return std::min(at, row.size());
}

// `next-level` for `imgs/next-level.png?raw=true`. Part of `address`.
std::string_view file_stem_in(std::string_view address) {
  std::string_view name = address.substr(0, address.find_first_of("?#"));
  name.remove_prefix(name.find_last_of("/\\") + 1);
  return name.substr(0, name.rfind('.'));
}

}  // namespace

class ReadingBuilder {
 public:
  explicit ReadingBuilder(std::string_view source) : source_(source) {}

  TextReading read(std::span<const TextBlock> blocks) {
    std::size_t bytes = 0;
    for (const TextBlock& block : blocks) bytes += block.bytes.size() + 1;
    text().reserve(std::min(bytes, source_.size()));
    const auto size_of_source = static_cast<std::uint32_t>(source_.size());
    for (const auto& [range, kind] : blocks) add_block({range.up_to(size_of_source), kind});
    if (text().ends_with('\n')) text().pop_back();
    // A blank at the end of a link, or the line end before an empty block, may be gone.
    for (ReadLink& link : reading_.links_) link.text = link.text.up_to(size());
    for (auto& block : reading_.blocks_) block.text = block.text.up_to(size());
    return std::move(reading_);
  }

 private:
  void add_block(const TextBlock& block) {
    separate();
    const std::uint32_t begin = size();
    add_text(block);
    trim_blanks();
    reading_.blocks_.push_back({{begin, size()}, reading_.links_.size()});
  }

  void add_text(const TextBlock& block) {
    switch (block.kind) {
      case BlockKind::prose:
      case BlockKind::html:
        return add_inlines(block.bytes, block.kind);
      case BlockKind::table:
        return add_table(block.bytes);
      case BlockKind::code:
        return append(block.bytes, PartKind::code);
      case BlockKind::front_matter:
        return append(block.bytes, PartKind::text);
      case BlockKind::label:
        return append(block.bytes, PartKind::aside);
    }
  }

  void add_table(ByteRange table) {
    std::uint32_t line = table.begin;
    while (line < table.end) {
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(source_.find('\n', line), table.end));
      if (!is_delimiter_row(source_.substr(line, end - line))) add_row({line, end});
      line = end + 1;
    }
  }

  void add_row(ByteRange row) {
    const std::string_view until_end = source_.substr(0, row.end);
    for (std::size_t at = row.begin; at < row.end;) {
      const std::size_t cell_end = end_of_cell(until_end, at);
      separate();
      add_inlines(byte_range(at, cell_end), BlockKind::table);
      at = cell_end + 1;
    }
  }

  void add_inlines(ByteRange bytes, BlockKind kind) {
    while (bytes.begin < bytes.end) {
      const std::size_t length = end_of_slice(bytes.in(source_), kMaxPiece);
      const auto end = bytes.begin + static_cast<std::uint32_t>(length);
      add_piece({bytes.begin, end}, kind);
      bytes.begin = end;
      if (end == bytes.end || !ascii::is_blank(source_[end])) continue;
      append_blank({end, end + 1});
      ++bytes.begin;
    }
  }

  void add_piece(ByteRange bytes, BlockKind kind) {
    scan_inlines(bytes.in(source_), kind, inlines_);
    base_ = bytes.begin;
    text_at_.clear();
    images_ = 0;
    std::uint32_t at = bytes.begin;
    for (const InlineToken& token : inlines_.tokens) {
      append_text(at, base_ + token.begin);
      text_at_.push_back(size());
      add_token(token);
      at = base_ + token.end;
    }
    append_text(at, bytes.end);
    add_links();
  }

  void add_token(const InlineToken& token) {
    const ByteRange bytes{base_ + token.begin, base_ + token.end};
    switch (token.kind) {
      case InlineTokenKind::hidden:
        return;
      case InlineTokenKind::blank:
        return append_blank(bytes);
      case InlineTokenKind::entity:
        return append_instead(entity_at(source_, bytes.begin)->text, bytes, part());
      case InlineTokenKind::shown:
        return append(bytes, token.part);
      case InlineTokenKind::image_begin:
        if (ends_with_image()) append_blank(bytes);
        ++images_;
        return;
      case InlineTokenKind::image_end:
        --images_;
        return;
    }
  }

  void add_links() {
    for (const ScannedLink& link : inlines_.links) {
      ReadLink read{link.kind, {base_ + link.target.begin, base_ + link.target.end}, {}};
      if (link.first_token < link.last_token)
        read.text = {text_at_[link.first_token], text_at_[link.last_token]};
      reading_.links_.push_back(read);
    }
    for (const ScannedLink& link : inlines_.links) add_asides(link);
  }

  void add_asides(const ScannedLink& link) {
    const bool is_image = link.kind == LinkKind::image;
    if (!is_image && link.kind != LinkKind::link && link.kind != LinkKind::definition) return;
    const std::string_view address = link.target.in(source_.substr(base_));
    if (const auto id = paper_id_in(address)) return add_aside(*id);
    if (!is_image || address.starts_with("data:")) return;
    // Percent-encoded blanks may separate the words of a file name.
    for (std::string_view name = file_stem_in(address); !name.empty();) {
      const std::string_view words = name.substr(0, name.find('%'));
      add_aside(words);
      name.remove_prefix(std::min(name.size(), words.size() + 3));
    }
  }

  void add_aside(std::string_view part) {
    if (part.empty()) return;
    const auto begin = static_cast<std::uint32_t>(part.data() - source_.data());
    separate();
    append({begin, begin + static_cast<std::uint32_t>(part.size())}, PartKind::aside);
  }

  void trim_blanks() {
    while (text().size() > block_begin_ && ascii::is_blank(text().back())) {
      text().pop_back();
      Run& last = reading_.runs_.back();
      if (last.text.end <= text().size()) continue;
      if (last.is_verbatim()) --last.source.end;
      last.text.end = size();
      if (last.text.begin == last.text.end) reading_.runs_.pop_back();
    }
  }

  // If only markup is between two blanks, they become one.
  void append_text(std::uint32_t begin, std::uint32_t end) {
    if (needs_no_blank())
      while (begin < end && source_[begin] == ' ') ++begin;
    append({begin, end}, part());
  }

  void append(ByteRange bytes, PartKind part) {
    if (bytes.begin < bytes.end) append_instead(bytes.in(source_), bytes, part);
  }

  void append_instead(std::string_view shown, ByteRange bytes, PartKind part) {
    const std::uint32_t begin = size();
    text() += shown;
    const Run run{{begin, size()}, bytes, part};
    Run* const last = reading_.runs_.empty() ? nullptr : &reading_.runs_.back();
    const bool goes_on = last && last->kind == part && last->source.end == bytes.begin &&
                         last->text.end == begin && last->is_verbatim() && run.is_verbatim();
    if (!goes_on) return reading_.runs_.push_back(run);
    last->text.end = run.text.end;
    last->source.end = run.source.end;
  }

  void append_blank(ByteRange bytes) {
    trim_blanks();
    if (needs_no_blank()) return;
    append_instead(" ", bytes, reading_.runs_.back().kind);
  }

  void separate() {
    trim_blanks();
    if (!text().empty() && text().back() != '\n') text() += '\n';
    block_begin_ = text().size();
  }
  bool ends_with_image() const {
    return images_ == 0 && !reading_.runs_.empty() && reading_.runs_.back().kind == PartKind::image;
  }
  bool needs_no_blank() { return size() == block_begin_ || text().back() == ' '; }
  PartKind part() const { return images_ > 0 ? PartKind::image : PartKind::text; }
  std::uint32_t size() { return static_cast<std::uint32_t>(text().size()); }
  std::string& text() { return reading_.text_; }

  std::string_view source_;
  TextReading reading_;
  ScannedInlines inlines_;              // of the piece
  std::vector<std::uint32_t> text_at_;  // where the text of each token of the piece is
  std::uint32_t base_ = 0;              // of the piece, in the source
  std::size_t block_begin_ = 0;         // in the text
  int images_ = 0;                      // that contain the token
};

std::size_t TextReading::run_at(std::uint32_t text_byte) const {
  const auto run =
      std::ranges::upper_bound(runs_, text_byte, {}, [](const Run& r) { return r.text.end; });
  return static_cast<std::size_t>(run - runs_.begin());
}

ByteRange TextReading::source_of(ByteRange in_text) const {
  const std::size_t first = run_at(in_text.begin);
  if (first == runs_.size()) {
    const std::uint32_t end = runs_.empty() ? 0 : runs_.back().source.end;
    return {end, end};
  }
  const Run& run = runs_[first];
  const std::uint32_t skipped = in_text.begin - std::min(in_text.begin, run.text.begin);
  const std::uint32_t begin = run.source.begin + (run.is_verbatim() ? skipped : 0);
  if (in_text.begin >= in_text.end || run.text.begin >= in_text.end) return {begin, begin};
  const auto behind =
      std::ranges::lower_bound(runs_, in_text.end, {}, [](const Run& r) { return r.text.begin; });
  const Run& last = *std::prev(behind);
  const bool ends_inside = last.is_verbatim() && in_text.end < last.text.end;
  const std::uint32_t end =
      ends_inside ? last.source.begin + (in_text.end - last.text.begin) : last.source.end;
  return {begin, std::max(begin, end)};
}

TextReading read_text(std::string_view source, std::span<const TextBlock> blocks) {
  return ReadingBuilder(source.substr(0, std::numeric_limits<std::uint32_t>::max())).read(blocks);
}

std::size_t end_of_slice(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text.size();
  for (const char end : {'\n', ' '})
    if (const std::size_t at = text.rfind(end, max_bytes); at != kNone && at > 0) return at;
  return max_bytes;
}

bool is_delimiter_row(std::string_view line) {
  return line.find('-') != kNone && line.find('|') != kNone &&
         line.find_first_not_of("|-: \t\r>") == kNone;
}

std::string plain_target(std::string_view target) {
  std::string plain;
  for (std::size_t at = 0; at < target.size();) {
    if (target[at] == '\\' && at + 1 < target.size() && ascii::is_punctuation(target[at + 1])) {
      plain += target[at + 1];
      at += 2;
    } else if (const auto entity = target[at] == '&' ? entity_at(target, at) : std::nullopt) {
      plain += entity->text;
      at += entity->length;
    } else {
      plain += target[at++];
    }
  }
  return plain;
}

}  // namespace notes
