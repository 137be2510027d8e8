// SPDX-License-Identifier: GPL-2.0-or-later
// Finds what is not text within one block: marks, tags, link targets, line ends. Everything between
// these tokens is plain text. Only reading.cc uses it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/emphasis.h"
#include "common/text/reading.h"

namespace notes {

enum class InlineTokenKind : std::uint8_t {
  hidden,
  blank,        // shown as a blank
  entity,       // see entity_at
  emphasis,     // a run of marks: marks()[number] says how many of them are text
  shown,        // text of another kind
  image_begin,  // hidden; the text up to image_end belongs to an image
  image_end,
};

// In order, without overlap. Bytes are offsets in the block.
struct InlineToken {
  InlineTokenKind kind = InlineTokenKind::hidden;
  PartKind part = PartKind::text;  // for `shown`
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t number = 0;
};

// The text of a link is between two tokens.
struct ScannedLink {
  LinkKind kind = LinkKind::link;
  ByteRange target;
  std::size_t first_token = 0;
  std::size_t last_token = 0;
};

struct LinkTarget {
  std::string_view address;  // a part of the text, without angle brackets
  std::size_t end = 0;       // after the target, closing parenthesis included
};

class InlineScanner {
 public:
  // Replaces the earlier results.
  void scan(std::string_view block, BlockKind kind);

  const std::vector<InlineToken>& tokens() const { return tokens_; }
  const EmphasisMarks& marks() const { return marks_; }
  const std::vector<ScannedLink>& links() const { return links_; }
  const std::vector<ByteRange>& asides() const { return asides_; }

 private:
  struct Bracket {
    std::size_t at = 0;
    std::size_t token = 0;  // hides nothing unless the bracket opens a link
    std::size_t marks = 0;  // before it
    std::size_t links = 0;
    bool is_image = false;
  };

  void start(std::string_view block, BlockKind kind);
  std::size_t next_special(std::size_t at) const;
  std::size_t scan_special(std::size_t at);
  std::size_t begin_block();
  std::size_t begin_line(std::size_t at);
  std::size_t break_line(std::size_t at);
  std::size_t scan_escape(std::size_t at);
  std::size_t scan_code(std::size_t at);
  std::optional<std::size_t> find_code_end(std::size_t from, std::size_t backticks);
  void show_code(std::size_t begin, std::size_t end);
  std::size_t scan_marks(std::size_t at);
  std::size_t scan_entity(std::size_t at);
  std::size_t scan_wide_blank(std::size_t at);
  std::size_t scan_angle_bracket(std::size_t at);
  std::optional<std::size_t> end_of_declaration(std::size_t at);
  std::size_t take_tag(std::size_t at, std::size_t end);
  void take_image_tag(std::size_t at, std::size_t end);
  std::size_t scan_colon(std::size_t at);
  std::size_t scan_dot(std::size_t at);
  std::size_t take_address(std::size_t begin, std::size_t end);
  std::size_t open_bracket(std::size_t at);
  std::size_t close_bracket(std::size_t at);
  std::optional<std::size_t> take_wiki_link(std::size_t at, bool is_image);
  std::size_t take_link(const Bracket& bracket, std::size_t at, const LinkTarget& target);
  void add_target(LinkKind kind, std::string_view address);
  void add_image_name(std::string_view address);

  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }
  std::string_view line_at(std::size_t at) const {
    return text_.substr(at, text_.find_first_of("\r\n", at) - at);
  }
  std::size_t add(InlineTokenKind kind, std::size_t begin, std::size_t end,
                  PartKind part = PartKind::text);
  void hide(std::size_t begin, std::size_t end) {
    if (begin < end) add(InlineTokenKind::hidden, begin, end);
  }
  void add_aside(std::string_view part);

  std::string_view text_;
  BlockKind kind_ = BlockKind::prose;
  std::vector<InlineToken> tokens_;
  EmphasisMarks marks_;
  std::vector<ScannedLink> links_;
  std::vector<ByteRange> asides_;
  std::vector<Bracket> brackets_;
  std::size_t inside_link_ = 0;  // brackets before this one contain a link, so they cannot be links
  std::size_t taken_ = 0;        // the end of the last token
  std::size_t escaped_ = 0;      // the character after the last backslash
  std::size_t wiki_end_ = 0;     // the next `]]`, if known
  bool has_properties_ = false;
  static constexpr std::size_t kDeclarations = 4;
  std::array<bool, kDeclarations> is_never_closed_{};
  static constexpr std::size_t kMaxBackticks = 80;
  std::array<std::size_t, kMaxBackticks + 1>
      last_backticks_{};  // where the last run of each length starts
  bool knows_all_backticks_ = false;
};

}  // namespace notes
