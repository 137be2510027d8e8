// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/visible_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "common/text/address_words.h"
#include "common/text/ascii.h"
#include "common/text/code_spans.h"
#include "common/text/fence_tracker.h"
#include "common/text/html_tag.h"
#include "common/text/link_target.h"
#include "common/text/machine_property.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Collects what is left of a text when parts of it are hidden from the front to the back.
class VisibleParts {
 public:
  void hide(std::size_t begin, std::size_t end) {
    add(hidden_until_, begin);
    hidden_until_ = end;
  }
  // Hides all but `shown`, which is a part of [begin, end) of `text`.
  void hide_around(std::string_view text, std::string_view shown, ByteRange all) {
    const auto begin = static_cast<std::size_t>(shown.data() - text.data());
    hide(all.begin, begin);
    hide(begin + shown.size(), all.end);
  }
  std::size_t hidden_until() const { return hidden_until_; }
  std::vector<ByteRange> finish(std::size_t end) {
    add(hidden_until_, end);
    return std::move(ranges_);
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    ranges_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::vector<ByteRange> ranges_;
  std::size_t hidden_until_ = 0;
};

constexpr std::array<bool, 256> inline_starts() {
  std::array<bool, 256> starts{};
  for (const char c : std::string_view("\\`<[]:.")) starts[static_cast<unsigned char>(c)] = true;
  return starts;
}

constexpr std::array<bool, 256> kInlineStarts = inline_starts();

class VisibleScanner {
 public:
  explicit VisibleScanner(std::string_view text) : text_(text) {}

  std::vector<ByteRange> scan() {
    for (std::size_t at = 0; at < text_.size();) at = scan_line(at);
    return parts_.finish(text_.size());
  }

 private:
  std::size_t scan_line(std::size_t begin);
  void enter_line_at(std::size_t at);
  void scan_inlines(std::size_t at);
  std::size_t scan_inline(std::size_t at);
  std::size_t scan_angle_bracket(std::size_t at);
  std::optional<std::size_t> end_of_comment(std::size_t at);
  std::size_t open_bracket(std::size_t at);
  std::size_t close_bracket(std::size_t at);
  std::size_t scan_colon(std::size_t at);
  std::size_t scan_dot(std::size_t at);
  std::size_t hide_address(std::size_t begin, std::size_t from);
  void hide_target(const LinkTarget& target, std::size_t begin);
  void hide_image_target(const LinkTarget& target, std::size_t begin);
  bool is_blank(std::size_t begin) const {
    return line_.find_first_not_of(" \t\r>", begin) == kNone;
  }

  std::string_view text_;
  std::string_view line_;  // the text up to the end of the line, so that offsets are the text's
  VisibleParts parts_;
  FenceTracker fences_;
  CodeSpans code_spans_;
  std::vector<bool> open_brackets_;  // of the paragraph; whether each opens an image
  std::size_t escaped_ = kNone;      // the character behind the last backslash
  bool has_unclosed_comment_ = false;
};

// Returns where the next line begins: a comment or tag may have run over several.
std::size_t VisibleScanner::scan_line(std::size_t begin) {
  enter_line_at(begin);
  if (fences_.takes(line_.substr(begin))) {
    open_brackets_.clear();
    return line_.size() + 1;
  }
  if (is_blank(begin)) {
    open_brackets_.clear();
    return line_.size() + 1;
  }
  if (is_machine_property(line_.substr(begin))) {
    parts_.hide(begin, line_.size());
    return line_.size() + 1;
  }
  if (const auto definition = read_definition(line_, begin)) {
    hide_target(*definition, static_cast<std::size_t>(definition->address.data() - text_.data()));
    return line_.size() + 1;
  }
  scan_inlines(begin);
  return line_.size() + 1;
}

void VisibleScanner::enter_line_at(std::size_t at) {
  line_ = text_.substr(0, std::min(text_.find('\n', at), text_.size()));
  code_spans_.read_line(text_, at, line_.size());
}

void VisibleScanner::scan_inlines(std::size_t at) {
  while (at < line_.size()) {
    if (!kInlineStarts[static_cast<unsigned char>(line_[at])]) {
      ++at;
      continue;
    }
    at = scan_inline(at);
    if (at > line_.size()) enter_line_at(at);
  }
}

// Takes what begins, or announces itself, at `at`; returns where to go on.
std::size_t VisibleScanner::scan_inline(std::size_t at) {
  switch (line_[at]) {
    case '\\':
      escaped_ = at + 1;
      return std::min(at + 2, line_.size());
    case '`':
      return code_spans_.end_of_span_at(at);
    case '<':
      return scan_angle_bracket(at);
    case '[':
      return open_bracket(at);
    case ']':
      return close_bracket(at);
    case ':':
      return scan_colon(at);
    default:
      return scan_dot(at);
  }
}

std::size_t VisibleScanner::scan_angle_bracket(std::size_t at) {
  const bool is_comment = text_.substr(at).starts_with("<!--");
  const auto end = is_comment ? end_of_comment(at) : end_of_html_tag(text_, at);
  if (!end) return at + 1;
  parts_.hide(at, *end);
  return *end;
}

std::optional<std::size_t> VisibleScanner::end_of_comment(std::size_t at) {
  if (has_unclosed_comment_) return std::nullopt;
  constexpr std::size_t kOpeningWithoutDashes = 2;  // `<!-->` is a whole comment
  const std::size_t dashes = text_.find("-->", at + kOpeningWithoutDashes);
  has_unclosed_comment_ = dashes == kNone;
  if (has_unclosed_comment_) return std::nullopt;
  return dashes + 3;
}

std::size_t VisibleScanner::open_bracket(std::size_t at) {
  const bool is_image = at > 0 && line_[at - 1] == '!' && escaped_ != at - 1;
  open_brackets_.push_back(is_image);
  return at + 1;
}

std::size_t VisibleScanner::close_bracket(std::size_t at) {
  const std::size_t next = at + 1;
  if (open_brackets_.empty()) return next;
  const bool is_image = open_brackets_.back();
  open_brackets_.pop_back();
  if (next >= line_.size() || line_[next] != '(') return next;
  const auto target = read_inline_target(line_, next);
  if (!target) return next;
  if (is_image) {
    hide_image_target(*target, next);
  } else {
    hide_target(*target, next);
  }
  return target->end;
}

std::size_t VisibleScanner::scan_colon(std::size_t at) {
  constexpr std::size_t kDataLength = 4;
  const std::size_t hidden_until = parts_.hidden_until();
  if (at >= hidden_until + kDataLength) {
    const std::size_t begin = at - kDataLength;
    if (const auto end = end_of_base64_address(line_, begin)) {
      parts_.hide(begin, *end);
      return *end;
    }
  }
  if (line_.substr(at + 1, 2) != "//") return at + 1;
  const auto begin = begin_of_scheme(line_, hidden_until, at);
  return begin ? hide_address(*begin, at + 3) : at + 3;
}

// `www.` where a word begins.
std::size_t VisibleScanner::scan_dot(std::size_t at) {
  constexpr std::size_t kLabelLength = 3;
  if (at < parts_.hidden_until() + kLabelLength) return at + 1;
  const std::size_t begin = at - kLabelLength;
  if (!ascii::equals_ignoring_case(line_.substr(begin, kLabelLength), "www")) return at + 1;
  const bool is_inside_word = begin > 0 && ascii::is_alphanumeric(line_[begin - 1]);
  return is_inside_word ? at + 1 : hide_address(begin, at + 1);
}

std::size_t VisibleScanner::hide_address(std::size_t begin, std::size_t from) {
  const std::size_t end = end_of_address(line_, from);
  if (end == from) return from;
  hide_target({line_.substr(begin, end - begin), end}, begin);
  return end;
}

void VisibleScanner::hide_target(const LinkTarget& target, std::size_t begin) {
  if (const auto id = paper_id_in(target.address)) {
    parts_.hide_around(text_, *id,
                       {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(target.end)});
  } else {
    parts_.hide(begin, target.end);
  }
}

// The words of a file name may be separated by percent-encoded blanks.
void VisibleScanner::hide_image_target(const LinkTarget& target, std::size_t begin) {
  std::string_view name = file_stem_in(target.address);
  if (target.address.starts_with("data:")) name = {};
  while (!name.empty()) {
    const std::string_view shown = name.substr(0, name.find('%'));
    const auto shown_begin = static_cast<std::size_t>(shown.data() - text_.data());
    parts_.hide(begin, shown_begin);
    begin = shown_begin + shown.size();
    name.remove_prefix(std::min(name.size(), shown.size() + 3));
  }
  parts_.hide(begin, target.end);
}

}  // namespace

std::vector<ByteRange> visible_ranges(std::string_view section) {
  constexpr std::size_t kMaxBytes = std::numeric_limits<std::uint32_t>::max();
  return VisibleScanner(section.substr(0, kMaxBytes)).scan();
}

}  // namespace notes
