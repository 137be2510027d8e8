// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/inline_scanner.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>

#include "common/text/ascii.h"
#include "common/text/html.h"
#include "common/text/inline_syntax.h"

namespace notes {
namespace {

constexpr ascii::ByteSet kInMarkdown = ascii::byte_set("\\`<[]*_~&:.\r\n\xC2\xE2");
constexpr ascii::ByteSet kInHtml = ascii::byte_set("<&:.\r\n\xC2\xE2");

// Comments, `<?xml ?>`, `<!doctype html>`.
struct Declaration {
  std::string_view opening;
  std::string_view closing;
};
constexpr Declaration kDeclarations[] = {
    {"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}};

std::size_t end_of_run(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size());
}

// Its functions take the offset of a special character, and return where to go on.
class InlineScanner {
 public:
  InlineScanner(std::string_view block, BlockKind kind, ScannedInlines& scanned)
      : text_(block), kind_(kind), tokens_(scanned.tokens), links_(scanned.links) {}

  void scan() {
    for (std::size_t at = begin_block(); (at = next_special(at)) < text_.size();)
      at = scan_special(at);
    pair_marks_from(0);
  }

 private:
  struct Bracket {
    std::size_t at = 0;
    std::size_t token = 0;  // hides nothing unless the bracket opens a link
    std::size_t marks = 0;  // before it
    std::size_t links = 0;
    bool is_image = false;
  };

  std::size_t next_special(std::size_t at) const {
    const ascii::ByteSet& special = kind_ == BlockKind::html ? kInHtml : kInMarkdown;
    while (at < text_.size() && !special[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  std::size_t scan_special(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return scan_escape(at);
      case '`':
        return scan_code(at);
      case '<':
        return scan_angle_bracket(at);
      case '[':
        return open_bracket(at);
      case ']':
        return close_bracket(at);
      case '*':
      case '_':
      case '~':
        return scan_marks(at);
      case '&':
        return scan_entity(at);
      case ':':
        return scan_colon(at);
      case '.':
        return scan_dot(at);
      case '\r':
      case '\n':
        return break_line(at);
      default:
        return scan_wide_blank(at);
    }
  }

  // Definitions of link targets and footnotes begin a paragraph.
  std::size_t begin_block() {
    std::size_t at = begin_line(0);
    if (kind_ != BlockKind::prose) return at;
    while (at < text_.size() && text_[at] == '[') {
      const std::string_view line = text_.substr(0, at + line_at(at).size());
      const auto address = read_definition(line, at);
      if (!address) break;
      links_.push_back({LinkKind::definition, range_of(*address)});
      hide(offset_of(*address), line.size());
      if (line.size() == text_.size()) return line.size();
      at = break_line(line.size());
    }
    const auto footnote = end_of_footnote_mark(text_, at);
    if (!footnote || !text_.substr(*footnote).starts_with(':')) return at;
    return begin_line(hide(at, *footnote + 1));
  }

  // Skips what comes before the text of a line. Within a paragraph, `>` can only belong to a quote.
  std::size_t begin_line(std::size_t at) {
    const std::string_view prefix = kind_ == BlockKind::html ? " \t" : " \t>";
    std::size_t begin = std::min(text_.find_first_not_of(prefix, at), text_.size());
    if (has_properties_ && is_machine_property(line_at(begin))) begin += line_at(begin).size();
    return hide(at, begin);
  }

  std::size_t break_line(std::size_t at) {
    const std::string_view before = text_.substr(taken_, at - taken_);
    const std::size_t line_end = taken_ + before.find_last_not_of(" \t") + 1;
    if (text_.substr(at).starts_with("\r\n")) ++at;
    hide(line_end, at);
    return begin_line(take(InlineTokenKind::blank, at, at + 1));
  }

  std::size_t scan_wide_blank(std::size_t at) {
    constexpr std::array<std::string_view, 3> kBlanks{"\u00A0", "\u2007", "\u202F"};
    for (const std::string_view blank : kBlanks)
      if (text_.substr(at).starts_with(blank))
        return take(InlineTokenKind::blank, at, at + blank.size());
    return at + 1;
  }

  std::size_t scan_escape(std::size_t at) {
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    if (next == '\n' || next == '\r') {
      const bool is_last_line = text_.find_first_not_of(" \t\r\n", at + 1) == kNone;
      return is_last_line ? at + 1 : hide(at, at + 1);
    }
    if (!ascii::is_punctuation(next)) return at + 1;
    hide(at, at + 1);
    taken_ = std::max(taken_, at + 2);  // a hidden property may reach further
    return at + 2;
  }

  std::size_t scan_entity(std::size_t at) {
    const auto entity = entity_at(text_, at);
    return entity ? take(InlineTokenKind::entity, at, at + entity->length) : at + 1;
  }

  std::size_t scan_marks(std::size_t at) {
    const std::size_t end = end_of_run(text_, at);
    marks_.push_back(read_marks(text_, at, end));
    marks_.back().token = add(InlineTokenKind::hidden, at, at);
    return take(InlineTokenKind::hidden, end, end);
  }

  // Hides the marks that are not text, with the two tokens around each run.
  void pair_marks_from(std::size_t first) {
    const auto runs = std::span(marks_).subspan(first);
    pair_marks(runs);
    for (const MarkRun& run : runs) {
      tokens_[run.token].end += run.closing;
      tokens_[run.token + 1].begin -= run.opening;
    }
    marks_.resize(first);
  }

  std::size_t scan_code(std::size_t at) {
    const std::size_t opened = end_of_run(text_, at);
    const std::size_t backticks = opened - at;
    const auto closing = find_code_end(opened, backticks);
    if (!closing) return opened;
    std::size_t begin = opened;
    std::size_t end = *closing;
    const bool is_padded = ascii::is_blank(text_[begin]) && ascii::is_blank(text_[end - 1]);
    if (is_padded && !ascii::trimmed(text_.substr(begin, end - begin)).empty()) {
      ++begin;
      --end;
    }
    hide(at, begin);
    show_code(begin, end);
    return hide(end, *closing + backticks);
  }

  // Finds the next run of exactly this many backticks. Remembers the runs it passes, so that later
  // searches are quick.
  std::optional<std::size_t> find_code_end(std::size_t from, std::size_t backticks) {
    if (backticks > kMaxBackticks) return std::nullopt;
    if (knows_all_backticks_ && last_backticks_[backticks] < from) return std::nullopt;
    for (std::size_t at = text_.find('`', from); at != kNone;) {
      const std::size_t end = end_of_run(text_, at);
      if (end - at <= kMaxBackticks) last_backticks_[end - at] = at;
      if (end - at == backticks) return at;
      at = text_.find('`', end);
    }
    knows_all_backticks_ = true;
    return std::nullopt;
  }

  // In a table, the backslash of an escaped pipe is removed even here.
  void show_code(std::size_t begin, std::size_t end) {
    const std::string_view code = text_.substr(0, end);
    const std::string_view stops = kind_ == BlockKind::table ? "\\\n\r" : "\n\r";
    while (begin < end) {
      const std::size_t stop = std::min(code.find_first_of(stops, begin), end);
      if (begin < stop) add(InlineTokenKind::shown, begin, stop, PartKind::code);
      begin = stop;
      if (stop == end) break;
      if (code[stop] != '\\') {
        begin = std::min(break_line(stop), end);
      } else if (code.substr(stop + 1).starts_with('|')) {
        begin = hide(stop, stop + 1);
      } else {
        begin = stop + 1;
        add(InlineTokenKind::shown, stop, begin, PartKind::code);
      }
    }
  }

  std::size_t scan_angle_bracket(std::size_t at) {
    if (const auto end = end_of_autolink(text_, at)) {
      hide(at, at + 1);
      take_address(at + 1, *end - 1);
      return hide(*end - 1, *end);
    }
    if (const auto end = end_of_declaration(at)) return hide(at, *end);
    const auto end = end_of_html_tag(text_, at);
    return end ? take_tag(at, *end) : at + 1;
  }

  std::optional<std::size_t> end_of_declaration(std::size_t at) {
    const auto* const form = std::ranges::find_if(kDeclarations, [&](const Declaration& one) {
      return text_.substr(at).starts_with(one.opening);
    });
    if (form == std::end(kDeclarations)) return std::nullopt;
    const bool is_word = at + 2 < text_.size() && ascii::is_letter(text_[at + 2]);
    if (form->opening == "<!" && !is_word) return std::nullopt;
    bool& is_never_closed = is_never_closed_[static_cast<std::size_t>(form - kDeclarations)];
    if (is_never_closed) return std::nullopt;
    const std::size_t end = text_.find(form->closing, at + 2);  // `<!-->` is a complete comment
    is_never_closed = end == kNone;
    return end == kNone ? std::nullopt : std::optional(end + form->closing.size());
  }

  std::size_t take_tag(std::size_t at, std::size_t end) {
    const std::string_view tag = text_.substr(at, end - at);
    const std::string_view element = element_of(tag);
    const bool is_image = ascii::equals_ignoring_case(element, "img");
    for (const std::string_view name : {"href", "src"})
      if (const auto target = attribute_of(tag, name))
        links_.push_back({is_image ? LinkKind::html_image : LinkKind::html, range_of(*target)});
    const auto alt = is_image ? attribute_of(tag, "alt") : std::nullopt;
    if (alt && !alt->empty()) return take_image_tag(at, end, *alt);
    if (tag[1] != '/' && holds_no_text(element))
      return hide(at, find_closing_tag(text_, end, element));
    const bool is_hidden = stands_in_word(element);
    return take(is_hidden ? InlineTokenKind::hidden : InlineTokenKind::blank, at, end);
  }

  std::size_t take_image_tag(std::size_t at, std::size_t end, std::string_view alt) {
    const std::size_t begin = offset_of(alt);
    add(InlineTokenKind::image_begin, at, begin);
    for (std::size_t amp = text_.find('&', begin); amp < begin + alt.size();)
      amp = text_.find('&', scan_entity(amp));
    return take(InlineTokenKind::image_end, begin + alt.size(), end);
  }

  std::size_t scan_colon(std::size_t at) {
    const auto data = base64_address_around(text_, taken_, at);
    return data ? hide(data->begin, data->end) : scan_dot(at);
  }

  std::size_t scan_dot(std::size_t at) {
    const auto address = address_around(text_, taken_, at);
    return address ? take_address(address->begin, address->end) : at + 1;
  }

  std::size_t take_address(std::size_t begin, std::size_t end) {
    const std::size_t token = add(InlineTokenKind::shown, begin, end, PartKind::address);
    const std::size_t behind = add(InlineTokenKind::hidden, end, end);
    links_.push_back({LinkKind::address, byte_range(begin, end), token, behind});
    return end;
  }

  std::size_t open_bracket(std::size_t at) {
    const bool is_image = at > taken_ && text_[at - 1] == '!';
    if (const auto end = take_wiki_link(at, is_image)) return *end;
    if (const auto end = end_of_footnote_mark(text_, at)) return hide(at, *end);
    const std::size_t begin = is_image ? at - 1 : at;
    brackets_.push_back(
        {at, add(InlineTokenKind::hidden, begin, begin), marks_.size(), links_.size(), is_image});
    return at + 1;
  }

  // `[[page]]`, `[[page|shown]]`, `[[page\|shown]]` in a table, `![[picture.png|300]]`.
  std::optional<std::size_t> take_wiki_link(std::size_t at, bool is_image) {
    if (!text_.substr(at).starts_with("[[")) return std::nullopt;
    if (wiki_end_ < at + 2) wiki_end_ = text_.find("]]", at + 2);
    if (wiki_end_ == kNone || text_.substr(wiki_end_ + 2).starts_with('(')) return std::nullopt;
    const std::string_view inside = text_.substr(at + 2, wiki_end_ - at - 2);
    if (inside.empty() || inside.find_first_of("[]\r\n") != kNone) return std::nullopt;
    const std::size_t bar = is_image ? inside.find('|') : inside.rfind('|');
    std::string_view target = inside.substr(0, inside.find('|'));
    if (target.size() < inside.size() && target.ends_with('\\')) target.remove_suffix(1);
    const std::string_view shown = is_image || bar == kNone ? target : inside.substr(bar + 1);
    const std::size_t begin = is_image ? at - 1 : at;
    const auto [shown_begin, shown_end] = range_of(shown);
    const std::size_t token = add(InlineTokenKind::hidden, begin, shown_begin);
    add(InlineTokenKind::shown, shown_begin, shown_end,
        is_image ? PartKind::image : PartKind::text);
    const std::size_t behind = add(InlineTokenKind::hidden, shown_end, wiki_end_ + 2);
    links_.push_back({LinkKind::wiki, range_of(target), token, behind});
    return wiki_end_ + 2;
  }

  std::size_t close_bracket(std::size_t at) {
    if (brackets_.empty()) return at + 1;
    const Bracket bracket = brackets_.back();
    brackets_.pop_back();
    const bool is_outside_link = brackets_.size() < inside_link_ && !bracket.is_image;
    inside_link_ = std::min(inside_link_, brackets_.size());
    if (is_outside_link) return at + 1;
    if (text_.substr(at + 1).starts_with('('))
      if (const auto target = read_inline_target(text_, at + 1))
        return take_link(bracket, at, *target);
    // `row[i][j]` is not a reference.
    const bool is_index =
        !bracket.is_image && bracket.at > 0 && ascii::is_alphanumeric(text_[bracket.at - 1]);
    const auto end = is_index ? std::nullopt : end_of_reference(text_, at + 1);
    return end ? take_link(bracket, at, {text_.substr(at, 0), *end}) : at + 1;
  }

  std::size_t take_link(const Bracket& bracket, std::size_t at, const LinkTarget& target) {
    pair_marks_from(bracket.marks);
    InlineToken& opening = tokens_[bracket.token];
    opening.end = static_cast<std::uint32_t>(bracket.at + 1);
    if (bracket.is_image) opening.kind = InlineTokenKind::image_begin;
    const std::size_t closing = add(
        bracket.is_image ? InlineTokenKind::image_end : InlineTokenKind::hidden, at, target.end);
    // An address that is the text of a link is not a link of its own.
    const auto inner = links_.begin() + static_cast<std::ptrdiff_t>(bracket.links);
    links_.erase(std::remove_if(inner, links_.end(),
                                [](const auto& link) { return link.kind == LinkKind::address; }),
                 links_.end());
    links_.push_back({bracket.is_image ? LinkKind::image : LinkKind::link, range_of(target.address),
                      bracket.token, closing});
    if (!bracket.is_image) inside_link_ = brackets_.size();
    return target.end;
  }

  std::size_t add(InlineTokenKind kind, std::size_t begin, std::size_t end,
                  PartKind part = PartKind::text) {
    tokens_.push_back({byte_range(begin, end), kind, part});
    taken_ = std::max(taken_, end);
    return tokens_.size() - 1;
  }
  std::size_t take(InlineTokenKind kind, std::size_t begin, std::size_t end) {
    add(kind, begin, end);
    return end;
  }
  std::size_t hide(std::size_t begin, std::size_t end) {
    return begin < end ? take(InlineTokenKind::hidden, begin, end) : end;
  }
  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - text_.data());
  }
  ByteRange range_of(std::string_view part) const {
    return byte_range(offset_of(part), offset_of(part) + part.size());
  }
  std::string_view line_at(std::size_t at) const {
    return text_.substr(at, text_.find_first_of("\r\n", at) - at);
  }

  std::string_view text_;
  BlockKind kind_;
  std::vector<InlineToken>& tokens_;
  std::vector<ScannedLink>& links_;
  std::vector<MarkRun> marks_;  // not yet paired
  std::vector<Bracket> brackets_;
  std::size_t inside_link_ = 0;  // brackets before this one contain a link, so they cannot be links
  std::size_t taken_ = 0;        // the end of the last token or escaped character
  std::size_t wiki_end_ = 0;     // the next `]]`, if known
  bool has_properties_ = text_.find("::") != kNone;
  std::array<bool, std::size(kDeclarations)> is_never_closed_{};
  static constexpr std::size_t kMaxBackticks = 80;
  std::array<std::size_t, kMaxBackticks + 1> last_backticks_{};  // the last run of each length
  bool knows_all_backticks_ = false;
};

}  // namespace

void scan_inlines(std::string_view block, BlockKind kind, ScannedInlines& scanned) {
  scanned.tokens.clear();
  scanned.links.clear();
  InlineScanner(block, kind, scanned).scan();
}

}  // namespace notes
