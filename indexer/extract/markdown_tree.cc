// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/markdown_tree.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <cmark-gfm.h>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/web_address.h"
#include "indexer/extract/ascii.h"
#include "indexer/extract/note_limits.h"
#include "indexer/extract/parser_input.h"
#include "indexer/extract/titles.h"

namespace notes {
namespace {

struct Deleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using NodeOwner = std::unique_ptr<cmark_node, Deleter>;

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal ? literal : std::string_view();
}

// cmark's own extensions are not used. While a parser with an extension runs, a table shared by all
// threads has its special characters, so threads lose each other's links. Also, every row of a
// table costs as much as the widest. Bare addresses, tables and tasks are easy to find in the text
// of paragraphs.
NodeOwner parse(std::string_view body) {
  const std::unique_ptr<cmark_parser, Deleter> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  cmark_parser_feed(parser.get(), body.data(), body.size());
  return NodeOwner(cmark_parser_finish(parser.get()));
}

bool is_at_top(cmark_node* node) {
  return cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT;
}

bool is_first_in_item(cmark_node* node) {
  cmark_node* parent = cmark_node_parent(node);
  return cmark_node_get_type(parent) == CMARK_NODE_ITEM && cmark_node_previous(node) == nullptr;
}

bool is_in_quote(cmark_node* node) {
  while (node && cmark_node_get_type(node) != CMARK_NODE_BLOCK_QUOTE)
    node = cmark_node_parent(node);
  return node != nullptr;
}

// "[ ] …" or "[x] …"
bool is_task(std::string_view item) {
  return item.size() > 3 && item[0] == '[' && item[2] == ']' && is_blank(item[3]) &&
         (item[1] == ' ' || item[1] == 'x' || item[1] == 'X');
}

// "<name" or "</name", not "<names".
bool is_tag_at(std::string_view html, std::size_t at, std::string_view tag) {
  if (!ascii::equals_ignoring_case(html.substr(at, tag.size()), tag)) return false;
  const std::size_t end = at + tag.size();
  return end >= html.size() || !is_alphanumeric(html[end]);
}

std::size_t find_tag(std::string_view html, std::string_view tag) {
  for (std::size_t at = html.find('<'); at != kNone; at = html.find('<', at + 1))
    if (is_tag_at(html, at, tag)) return at;
  return kNone;
}

// The number of <details> that a piece of HTML opens but does not close (negative: closes),
// ignoring comments.
int opened_details(std::string_view html) {
  int open = 0;
  for (std::size_t at = html.find('<'); at != kNone; at = html.find('<', at + 1)) {
    if (html.substr(at).starts_with("<!--"))
      at = std::min(html.find("-->", at), html.size());
    else if (is_tag_at(html, at, "<details"))
      ++open;
    else if (is_tag_at(html, at, "</details"))
      --open;
  }
  return open;
}

// The text of the first <h1>…</h1>.
std::optional<std::string> first_html_heading(std::string_view html) {
  const std::size_t open = find_tag(html, "<h1");
  if (open == kNone) return std::nullopt;
  std::string_view rest = html.substr(open);
  take_until(rest, '>');
  const std::size_t close = find_tag(rest, "</h1");
  if (close == kNone) return std::nullopt;
  const TextBlock block{byte_range(0, close), BlockKind::html};
  return std::string(read_text(rest.substr(0, close), {&block, 1}).text());
}

// Walks the tree once, without recursion, and records its blocks. reading.h reads what is in them,
// except links: only the parser knows what references lead to.
class TreeReader {
 public:
  TreeReader(const LineTable& lines, const FrontMatter& front_matter)
      : lines_(lines),
        blocks_end_(lines.begin_of(front_matter.body_line)),
        has_definitions_(lines.text().find("]:") != std::string_view::npos) {
    for (const ByteRange text : front_matter.texts())
      tree_.blocks.push_back({text, BlockKind::front_matter});
  }

  // Reads a part of the note, which starts at this byte of this line. Parts come in order.
  void walk(cmark_node* root, std::uint32_t first_line, std::uint32_t first_byte) {
    first_line_ = first_line;
    first_byte_ = first_byte;
    const std::unique_ptr<cmark_iter, Deleter> iterator(cmark_iter_new(root));
    for (auto event = CMARK_EVENT_NONE; event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get()))
      if (event == CMARK_EVENT_ENTER) enter(cmark_iter_get_node(iterator.get()));
  }

  MarkdownTree finish() {
    add_definitions(static_cast<std::uint32_t>(lines_.text().size()));
    tree_.reading = read_text(lines_.text(), tree_.blocks);
    for (TextRun& run : tree_.runs) {
      const ByteRange text = tree_.reading.text_of(run.block);
      run.is_task = run.is_task && is_task(tree_.reading.text().substr(text.begin));
      if (run.is_task) note_feature("task", run.first_line);
    }
    for (std::size_t block = 0; block < tree_.blocks.size(); ++block) add_found_links(block);
    for (Heading& heading : tree_.headings)
      heading.title = title_of_heading(tree_.reading, heading.block);
    std::erase_if(tree_.headings, [](const Heading& heading) { return heading.title.empty(); });
    std::ranges::stable_sort(tree_.links, {}, &Link::byte);
    return std::move(tree_);
  }

 private:
  void enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) return add_paragraph(node);
    if (type == CMARK_NODE_LINK) return add_link(node, "link");
    if (type == CMARK_NODE_IMAGE) return add_link(node, "image");
    if (type == CMARK_NODE_HEADING) return add_heading(node);
    if (type == CMARK_NODE_CODE_BLOCK) return add_code_block(node);
    if (type == CMARK_NODE_HTML_BLOCK) return add_html_block(node);
    if (type == CMARK_NODE_HTML_INLINE) track_details(opened_details(literal_of(node)));
  }

  std::uint32_t line_of(cmark_node* node) const {
    return static_cast<std::uint32_t>(cmark_node_get_start_line(node)) + first_line_ - 1;
  }
  std::uint32_t end_line_of(cmark_node* node) const {
    const auto end = static_cast<std::uint32_t>(cmark_node_get_end_line(node)) + first_line_ - 1;
    return std::clamp(end, line_of(node), std::max(line_of(node), lines_.count()));
  }
  std::uint32_t begin_of(cmark_node* node) const {
    const std::uint32_t line = line_of(node);
    const std::uint32_t begin = line == first_line_ ? first_byte_ : lines_.begin_of(line);
    return begin + static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
  }

  void note_feature(std::string_view feature, std::uint32_t line) {
    tree_.features.push_back({line, feature});
  }

  // False for a block without text.
  bool add_block(BlockKind kind, ByteRange bytes) {
    bytes.begin = std::max(bytes.begin, blocks_end_);
    if (bytes.begin >= bytes.end) return false;
    add_definitions(bytes.begin);
    require_at_most(kMaxBlocks, tree_.blocks.size());
    tree_.blocks.push_back({bytes, kind});
    blocks_end_ = bytes.end;
    return true;
  }

  // A paragraph of definitions leaves no node: its lines are between the blocks.
  void add_definitions(std::uint32_t end) {
    if (!has_definitions_) return;
    for (std::uint32_t line = lines_.line_at(blocks_end_); lines_.begin_of(line) < end; ++line) {
      const std::string_view text = lines_.text_of(line);
      const std::size_t at = text.find_first_not_of(" \t>-*+");
      const std::uint32_t begin = lines_.begin_of(line) + static_cast<std::uint32_t>(at);
      const bool is_definition =
          at != text.npos && text[at] == '[' && text.find("]:", at) != text.npos;
      if (!is_definition || begin < blocks_end_ || lines_.end_of(line) > end) continue;
      tree_.blocks.push_back({{begin, lines_.end_of(line)}, BlockKind::prose});
      blocks_end_ = lines_.end_of(line);
    }
  }

  void add_paragraph(cmark_node* node) {
    const std::uint32_t begin = begin_of(node);
    const std::uint32_t first = line_of(node);
    const std::uint32_t last = end_line_of(node);
    const std::uint32_t end = lines_.end_of(last);
    const bool is_item = is_first_in_item(node);
    std::uint32_t table = first;  // after the last line if there is none
    while (table == last || (table < last && !opens_table(table))) ++table;
    const std::uint32_t table_begin = std::min(std::max(begin, lines_.begin_of(table)), end);
    if (table > first)
      add_run(BlockKind::prose, {begin, table_begin}, {first, table - 1, 0, is_item});
    if (table > last) return;
    note_feature("table", first);
    add_run(BlockKind::table, {table_begin, end}, {table, last, 0, is_item});
  }

  bool opens_table(std::uint32_t line) const {
    return is_delimiter_row(lines_.text_of(line + 1)) &&
           lines_.text_of(line).find('|') != std::string_view::npos;
  }

  bool add_run(BlockKind kind, ByteRange bytes, const TextRun& run) {
    if (!add_block(kind, bytes)) return false;
    run_line_ = run.first_line;
    tree_.runs.push_back(run);
    tree_.runs.back().block = static_cast<std::uint32_t>(tree_.blocks.size() - 1);
    return true;
  }

  void add_code_block(cmark_node* node) {
    const std::uint32_t first = line_of(node);
    note_feature("code", first);
    int length = 0;
    int offset = 0;
    char mark = 0;
    if (cmark_node_get_fenced(node, &length, &offset, &mark) == 0) {
      add_block(BlockKind::code, {lines_.begin_of(first), lines_.end_of(end_line_of(node))});
      return;
    }
    const std::size_t label = lines_.text().find_first_not_of(mark, begin_of(node));
    if (label != std::string_view::npos)
      add_block(BlockKind::label, byte_range(label, lines_.end_of(first)));
    if (const std::uint32_t count = line_count_of(node); count > 0)
      add_block(BlockKind::code, {lines_.begin_of(first + 1), lines_.end_of(first + count)});
  }

  // The end that cmark reports for code may be after the quote or item that ends with it, and for
  // HTML before the line that closes it.
  static std::uint32_t line_count_of(cmark_node* node) {
    return static_cast<std::uint32_t>(std::ranges::count(literal_of(node), '\n'));
  }

  void add_html_block(cmark_node* node) {
    const std::string_view html = literal_of(node);
    track_details(opened_details(html));
    const std::uint32_t last = line_of(node) + std::max(line_count_of(node), 1U) - 1;
    add_block(BlockKind::html, {begin_of(node), lines_.end_of(last)});
    if (!tree_.html_title && tree_.headings.empty()) tree_.html_title = first_html_heading(html);
  }

  // When a <details> closes, its headings are removed; one that is never closed hides none.
  void track_details(int opened) {
    if (opened == 0) return;
    if (details_ == 0) headings_before_details_ = tree_.headings.size();
    details_ = std::max(0, details_ + opened);
    if (details_ == 0) tree_.headings.resize(headings_before_details_);
  }

  void add_link(cmark_node* node, std::string_view feature) {
    const char* url = cmark_node_get_url(node);
    const std::string_view target = url ? url : "";
    if (feature == "link" || is_web_address(target)) add_target(target, run_line_, begin_of(node));
    note_feature(feature, run_line_);
  }

  void add_target(std::string_view target, std::uint32_t line, std::uint32_t byte) {
    if (target.size() > kMaxAddressBytes) return;
    require_at_most(kMaxLinks, tree_.links.size());
    tree_.links.push_back({line, byte, with_valid_utf8(target)});
  }

  void add_heading(cmark_node* node) {
    const std::uint32_t line = line_of(node);
    const std::uint32_t begin = std::min(begin_of(node), lines_.end_of(line));
    const bool is_atx = is_atx_heading(lines_.text_of({begin, lines_.end_of(line)}));
    const std::uint32_t last_line = is_atx ? line : underline_of(node);
    const ByteRange text = is_atx ? atx_text(begin, lines_.end_of(line))
                                  : ByteRange{begin, lines_.end_of(last_line - 1)};
    const bool has_text = add_run(BlockKind::prose, text, {line, end_line_of(node), 0, false});
    require_at_most(kMaxHeadings, tree_.headings.size());
    const bool counts = is_atx ? is_at_top(node) || (is_first_in_item(node) && !is_in_quote(node))
                               : setext_counts(node, last_line);
    if (has_text && counts)  // see Heading
      tree_.headings.push_back(
          {cmark_node_get_heading_level(node), line, last_line, tree_.runs.back().block, {}});
  }

  bool setext_counts(cmark_node* node, std::uint32_t underline) const {
    const std::string_view marks = trimmed(lines_.text_of(underline));
    const std::size_t least = marks.starts_with('=') ? 2 : 3;
    return is_at_top(node) && underline <= line_of(node) + 2 && is_underline(marks) &&
           marks.size() >= least;
  }

  // The line after the text of a setext heading.
  std::uint32_t underline_of(cmark_node* node) const {
    const auto is_underlined = [&](std::uint32_t line) {
      const std::string_view below = lines_.text_of(line);
      return is_underline(below.substr(std::min(below.find_first_not_of(" \t>"), below.size())));
    };
    std::uint32_t line = line_of(node) + 1;
    while (line <= end_line_of(node) && !is_underlined(line)) ++line;
    return line;
  }

  // Without the marks around it.
  ByteRange atx_text(std::uint32_t begin, std::uint32_t line_end) const {
    std::string_view text = lines_.text_of({begin, line_end});
    text = trimmed(text.substr(std::min(text.find_first_not_of('#'), text.size())));
    const std::size_t marks = text.find_last_not_of('#') + 1;
    if (marks == 0 || (marks < text.size() && is_blank(text[marks - 1])))
      text = trimmed(text.substr(0, marks));
    return lines_.range_of(text);
  }

  // Addresses that are visible in the text or in HTML.
  void add_found_links(std::size_t block) {
    for (const auto& [kind, bytes, text] : tree_.reading.links_of(block)) {
      const bool is_address = kind == LinkKind::address;
      const bool is_image = kind == LinkKind::html_image;
      if (!is_address && !is_image && kind != LinkKind::html) continue;
      std::string target = plain_target(lines_.text_of(bytes));
      if (is_address && ascii::equals_ignoring_case(target.substr(0, 4), "www."))
        target.insert(0, "http://");
      const std::uint32_t line = lines_.line_at(bytes.begin);
      if (is_web_address(target)) add_target(target, line, bytes.begin);
      if (is_image) note_feature("image", line);
      if (is_address && tree_.blocks[block].kind != BlockKind::html) note_feature("link", line);
    }
  }

  const LineTable& lines_;
  std::uint32_t first_line_ = 1;
  std::uint32_t first_byte_ = 0;
  std::uint32_t blocks_end_;
  bool has_definitions_;
  MarkdownTree tree_;
  std::uint32_t run_line_ = 1;  // of the paragraph with the current inline
  std::size_t headings_before_details_ = 0;
  int details_ = 0;
};

}  // namespace

MarkdownTree parse_markdown(const LineTable& lines, const FrontMatter& front_matter) {
  TreeReader reader(lines, front_matter);
  std::uint32_t begin = lines.begin_of(front_matter.body_line);
  for (std::uint32_t line = front_matter.body_line; begin < lines.text().size();
       line = lines.line_at(begin)) {
    const auto size = static_cast<std::uint32_t>(parsable_bytes(lines.text().substr(begin)));
    const auto adapted = adapted_for_parser(lines, {begin, begin + size});
    const NodeOwner root = parse(adapted ? *adapted : lines.text_of({begin, begin + size}));
    reader.walk(root.get(), line, begin);
    begin += size;
  }
  return reader.finish();
}

}  // namespace notes
