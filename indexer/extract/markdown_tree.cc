// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/markdown_tree.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <cmark-gfm.h>

#include "indexer/extract/ascii.h"
#include "indexer/extract/block_features.h"
#include "indexer/extract/html_text.h"
#include "indexer/extract/links.h"
#include "indexer/extract/nesting_guard.h"
#include "indexer/extract/outliner_lists.h"
#include "indexer/extract/parser_budget.h"
#include "indexer/extract/titles.h"
#include "indexer/scan/utf8_check.h"

namespace notes {
namespace {

constexpr std::size_t kAddressTail = 256;  // how far back an address is looked for

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorDeleter {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using NodeOwner = std::unique_ptr<cmark_node, NodeDeleter>;

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? literal : std::string_view();
}

// cmark's own extensions are left out. While a parser with one of them runs, the characters it
// reacts to stand in a table that all threads share, so threads take each other's links away; and
// rows of its tables cost as much as the widest. Bare addresses, tables and tasks are easily found
// in the text of paragraphs.
NodeOwner parse(std::string_view body) {
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  cmark_parser_feed(parser.get(), body.data(), body.size());
  return NodeOwner(cmark_parser_finish(parser.get()));
}

bool is_first_in_item(cmark_node* node) {
  cmark_node* parent = cmark_node_parent(node);
  return cmark_node_get_type(parent) == CMARK_NODE_ITEM && cmark_node_previous(node) == nullptr;
}

bool is_atx(std::string_view text) {
  const std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
  return marks >= 1 && marks <= 6 && (marks == text.size() || is_blank(text[marks]));
}

bool is_underline(std::string_view text, char mark) {
  text = trimmed(text);
  return !text.empty() && text.find_first_not_of(mark) == std::string_view::npos;
}

// Walks the tree once, without recursion, and notes what sections need.
class TreeReader {
 public:
  TreeReader(const LineTable& lines, std::uint32_t first_line, std::uint64_t body_byte)
      : lines_(lines), first_line_(first_line), body_byte_(body_byte) {}

  MarkdownTree read(cmark_node* root) {
    const std::unique_ptr<cmark_iter, IteratorDeleter> iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER)
        enter(node);
      else
        leave(node);
    }
    return std::move(tree_);
  }

 private:
  using NodeType = std::underlying_type_t<cmark_node_type>;

  void enter(cmark_node* node) {
    switch (static_cast<NodeType>(cmark_node_get_type(node))) {
      case CMARK_NODE_TEXT:
        return add_text(literal_of(node));
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
        return add_line_break();
      case CMARK_NODE_CODE:
        return add_code(literal_of(node));
      case CMARK_NODE_HTML_INLINE:
        return add_html_inline(literal_of(node));
      case CMARK_NODE_HTML_BLOCK:
        return add_html_block(node);
      case CMARK_NODE_EMPH:
        return open_emphasis("_");
      case CMARK_NODE_STRONG:
        return open_emphasis("__");
      case CMARK_NODE_LINK:
        return open_link(node, Feature::link);
      case CMARK_NODE_IMAGE:
        return open_link(node, Feature::image);
      case CMARK_NODE_PARAGRAPH:
      case CMARK_NODE_HEADING:
        return open_run(node);
      case CMARK_NODE_CODE_BLOCK:
        return add_code_block(node);
      case CMARK_NODE_BLOCK_QUOTE:
        ++quotes_;
        return;
      default:
        return;
    }
  }

  void leave(cmark_node* node) {
    switch (static_cast<NodeType>(cmark_node_get_type(node))) {
      case CMARK_NODE_EMPH:
        return close_emphasis("_");
      case CMARK_NODE_STRONG:
        return close_emphasis("__");
      case CMARK_NODE_IMAGE:
        --images_;
        [[fallthrough]];
      case CMARK_NODE_LINK:
        return close_link();
      case CMARK_NODE_PARAGRAPH:
        return close_run(node);
      case CMARK_NODE_HEADING:
        close_run(node);
        return add_heading(node);
      case CMARK_NODE_BLOCK_QUOTE:
        --quotes_;
        return;
      default:
        return;
    }
  }

  std::uint32_t line_of(cmark_node* node) const {
    return static_cast<std::uint32_t>(cmark_node_get_start_line(node)) + first_line_ - 1;
  }
  std::uint32_t end_line_of(cmark_node* node) const {
    const auto end = static_cast<std::uint32_t>(cmark_node_get_end_line(node)) + first_line_ - 1;
    return std::clamp(end, line_of(node), std::max(line_of(node), lines_.count()));
  }

  void note_feature(Feature feature, std::uint32_t line) {
    tree_.features.push_back({line, feature});
  }

  void open_run(cmark_node* node) {
    const auto begin = static_cast<std::uint32_t>(tree_.text.size());
    run_ = {line_of(node), end_line_of(node), begin, begin, false};
    searched_ = begin;
    title_.clear();
    title_of_images_.clear();
  }

  void close_run(cmark_node* node) {
    find_bare_addresses();
    run_.end = static_cast<std::uint32_t>(tree_.text.size());
    const std::string_view text = tree_.text_of(run_);
    run_.is_task = is_first_in_item(node) && is_task(text);
    if (run_.is_task) note_feature(Feature::task, run_.first_line);
    if (has_table(text)) note_feature(Feature::table, run_.first_line);
    if (has_dollar_math(text) || has_bracket_math(source_of(run_)))
      note_feature(Feature::math, run_.first_line);
    if (has_embedded_image(text)) note_feature(Feature::image, run_.first_line);
    if (text.find("[[") != text.npos) note_feature(Feature::link, run_.first_line);
    tree_.runs.push_back(run_);
  }

  std::string_view source_of(const TextRun& run) const {
    const std::uint32_t begin = lines_.begin_of(run.first_line);
    return lines_.text().substr(begin, lines_.begin_of(run.last_line + 1) - begin);
  }

  void add_text(std::string_view text) {
    add_to_title(text);
    if (images_ == 0) tree_.text += text;
  }

  void add_line_break() {
    add_to_title(" ");
    tree_.text += '\n';
  }

  void add_code(std::string_view code) {
    add_to_title(code);
    tree_.text += kPlaceholder;
  }

  // Of a title that goes on and on, the beginning will do. Badges and images are no words of it.
  void add_to_title(std::string_view text) {
    std::string& title = images_ == 0 ? title_ : title_of_images_;
    if (title.size() < 2 * kMaxTitleBytes) title += text;
  }

  void add_code_block(cmark_node* node) {
    note_feature(Feature::code, line_of(node));
    tree_.code_blocks.push_back({line_of(node), end_line_of(node)});
  }

  void add_html_inline(std::string_view html) {
    find_bare_addresses();
    tree_.text += kPlaceholder;
    searched_ = tree_.text.size();
    read_html(html, run_.first_line);
    if (html.starts_with("<br")) add_to_title(" ");
  }

  void add_html_block(cmark_node* node) {
    const std::string_view html = literal_of(node);
    read_html(html, line_of(node));
    if (!tree_.html_title && tree_.headings.empty()) tree_.html_title = first_html_heading(html);
  }

  void read_html(std::string_view html, std::uint32_t line) {
    track_details(opened_details(html));
    if (has_image_tag(html)) note_feature(Feature::image, line);
    add_bare_addresses(html, 0, line);
  }

  // Headings in a <details> are taken back when it closes; one that never closes hides none.
  void track_details(int opened) {
    if (opened == 0) return;
    if (details_ == 0) headings_before_details_ = tree_.headings.size();
    details_ = std::max(0, details_ + opened);
    if (details_ == 0) tree_.headings.resize(headings_before_details_);
  }

  // Underscores in a bare address are no emphasis, though the parser took them for it.
  void open_emphasis(std::string_view mark) {
    if (!is_in_address()) return;
    ++emphasis_in_address_;
    tree_.text += mark;
  }

  void close_emphasis(std::string_view mark) {
    if (emphasis_in_address_ == 0) return;
    --emphasis_in_address_;
    tree_.text += mark;
  }

  bool is_in_address() const {
    const std::string_view text = std::string_view(tree_.text).substr(searched_);
    const std::string_view tail = text.substr(text.size() - std::min(text.size(), kAddressTail));
    const std::size_t blank = tail.find_last_of(" \n");
    return tail.substr(blank == tail.npos ? 0 : blank).find("://") != tail.npos;
  }

  void open_link(cmark_node* node, Feature feature) {
    find_bare_addresses();
    const char* target = cmark_node_get_url(node);
    add_web_link(target ? target : "", run_.first_line);
    note_feature(feature, run_.first_line);
    if (feature == Feature::image) ++images_;
    tree_.text += kPlaceholder;
  }

  void close_link() {
    tree_.text += kPlaceholder;
    searched_ = tree_.text.size();
  }

  void add_web_link(std::string_view target, std::uint32_t line) {
    if (is_web_address(target) && target.size() <= kMaxAddressBytes)
      tree_.web_links.push_back({line, with_valid_utf8(target)});
  }

  void find_bare_addresses() {
    const std::string_view run = std::string_view(tree_.text).substr(run_.begin);
    if (add_bare_addresses(run, searched_ - run_.begin, run_.first_line))
      note_feature(Feature::link, run_.first_line);
    searched_ = tree_.text.size();
  }

  bool add_bare_addresses(std::string_view text, std::size_t from, std::uint32_t line) {
    found_.clear();
    find_web_addresses(text, from, found_);
    for (std::string& address : found_) add_web_link(address, line);
    return !found_.empty();
  }

  void add_heading(cmark_node* node) {
    const auto last_line = find_last_line_of_heading(node);
    if (!last_line) return;
    std::string title = clean_title(title_);
    if (title.empty()) title = clean_title(title_of_images_);
    if (title.empty()) return;
    tree_.headings.push_back({cmark_node_get_heading_level(node), line_of(node), *last_line,
                              is_first_in_item(node), std::move(title)});
  }

  // Nothing when the heading does not count; see Heading.
  std::optional<std::uint32_t> find_last_line_of_heading(cmark_node* node) const {
    const bool at_top = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
    if (quotes_ > 0 || (!at_top && !is_first_in_item(node))) return std::nullopt;
    const std::uint32_t line = line_of(node);
    const auto indent = static_cast<std::size_t>(cmark_node_get_start_column(node) - 1);
    const std::string_view text = text_of(line);
    if (is_atx(text.substr(std::min(indent, text.size())))) return line;
    return at_top ? find_underline(line) : std::nullopt;
  }

  std::optional<std::uint32_t> find_underline(std::uint32_t line) const {
    for (const std::uint32_t below : {line + 1, line + 2}) {
      const std::string_view text = trimmed(text_of(below));
      if (is_underline(text, '=')) return text.size() >= 2 ? std::optional(below) : std::nullopt;
      if (is_underline(text, '-')) return text.size() >= 3 ? std::optional(below) : std::nullopt;
    }
    return std::nullopt;
  }

  // What the parser was given of a line: the first one may begin behind a byte order mark.
  std::string_view text_of(std::uint32_t line) const {
    const std::string_view text = lines_.text_of(line);
    return line == first_line_ ? text.substr(body_byte_ - lines_.begin_of(line)) : text;
  }

  const LineTable& lines_;
  std::uint32_t first_line_;
  std::uint64_t body_byte_;
  MarkdownTree tree_;
  TextRun run_;
  std::string title_;
  std::string title_of_images_;  // of a heading that is nothing else
  std::vector<std::string> found_;
  std::size_t searched_ = 0;  // for bare addresses, in tree_.text
  std::size_t headings_before_details_ = 0;
  int emphasis_in_address_ = 0;
  int details_ = 0;
  int quotes_ = 0;
  int images_ = 0;
};

}  // namespace

std::string_view feature_name(Feature feature) {
  constexpr std::array<std::string_view, 6> kNames{"code", "image", "link",
                                                   "math", "table", "task"};
  return kNames[static_cast<std::size_t>(feature)];
}

MarkdownTree parse_markdown(const LineTable& lines, std::uint32_t first_line,
                            std::uint64_t body_byte) {
  std::string_view body = lines.text().substr(body_byte);
  const std::size_t whole = body.size();
  body = body.substr(0, parsable_bytes(body));
  const auto begin = static_cast<std::uint32_t>(body_byte);
  const auto end = static_cast<std::uint32_t>(body_byte + body.size());
  const auto shallow = with_shallow_nesting(lines, {begin, end});
  const std::string_view parsed = shallow ? std::string_view(*shallow) : body;
  const auto outlined = with_lists_below_headings(parsed);
  const NodeOwner root = parse(outlined ? std::string_view(*outlined) : parsed);
  MarkdownTree tree = TreeReader(lines, first_line, body_byte).read(root.get());
  if (body.size() < whole) tree.unread_line = lines.line_at(end);
  return tree;
}

}  // namespace notes
